"""What the editors' pages need of dates and of languages."""

from django import template
from django.utils.translation import get_language

from events.dates.names import MONTHS_EN, SEASONS_EN, SEASONS_VI

register = template.Library()


@register.simple_tag
def month_choices() -> list[tuple[str, str]]:
    """`01`-`12` and the seasons `21`-`24` with their names, as EDTF numbers them."""
    if get_language() == "vi":
        months = [(f"{number:02}", f"tháng {number}") for number in range(1, 13)]
        return months + [(str(number), f"mùa {name}") for number, name in SEASONS_VI.items()]
    months = [(f"{number:02}", name) for number, name in enumerate(MONTHS_EN) if number]
    return months + [(str(number), name) for number, name in SEASONS_EN.items()]
