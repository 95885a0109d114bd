"""EventFilter: the one reader and writer of a view's query string."""

from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import gettext as _

from events.dates import HistoricalDate
from events.models import Event, Period
from events.search import words
from events.search.query import matching
from events.timeline_data.by_end import ByEnd
from events.timeline_data.index import RecordIndex

from . import params
from .params import REPEATABLE, FilterError

_COLUMNS = {"country": "countries__code", "theme": "themes__slug", "organisation": "organisations__slug",
            "person": "people__slug", "source": "citations__source__key"}  # fmt: skip
_DEFAULTS = {"importance": 3, "page": 0}
MOST_PAGES = 999_999
# Parameters that say how the view is drawn, not which events are in it.
PRESENTATION = ("lanes", "periods", "event", "t0", "t1", "page")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events a view shows and how it is drawn; equal views have equal filters and equal query strings."""

    country: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    q: str = ""
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None
    importance: int = 3
    lanes: str = ""
    periods: str = ""
    event: str = ""
    t0: HistoricalDate | None = None
    t1: HistoricalDate | None = None
    # Of the list; 0 is the page with the event, or the first.
    page: int = 0

    @classmethod
    def from_querydict(cls, data, index: RecordIndex | None = None, extra: tuple[str, ...] = ()) -> "EventFilter":
        """Read a request's parameters; raises FilterError naming the first one that is wrong.

        `index` lets unknown keys be refused too; `extra` names parameters that the caller reads itself.
        """
        if not data:
            return cls()
        params.check_names(data, params.PARAMETERS + extra)
        view = cls(
            **{name: params.keys(data, name) for name in REPEATABLE},
            q=params.text(data),
            since=params.date(data, "from"),
            until=params.date(data, "to"),
            importance=params.importance(data),
            lanes=params.lanes(data),
            periods=params.key("periods", params.single(data, "periods")),
            event=params.key("event", params.single(data, "event")),
            t0=params.date(data, "t0"),
            t1=params.date(data, "t1"),
            page=params.whole_number(data, "page", 0, 1, MOST_PAGES),
        )
        view = view.with_value("page", view.page)
        view._check_order()
        if index:
            view._check_known(index)
        return view

    def _check_order(self):
        for first, last, name in ((self.since, self.until, "to"), (self.t0, self.t1, "t1")):
            if first and last and not first.overlaps(None, last.latest):
                message = _("The end comes before the beginning (%s).") % first
                raise FilterError(name, str(last), message)

    def _check_known(self, index: RecordIndex):
        for name in REPEATABLE:
            for value in getattr(self, name):
                if value not in index.terms[name]:
                    raise FilterError(name, value, _("The record knows no such entry."))
        for code in self.lane_codes:
            if code not in index.terms["country"]:
                raise FilterError("lanes", code, _("The record knows no such country."))
        if self.event and self.event not in index.position:
            raise FilterError("event", self.event, _("The record has no such event."))
        if self.periods and self.periods not in {
            t.details["periodisation__key"] for t in index.terms["period"].values()
        }:
            raise FilterError("periods", self.periods, _("No periods come from this source."))

    @property
    def lane_codes(self) -> tuple[str, ...]:
        return () if self.lanes in ("", "none", "theme") else tuple(self.lanes.split(","))

    @property
    def is_filtered(self) -> bool:
        return any(name not in PRESENTATION for name, _value in self.pairs())

    def pairs(self) -> list[tuple[str, str]]:
        """The parameters that are not at their default, sorted."""
        pairs = []
        for name, value in ((_PARAMETER.get(f.name, f.name), getattr(self, f.name)) for f in fields(self)):
            if isinstance(value, tuple):
                pairs += [(name, item) for item in value]
            elif value not in ("", None) and value != _DEFAULTS.get(name):
                pairs.append((name, str(value)))
        return sorted(pairs)

    def to_querystring(self) -> str:
        return urlencode(self.pairs(), safe=",/")

    def cache_key(self) -> str:
        return self.to_querystring()

    def without(self, name: str, value: str | None = None) -> "EventFilter":
        """The view with a parameter, or one value of it, taken away."""
        field = _FIELD.get(name, name)
        if value is not None and name in REPEATABLE:
            return self._changed(field, tuple(item for item in getattr(self, field) if item != value))
        return self._changed(field, getattr(EventFilter(), field))

    def with_value(self, name: str, value: Any) -> "EventFilter":
        """The view with one more value of a repeatable parameter, or another value of a single one."""
        field = _FIELD.get(name, name)
        if name in REPEATABLE:
            value = tuple(sorted({*getattr(self, field), value}))
        elif name == "page" and value == 1 and not self.event:
            value = 0
        return self._changed(field, value)

    def _changed(self, field: str, value: Any) -> "EventFilter":
        # Other events are other pages of the list.
        changes: dict[str, Any] = {"page": self.page if field in PRESENTATION else 0, field: value}
        return replace(self, **changes)

    # --- The events it stands for, asked of the database or of the index; tests prove both equal ----------------------

    def apply(self, events):
        """Narrow a queryset of events."""
        for name, column in _COLUMNS.items():
            if values := getattr(self, name):
                events = events.filter(pk__in=Event.objects.filter(**{f"{column}__in": values}).values("pk"))
        if self.period:
            spans = Q(pk__in=[])
            for earliest, latest in Period.objects.filter(slug__in=self.period).values_list("earliest", "latest"):
                spans |= Q(pk__in=Event.objects.overlapping(earliest, latest).values("pk"))
            events = events.filter(spans)
        if self.importance < 3:
            events = events.filter(importance__lte=self.importance)
        return matching(events.overlapping(*self.span), self.q)

    @property
    def span(self) -> tuple[int | None, int | None]:
        """The days between which events are asked for; None is open."""
        return (self.since.earliest if self.since else None, self.until.latest if self.until else None)

    def bits(self, index: RecordIndex | ByEnd) -> int:
        """The same events as a bitmap over the index, in either of its orders."""
        bits = index.everything
        for part in self.parts(index).values():
            bits &= part
        return bits

    def parts(self, index: RecordIndex | ByEnd) -> dict[str, int]:
        """One bitmap per criterion that is set; facets leave out their own."""
        parts = {}
        for name in REPEATABLE:
            if values := getattr(self, name):
                parts[name] = 0
                for value in values:
                    parts[name] |= index.bits[name].get(value, 0)
        if self.importance < 3:
            parts["importance"] = index.bits["importance"][str(self.importance)]
        if self.since or self.until:
            parts["span"] = index.overlapping(*self.span)
        if self.q:
            # Signs alone ask for something that no text holds.
            parts["q"] = index.holding(found) if (found := words(self.q)) else 0
        return parts


_PARAMETER = {"since": "from", "until": "to"}
_FIELD = {"from": "since", "to": "until"}
