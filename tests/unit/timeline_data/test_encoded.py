"""Which compressed copy a reader gets, and that each unpacks to the same bytes."""

import gzip

import brotli
import pytest

from events.timeline_data.encoded import Encoded, best_encoding


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("GZIP", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q = 0.000, gzip;q=0.1", "gzip"),
        ("br;q=0.05", "br"),
        ("broken, xgzip, identity", ""),
        ("", ""),
    ],
)
def test_the_best_copy_that_is_taken(accepted, expected):
    assert best_encoding(accepted) == expected


@pytest.mark.parametrize("lasting", [False, True])
def test_every_copy_says_the_same(lasting):
    text = "Điện Biên Phủ, Женева, Genève. " * 200
    body = Encoded(text.encode(), lasting)
    assert (
        body.in_encoding("") == brotli.decompress(body.in_encoding("br")) == gzip.decompress(body.in_encoding("gzip"))
    )
    assert len(body.in_encoding("br")) < len(body.in_encoding("gzip")) < len(body.content)
