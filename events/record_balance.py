"""The published record as the balance counts it; the page and the command both ask here."""

from collections import Counter, defaultdict

from django.db.models import Q

from events.balance import Balance, Cited, balance
from events.dates.day_number import from_day_number
from events.models import Citation, Country, Source
from events.timeline_data.index import RecordIndex, Row

# Vietnam and the states before it are part of every event and of no list of countries.
HOME = "VN"


def record_balance(index: RecordIndex) -> Balance:
    """Counts of the whole published record."""
    known = {name: list(index.terms[name]) for name in ("theme", "source")}
    home = Q(code=HOME) | Q(successor__code=HOME)
    known["country"] = list(Country.objects.exclude(home).values_list("code", flat=True))
    # A reference work adds to what others tell; it tells no event by itself.
    references = set(Source.objects.filter(kind=Source.Kind.REFERENCE).values_list("key", flat=True))
    citations: dict[str, Counter] = defaultdict(Counter)
    for slug, source in Citation.objects.order_by().values_list("event__slug", "source__key"):
        citations[slug][source] += 1
    return balance([cited(row, citations[row.slug], references) for row in index.rows], known)


def cited(row: Row, citations: Counter, references: set[str]) -> Cited:
    return Cited(
        countries=row.values["country"],
        themes=row.values["theme"],
        decade="" if row.earliest is None else str(from_day_number(row.earliest)[0] // 10 * 10),
        citations=citations,
        tellers=frozenset(set(citations) - references),
    )
