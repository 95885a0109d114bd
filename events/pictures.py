"""Uploaded pictures: looked at before they are decoded, made smaller, written anew, named by their content."""

import hashlib
import warnings
from io import BytesIO
from typing import BinaryIO, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST_FILE = 8 * 1024 * 1024
LARGEST_PIXELS = 40_000_000
# What a page shows at most, with something to spare for screens of twice the density.
LONGEST_SIDE = 1600
LARGEST_RESULT = 400 * 1024
QUALITIES = (82, 70, 55, 40)


class Picture(NamedTuple):
    """A picture ready to be kept: `name` is a hash of `content`, which is WebP without any metadata."""

    name: str
    content: bytes
    width: int
    height: int


def encode(upload: BinaryIO, size: int) -> Picture:
    """Read a picture of `size` bytes and write it anew; raises ValidationError with the repair."""
    if size > LARGEST_FILE:
        raise ValidationError(
            _("The file has %(size).1f MB; the largest is %(limit)d MB: make the picture smaller.")
            % {"size": size / 2**20, "limit": LARGEST_FILE // 2**20}
        )
    try:
        with warnings.catch_warnings():
            # Ours is the limit that counts; the warning stands at twice as many pixels.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(upload, formats=FORMATS)
            _check_size(image)
            # A JPEG can be read at a fraction of its size; other formats pass this by.
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image = ImageOps.exif_transpose(image)
            image.load()
            image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    except ValidationError:
        raise
    except Exception as error:  # A broken file makes Pillow's decoders raise nearly anything.
        raise ValidationError(
            _("The file cannot be read as a picture: upload a JPEG, PNG or WebP that a browser can show.")
        ) from error
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    content = _written(image)
    return Picture(f"{hashlib.sha256(content).hexdigest()[:32]}.webp", content, image.width, image.height)


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > LARGEST_PIXELS:
        raise ValidationError(
            _("The picture has %(width)d × %(height)d pixels; the most is %(limit)d million: make it smaller.")
            % {"width": image.width, "height": image.height, "limit": LARGEST_PIXELS // 1_000_000}
        )
    if min(image.width, image.height) < 2:
        raise ValidationError(_("The picture has hardly any pixels: upload a larger one."))


def _written(image: Image.Image) -> bytes:
    for quality in QUALITIES:
        written = BytesIO()
        image.save(written, "WEBP", quality=quality, method=4)
        if written.tell() <= LARGEST_RESULT:
            break
    return written.getvalue()
