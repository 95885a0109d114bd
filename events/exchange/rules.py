"""What records must say together: sources of a published event, order in time, no circles, one preferred date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from events.languages import REQUIRED, columns
from events.models import Citation, Country, Event, Figure, Relation
from events.models.relation import order_problem

from .duplicates import check_duplicates
from .fields import Key, nearest
from .records import Model, Name, Record, label_of
from .report import Report

World = Mapping[Name, Record]
"""Every record by name as it would stand after the load: the database, with the files laid over it."""

PUBLISHED_TEXTS = [column for name in ("title", "summary", "significance") for column in columns(name, REQUIRED)]
NOTES = list(columns("note", REQUIRED))


def check_references(records: Iterable[Record], known: Mapping[Model, set[Any]], report: Report) -> None:
    """Refuse every key that neither the files nor the database hold."""
    for record in records:
        for field, (model, key) in record.references():
            if key not in known[model]:
                words = _("%(target)s is neither in the files nor in the database%(hint)s") % {
                    "target": label_of((model, key)),
                    "hint": "" if report.is_full else nearest(key[0], (other[0] for other in known[model])),
                }
                report.add(record.at(field), words, record.label, field)


def check_rules(records: list[Record], world: World, report: Report) -> None:
    """Refuse what the new records would make untrue; what stands in the database alone is left in peace."""
    loaded = {record.name for record in records}
    check_each(records, world.values(), report)
    _check_order(loaded, world, report)
    _check_preferred(loaded, world, report)
    _check_circles(loaded, world, report)
    check_duplicates([record for record in world.values() if record.model is Event], loaded, report)


def check_each(records: Iterable[Record], cited_by: Iterable[Record], report: Report) -> None:
    """Refuse what a record lacks by itself, an event also a citation among `cited_by`."""
    cited = {record.values.get("event") for record in cited_by if record.model is Citation}
    for record in records:
        if record.model is Event and record.values["status"] == Event.Status.PUBLISHED:
            _check_published(record, cited, report)
        if record.model is Citation and record.values["stance"] == Citation.Stance.DIFFERS:
            _require(record, NOTES, _("a citation that differs needs its note in both languages"), report)
        if record.model is Figure and record.values["value"] is None:
            _require(record, NOTES, _("a figure without value needs a note in both languages that says why"), report)


def _check_published(event: Record, cited: set[Any], report: Report) -> None:
    _require(event, PUBLISHED_TEXTS, _("a published event needs this text: write it, or set status to draft"), report)
    if event.key not in cited:
        words = _("a published event needs at least one source: add a citation, or set status to draft")
        report.add(event.at("status"), words, event.label, "status")


def _require(record: Record, fields: list[str], words: str, report: Report) -> None:
    for field in fields:
        if not record.values[field]:
            report.add(record.at(field), words, record.label, field)


def _check_order(loaded: set[Name], world: World, report: Report) -> None:
    """A cause may not surely begin after its effect; told where the load has a hand in it."""
    for relation in world.values():
        if relation.model is not Relation:
            continue
        ends = [world[Event, relation.values[side]] for side in ("from_event", "to_event")]
        problem = order_problem(relation.values["kind"], *(event.values["date"] for event in ends))
        told = next((record for record in (relation, *ends) if record.name in loaded), None)
        if problem and told:
            field = "kind" if told is relation else "date"
            words = str(problem) if told is relation else f"{relation.label}: {problem}"
            report.add(told.at(field), words, told.label, field)


def _check_preferred(loaded: set[Name], world: World, report: Report) -> None:
    preferred = defaultdict(list)
    for record in world.values():
        if (
            record.model is Citation
            and record.values["preferred"]
            and record.values["supports"] == Citation.Supports.DATE
        ):
            preferred[record.values["event"]].append(record)
    for citations in preferred.values():
        for record in citations:
            others = [other.label for other in citations if other is not record]
            if others and record.name in loaded:
                words = _("%(other)s already gives the preferred date of this event: keep one") % {"other": others[0]}
                report.add(record.at("preferred"), words, record.label, "preferred")


def _check_circles(loaded: set[Name], world: World, report: Report) -> None:
    """No event is a part of itself by way of others, no state its own successor."""
    parts: dict[Key, list[tuple[Key, Record]]] = {}
    successors: dict[Key, list[tuple[Key, Record]]] = {}
    for record in world.values():
        if record.model is Relation and record.values["kind"] == Relation.Kind.PART_OF:
            parts.setdefault(record.values["from_event"], []).append((record.values["to_event"], record))
        if record.model is Country and record.values["successor"]:
            successors[record.key] = [(record.values["successor"], record)]
    for edges, field in ((parts, "kind"), (successors, "successor")):
        for circle in _circles(edges):
            told = next((record for _target, record in circle if record.name in loaded), None)
            if told:
                way = " → ".join(key[0] for key in [circle[-1][0], *(target for target, _record in circle)])
                report.add(told.at(field), _("a circle: %(way)s; take one link out") % {"way": way}, told.label, field)


def _circles(edges: dict[Any, list[tuple[Any, Record]]]) -> Iterable[list[tuple[Any, Record]]]:
    """Every circle that a walk from each node meets, as its links in order; walks without recursion."""
    done: set[Any] = set()
    for start in edges:
        path: list[tuple[Any, Record]] = []
        on_path: dict[Any, int] = {start: 0}
        stack = [iter(edges[start])] if start not in done else []
        while stack:
            link = next(stack[-1], None)
            if link is None:
                stack.pop()
                done.add(on_path.popitem()[0])
                if path:
                    path.pop()
            elif link[0] in on_path:
                yield [*path[on_path[link[0]] :], link]
            elif link[0] not in done:
                path.append(link)
                on_path[link[0]] = len(path)
                stack.append(iter(edges.get(link[0], ())))
