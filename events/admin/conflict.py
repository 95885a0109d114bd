"""What the loser of two edits is shown: both versions field by field, and a post that joins them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import ModelMultipleChoiceField
from django.http import QueryDict
from django.utils.translation import gettext as _

from events.exchange.difference import Piece, word_difference
from events.merge import Difference, Fate, MergedRow, Who, merge_rows, merge_values
from events.models import Change

from .form_state import FormState, shown_state, typed_rows, typed_values, write_rows


@dataclass(frozen=True, slots=True)
class Item:
    """One field in which the typed text and the record differ; `anchor` is the input that holds the merged value."""

    label: str
    anchor: str
    who: Who
    typed: str
    present: str
    pieces: list[Piece]
    # What a script puts into the input when the editor decides: [[value, words], …].
    present_values: str
    typed_values: str


@dataclass(frozen=True, slots=True)
class Conflict:
    post: QueryDict
    record: Any
    seen_version: str
    items: list[Item]
    notices: list[str]

    @property
    def last(self) -> Change | None:
        """The newest change that is kept of the record: who, when and why."""
        state = self.record.history.select_related("change__user").order_by("-history_id").first()
        return state and state.change

    @property
    def decisions(self) -> list[Item]:
        """Fields that both have changed: the typed text stands in the form until the editor decides."""
        return [item for item in self.items if item.who is Who.BOTH]

    @property
    def taken(self) -> list[Item]:
        """Fields that only the others changed, or lists that could be joined: the form holds what they wrote."""
        return [item for item in self.items if item.who in (Who.THEIRS, Who.JOINED)]

    @property
    def own(self) -> list[Item]:
        """Fields that only this editor changed."""
        return [item for item in self.items if item.who is Who.MINE]


def find_conflict(post: QueryDict, record: Any, form: Any, formsets: list[Any]) -> Conflict:
    """Merge a post with the record as it is now; `form` and `formsets` are unbound and show that record."""
    merged = post.copy()
    began = FormState.from_json(post.get("seen_state", ""))
    present = shown_state(form, formsets)
    lists = [name for name, field in form.fields.items() if isinstance(field, ModelMultipleChoiceField)]
    values, differences = merge_values(began and began.fields, typed_values(form, post), present.fields, lists)
    for name, texts in values.items():
        merged.setlist(form.add_prefix(name), list(texts))
    items = [_item(difference, form, form.add_prefix(difference.field)) for difference in differences]
    notices = []
    for formset in formsets:
        bound = type(formset)(post, instance=record, prefix=formset.prefix, queryset=formset.get_queryset())
        started = began.rows.get(formset.prefix) if began else None
        rows = merge_rows(started, typed_rows(bound, post), present.rows[formset.prefix])
        write_rows(merged, formset, rows, record)
        names = {str(one.instance.pk): str(one.instance) for one in formset.initial_forms}
        for number, row in enumerate(rows):
            owner = names.get(row.key) or _("new row")
            notices += _notices(formset, row, owner)
            items += [
                _item(difference, formset.empty_form, f"{formset.prefix}-{number}-{difference.field}", owner)
                for difference in row.differences
            ]
    merged["seen_state"] = present.to_json()
    merged["seen_version"] = str(getattr(record, "version", ""))
    return Conflict(merged, record, post.get("seen_version", ""), items, notices)


def _notices(formset: Any, row: MergedRow, name: str) -> Iterator[str]:
    kind = formset.model._meta.verbose_name
    if row.fate is Fate.ADDED_BY_THEM:
        yield _("%(kind)s added by others, now in the form: %(name)s") % {"kind": kind, "name": name}
    elif row.fate is Fate.DELETED_BY_THEM:
        name = " ".join(text for texts in row.values.values() for text in texts)[:80]
        yield _("%(kind)s that others deleted while you changed it, put back as a new one: %(name)s") % {
            "kind": kind,
            "name": name,
        }
    elif row.fate is Fate.DELETED_BY_ME:
        yield _("%(kind)s that you deleted while others changed it, still in the form: %(name)s") % {
            "kind": kind,
            "name": name,
        }


def _item(difference: Difference, form: Any, html_name: str, owner: str = "") -> Item:
    field = form.fields[difference.field]
    label = form[difference.field].label
    typed, present = _named(field, difference.typed), _named(field, difference.present)
    typed_words, present_words = _words(typed), _words(present)
    return Item(
        label=f"{owner}: {label}" if owner else str(label),
        anchor=f"id_{html_name}",
        who=difference.who,
        typed=typed_words,
        present=present_words,
        pieces=word_difference(present_words, typed_words),
        present_values=json.dumps(present, ensure_ascii=False),
        typed_values=json.dumps(typed, ensure_ascii=False),
    )


def _named(field: Any, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Each value with the words that a reader knows it by."""
    if hasattr(field, "queryset"):
        keys = [text for text in texts if text.isascii() and text.isdigit()]
        names = {str(one.pk): str(one) for one in field.queryset.filter(pk__in=keys)}
    else:
        names = {str(value): str(words) for value, words in getattr(field, "choices", ())}
    return [(text, names.get(text, text)) for text in texts]


def _words(named: list[tuple[str, str]]) -> str:
    return ", ".join(sorted(words for _value, words in named)) if len(named) > 1 else "".join(w for _v, w in named)
