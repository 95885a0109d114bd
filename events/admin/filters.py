"""Side-bar filters that find what still needs an editor."""

from django.contrib.admin import SimpleListFilter
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.completeness import CHECKS, LANGUAGES
from events.record_completeness import lacking_any


class NeedsWork(SimpleListFilter):
    """Events that lack something by the meter's own checks, or that are not certain."""

    title = _("to look at")
    parameter_name = "look"

    # Several checks under one name, since the list has room for few.
    GROUPS = {
        "incomplete": (_("not complete"), tuple(check.name for check in CHECKS)),
        "no_source": (_("no source"), ("source",)),
        "one_source": (_("one source only, where two are expected"), ("two_sources",)),
        "no_standpoint": (_("a source's standpoint is not told"), ("standpoint",)),
        "one_language": (_("a language is missing"), LANGUAGES),
        "length": (_("summary too short or too long"), ("length",)),
        "no_theme": (_("no theme"), ("theme",)),
    }
    CONDITIONS = {
        "uncertain": (_("uncertain or approximate date"), Q(uncertain=True) | Q(approximate=True)),
        "vague": (_("date not known to the day"), ~Q(precision="day")),
        "differs": (_("sources differ"), Q(citations__stance="differs")),
    }

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _rest) in (self.GROUPS | self.CONDITIONS).items()]

    def queryset(self, request, events):
        if group := self.GROUPS.get(self.value()):
            return events.filter(pk__in=lacking_any(events, group[1]))
        if condition := self.CONDITIONS.get(self.value()):
            return events.filter(condition[1]).distinct()
        return events
