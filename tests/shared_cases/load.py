"""Puts the small record into the database, as rows, by the plain ORM."""

from events.models import (
    Citation,
    Country,
    Event,
    Organisation,
    Period,
    Person,
    Place,
    RecordVersion,
    Relation,
    Source,
    Theme,
)
from events.search.column import search_text

from .made_record import NAMES, RELATIONS, VOCABULARY

MANY = {"countries": Country, "themes": Theme, "organisations": Organisation, "people": Person}


def load(rows: list[dict]) -> None:
    _load_vocabulary()
    sources = {source.key: source for source in Source.objects.all()}
    places = {place.slug: place for place in Place.objects.all()}
    many = {name: {record.natural_key()[0]: record for record in model.objects.all()} for name, model in MANY.items()}
    names = ("slug", "date", "title_vi", "title_en", "summary_vi", "summary_en", "importance", "status")
    events = []
    for row in rows:
        event = Event(**{name: row[name] for name in names}, place=places.get(row["place"]))
        event.alternative_names_en = row["alternative_names"]
        event.search = search_text(event)
        events.append(event)
    Event.objects.bulk_create(events)
    for event, row in zip(events, rows, strict=True):
        for name, records in many.items():
            getattr(event, name).set([records[key] for key in row[name]])
        for key in row["sources"]:
            stance = {"stance": "differs", "stated_value": "1955"} if key in row["differs"] else {}
            Citation.objects.create(event=event, source=sources[key], locator="§1", **stance)
            Citation.objects.create(event=event, source=sources[key], locator="§2")
    for a, b, kind, debated in RELATIONS:
        status = Relation.Status.DEBATED if debated else Relation.Status.AGREED
        source = sources["first-source"]
        Relation.objects.create(
            from_event=events[a], to_event=events[b], kind=kind, status=status, source=source, locator="§1"
        )
    RecordVersion.bump()


def _load_vocabulary() -> None:
    for code, vi, en, colour, shape in VOCABULARY["countries"]:
        others = "; ".join(NAMES.get(("country", code), []))
        Country.objects.create(
            code=code, name_vi=vi, name_en=en, colour=colour, shape=shape, alternative_names_vi=others
        )
    for order, (slug, vi, en) in enumerate(VOCABULARY["themes"]):
        Theme.objects.create(slug=slug, name_vi=vi, name_en=en, order=order)
    for slug in VOCABULARY["organisations"]:
        others = "; ".join(NAMES.get(("organisation", slug), []))
        Organisation.objects.create(slug=slug, name_vi=slug, name_en=slug, kind="agency", alternative_names_vi=others)
    for slug in VOCABULARY["people"]:
        other = NAMES.get(("person", slug), [""])[0]
        Person.objects.create(slug=slug, name_vi=slug, name_en=slug, original_name=other)
    for key, vi, en in VOCABULARY["sources"]:
        Source.objects.create(key=key, title_vi=vi, title_en=en, kind="scholarly", csl_type="book", original_title=vi)
    for slug, vi, en in VOCABULARY["places"]:
        first, second = NAMES.get(("place", slug), ["", ""])
        Place.objects.create(slug=slug, name_vi=vi, name_en=en, former_name_vi=first, former_name_en=second)
    for order, (slug, vi, en, dates, key) in enumerate(VOCABULARY["periods"]):
        source = Source.objects.get(key=key)
        Period.objects.create(slug=slug, name_vi=vi, name_en=en, dates=dates, periodisation=source, order=order)
