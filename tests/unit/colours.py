"""Contrast by the formula of WCAG 2, four kinds of colour vision after Machado 2009, distance by CIEDE2000."""

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]

# Full strength; Machado, Oliveira and Fernandes 2009, table 1. They act on light, not on the stored values.
VISIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def light(colour: str) -> Triple:
    """Linear red, green and blue, 0 to 1, of `#rrggbb` or `#rgb`."""
    digits = colour.lstrip("#")
    pairs = [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]
    values = [int(pair, 16) / 255 for pair in pairs]
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """1 to 21."""
    darker, lighter = sorted(_dot((0.2126, 0.7152, 0.0722), light(colour)) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: str, other: str, vision: str = "normal") -> float:
    """How far apart two colours look, ΔE by CIEDE2000, to one of VISIONS."""
    return _ciede2000(_lab(_seen(one, vision)), _lab(_seen(other, vision)))


def _seen(colour: str, vision: str) -> Triple:
    red, green, blue = (min(max(_dot(row, light(colour)), 0), 1) for row in VISIONS[vision])
    return red, green, blue


def _dot(a: Triple, b: Triple) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _lab(rgb: Triple) -> Triple:
    """CIE L*a*b* under D65."""
    x = _dot((0.4124564, 0.3575761, 0.1804375), rgb) / 0.95047
    y = _dot((0.2126729, 0.7151522, 0.0721750), rgb)
    z = _dot((0.0193339, 0.1191920, 0.9503041), rgb) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _ciede2000(one: Triple, other: Triple) -> float:
    """As written by Sharma, Wu and Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    c7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    stretch = 1.5 - 0.5 * sqrt(c7 / (c7 + 25**7))
    c1, c2 = hypot(a1 * stretch, b1), hypot(a2 * stretch, b2)
    h1, h2 = (degrees(atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * cos(radians(mean_h - 30)) + 0.24 * cos(radians(2 * mean_h))
    t += 0.32 * cos(radians(3 * mean_h + 6)) - 0.20 * cos(radians(4 * mean_h - 63))
    part_l = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2))
    part_c = (c2 - c1) / (1 + 0.045 * mean_c)
    part_h = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    m7 = mean_c**7
    rotation = -sin(radians(60 * exp(-(((mean_h - 275) / 25) ** 2)))) * 2 * sqrt(m7 / (m7 + 25**7))
    return sqrt(part_l**2 + part_c**2 + part_h**2 + rotation * part_c * part_h)
