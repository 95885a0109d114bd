"""Shapes of the JSON answers: one function per record, plain values only."""

from django.urls import reverse

from events.dates.display import display
from events.languages import LANGUAGES, REQUIRED


def event_json(event) -> dict:
    """One event with everything that the record holds about it; related rows must be prefetched (`with_everything`)."""
    return {
        "slug": event.slug,
        "url": reverse("neutral-event", args=[event.slug]),
        "date": date_json(event.date),
        "title": names_of(event, "title"),
        "summary": names_of(event, "summary"),
        "significance": names_of(event, "significance"),
        "importance": event.importance,
        "countries": sorted(country.code for country in event.countries.all()),
        "organisations": sorted(organisation.slug for organisation in event.organisations.all()),
        "themes": sorted(theme.slug for theme in event.themes.all()),
        "people": sorted(person.slug for person in event.people.all()),
        "place": place_json(event.place) if event.place else None,
        "citations": [citation_json(citation) for citation in event.citations.all()],
        "relations": [
            {"kind": relation.kind, "to": relation.to_event.slug, "status": relation.status}
            for relation in event.relations_out.all()
            if relation.to_event.status == "published"
        ],
        "figures": [figure_json(figure) for figure in event.figures.all()],
        "version": event.version,
    }


def names_of(record, field: str) -> dict[str, str]:
    """A text by language: vi and en, and every other one that has it."""
    texts = {code: getattr(record, f"{field}_{code}") for code in LANGUAGES}
    return {code: text for code, text in texts.items() if text or code in REQUIRED}


def date_json(date) -> dict:
    """`earliest` and `latest` are proleptic Gregorian day numbers (1 = 0001-01-01); null is an open side."""
    return {
        "edtf": str(date),
        "earliest": date.earliest,
        "latest": date.latest,
        "precision": str(date.precision),
        "label": {code: display(date, code) for code in LANGUAGES},
    }


def place_json(place) -> dict:
    return {
        "slug": place.slug,
        "name": names_of(place, "name"),
        "lat": number(place.latitude),
        "lon": number(place.longitude),
    }


def citation_json(citation) -> dict:
    shape = {
        "source": citation.source.key,
        "locator": citation.locator,
        "supports": citation.supports,
        "stance": citation.stance,
        "note": names_of(citation, "note"),
    }
    if citation.stated_value:
        shape |= {"value": citation.stated_value, "preferred": citation.preferred}
    return shape


def figure_json(figure) -> dict:
    """`value` is null where the copy of the source has lost the number."""
    return {
        "key": figure.key,
        "label": names_of(figure, "label"),
        "value": number(figure.value),
        "unit": names_of(figure, "unit"),
        "qualifier": figure.qualifier,
    }


def number(value):
    """A decimal as the JSON number that prints the same: an integer where it is one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
