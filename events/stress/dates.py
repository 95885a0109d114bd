"""Dates of made-up events: ever more of them towards our time, and the older the vaguer."""

import random

FIRST, LAST = 1000, 2026
# Years after which, going back, about a third as many events are left.
GROWTH = 130
# Chances of each form for an event of our time, and what is added to the vague ones a thousand years back.
FORMS = {"day": 46, "month": 20, "year": 12, "decade": 1, "days": 9, "months": 4, "years": 4, "since": 3, "until": 1}
OLDER = {"year": 60, "decade": 30, "years": 20, "until": 2}


def made_date(dice: random.Random) -> str:
    """One EDTF text between the years 1000 and 2026."""
    year = LAST - int(dice.expovariate(1 / GROWTH))
    while year < FIRST:
        year = LAST - int(dice.expovariate(1 / GROWTH))
    age = (LAST - year) / (LAST - FIRST)
    form = dice.choices(list(FORMS), [chance + age * OLDER.get(name, 0) for name, chance in FORMS.items()])[0]
    mark = dice.choices(["", "~", "?"], [94, 4, 2])[0]
    month, day = dice.randint(1, 12), dice.randint(1, 28)
    later = min(year + int(dice.expovariate(1 / 6)), LAST)
    match form:
        case "day":
            return f"{year}-{month:02}-{day:02}"
        case "month":
            return f"{year}-{month:02}{mark}"
        case "year":
            return f"{year}{mark}"
        case "decade":
            return f"{year // 10}X{mark}"
        case "days":
            return f"{year}-{month:02}-{day:02}/{year}-{month:02}-{min(28, day + dice.randint(1, 9)):02}"
        case "months":
            return f"{year}-{month:02}{mark}/{later}-12"
        case "years":
            return f"{year}/{later}{mark}"
        case "since":
            return f"{year}-{month:02}/.."
    return f"../{year}"
