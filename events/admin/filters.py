"""Side-bar filters that find what still needs an editor."""

from django.contrib.admin import SimpleListFilter
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class NeedsWork(SimpleListFilter):
    """Events that lack something, or that are not certain."""

    title = _("to look at")
    parameter_name = "look"

    CASES = {
        "no_source": (_("no source"), Q(citations__isnull=True)),
        "uncertain": (_("uncertain or approximate date"), Q(uncertain=True) | Q(approximate=True)),
        "vague": (_("date not known to the day"), ~Q(precision="day")),
        "differs": (_("sources differ"), Q(citations__stance="differs")),
        "one_language": (
            _("a language is missing"),
            Q(title_vi="") | Q(title_en="") | Q(summary_vi="") | Q(summary_en="") | Q(significance_vi="")
            | Q(significance_en=""),
        ),
        "no_theme": (_("no theme"), Q(themes__isnull=True)),
    }  # fmt: skip

    def lookups(self, request, model_admin):
        return [(value, label) for value, (label, _condition) in self.CASES.items()]

    def queryset(self, request, events):
        case = self.CASES.get(self.value())
        return events.filter(case[1]).distinct() if case else events
