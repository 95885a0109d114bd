"""What an import does with each record, in lines for a terminal: `update event x` and every change word by word."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .difference import marked_difference
from .plan import Action, Entry, Plan
from .report import MOST_MESSAGES, printable

SHOWN = (Action.CONFLICT, Action.UPDATE, Action.CREATE)


def plan_lines(plan: Plan, most: int = MOST_MESSAGES) -> Iterator[str]:
    """Conflicts, updates and new records, at most `most` of each and then a count."""
    for action in SHOWN:
        entries = plan.of(action)
        for entry in entries[:most]:
            yield f"{action:9} {entry.record.label}  ({entry.record.location})"
            yield from difference_lines(entry)
        if len(entries) > most:
            yield f"{action:9} " + _("and %(count)d more") % {"count": len(entries) - most}


def difference_lines(entry: Entry) -> Iterator[str]:
    """`    title_en: The Geneva [-Accords-]{+Agreements+}`, one line a field."""
    for name, old, new in entry.differences():
        yield f"    {name}: {printable(marked_difference(old, new))}"
