"""What the editors' pages need of dates and of languages."""

from django import template
from django.utils.translation import get_language

from events.dates.names import MONTHS_EN, MONTHS_RU, SEASONS_EN, SEASONS_RU, SEASONS_VI

register = template.Library()


@register.simple_tag
def month_choices() -> list[tuple[str, str]]:
    """`01`-`12` and the seasons `21`-`24` with their names, as EDTF numbers them."""
    language = get_language()
    if language == "vi":
        months = [(f"{number:02}", f"tháng {number}") for number in range(1, 13)]
        return months + [(str(number), f"mùa {name}") for number, name in SEASONS_VI.items()]
    months_named, seasons = MONTHS_EN, SEASONS_EN
    if language == "ru":
        months_named, seasons = MONTHS_RU, {number: cases[0] for number, cases in SEASONS_RU.items()}
    months = [(f"{number:02}", name) for number, name in enumerate(months_named) if number]
    return months + [(str(number), name) for number, name in seasons.items()]
