"""Whoever takes part in an event held, as far as the record knows, one of the posts that it gives them then."""

from collections import defaultdict

from events.models import Event, Office
from tests.unit.project_record import all_records

# Event and person out of every term that the record gives the person, each with the reason why it is right all the same.
OUT_OF_OFFICE: dict[tuple[str, str], str] = {
    ("putin-article-2024", "ho-chi-minh"): "the article is about him; he takes no part in its appearance",
}


def test_people_act_within_their_terms():
    terms = defaultdict(list)
    for record in all_records():
        if record.model is Office:
            terms[record.values["person"]].append(record.values["term"])
    outside, compared = set(), 0
    for event in (record for record in all_records() if record.model is Event):
        date = event.values["date"]
        for person in event.values["people"]:
            if terms[person]:
                compared += 1
                if not any(term.overlaps(date.earliest, date.latest) for term in terms[person]):
                    outside.add((event.key[0], person[0]))
    assert compared > 30
    assert outside == set(OUT_OF_OFFICE)
    assert all(OUT_OF_OFFICE.values())
