"""An address as a QR code that a telephone reads from a wall or from paper."""

from io import BytesIO

import segno

# Longer ones need more than 77 modules a side; on the 8 cm of a hand-out each is then smaller than 0.9 mm.
MOST_CHARACTERS = 400


def is_readable(address: str) -> bool:
    return len(address) <= MOST_CHARACTERS


def code_svg(address: str) -> bytes:
    """A picture without a size of its own, dark on white on every ground, with the quiet zone that readers need."""
    file = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(file, "svg", border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return file.getvalue()
