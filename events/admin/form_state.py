"""What a change form sends, read from forms as they are shown and from what was posted, and written back as a post."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.http import QueryDict

from events.merge import TypedRow

# Fields that say how a form was sent, not what the record holds.
TECHNICAL = ("DELETE", "id", "ORDER")


@dataclass(slots=True)
class FormState:
    """The values of the form itself, and of each list inside it by the key of its rows."""

    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, dict[str, dict[str, tuple[str, ...]]]] = field(default_factory=dict)

    def to_json(self) -> str:
        return json.dumps([self.fields, self.rows], separators=(",", ":"), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "FormState | None":
        """What `to_json` wrote; None for anything else, since it has been in the hands of a browser."""
        try:
            fields, lists = json.loads(text)
            rows = {str(prefix): {str(key): _texts(row) for key, row in rows.items()} for prefix, rows in lists.items()}
            return cls(_texts(fields), rows)
        except (ValueError, TypeError, AttributeError, RecursionError):
            return None


def _texts(values: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {str(name): tuple(str(one) for one in found) for name, found in values.items()}


def shown_state(form: Any, formsets: Any) -> FormState:
    """The values of unbound forms, as a browser would send them back untouched."""
    rows = {formset.prefix: {str(one.instance.pk): shown_values(one) for one in formset.initial_forms}
            for formset in formsets}  # fmt: skip
    return FormState(shown_values(form), rows)


def shown_values(form: Any) -> dict[str, tuple[str, ...]]:
    return {name: _shown(form[name]) for name in _names(form)}


def _names(form: Any) -> list[str]:
    return [
        name
        for name, each in form.fields.items()
        if name not in TECHNICAL
        and not each.disabled
        and not getattr(each, "is_about_the_form", False)
        and not hasattr(each, "parent_instance")
        and not each.widget.needs_multipart_form
    ]


def _shown(bound: Any) -> tuple[str, ...]:
    value = bound.value()
    if value is True:
        return ("on",)
    if value is None or value is False or value == "":
        return ()
    if isinstance(value, (list, tuple)) or hasattr(value, "model"):
        return tuple(str(getattr(one, "pk", one)) for one in value)
    return (_plain(str(bound.field.widget.format_value(value) or "")) if _is_text(bound) else str(value),)


def _is_text(bound: Any) -> bool:
    return not hasattr(bound.field, "choices")


def typed_values(form: Any, post: QueryDict) -> dict[str, tuple[str, ...]]:
    """The same fields as they were posted."""
    found = {name: tuple(_plain(text) for text in post.getlist(form.add_prefix(name))) for name in _names(form)}
    return {name: tuple(text for text in texts if text) for name, texts in found.items()}


def _plain(text: str) -> str:
    # A browser ends the lines of a text with CR LF.
    return text.replace("\r\n", "\n").strip()


def typed_rows(formset: Any, post: QueryDict) -> list[TypedRow]:
    """The rows of a bound formset as they were posted; an untouched empty row is none."""
    rows = []
    for number, form in enumerate(formset.forms):
        key = post.get(f"{formset.prefix}-{number}-{formset.model._meta.pk.name}", "")
        values = typed_values(form, post)
        delete = bool(post.get(form.add_prefix("DELETE")))
        if key or (not delete and form.has_changed()):
            rows.append(TypedRow(key, values, delete))
    return rows


def write_rows(post: QueryDict, formset: Any, rows: Any, owner: Any) -> None:
    """Put merged rows in the place of those that were posted."""
    prefix = formset.prefix
    for name in [name for name in post if name.startswith(f"{prefix}-") and name[len(prefix) + 1 :][:1].isdigit()]:
        del post[name]
    post[f"{prefix}-{TOTAL_FORM_COUNT}"] = str(len(rows))
    post[f"{prefix}-{INITIAL_FORM_COUNT}"] = str(sum(1 for row in rows if row.key))
    for number, row in enumerate(rows):
        for name, texts in row.values.items():
            post.setlist(f"{prefix}-{number}-{name}", list(texts))
        post[f"{prefix}-{number}-{formset.model._meta.pk.name}"] = row.key
        post[f"{prefix}-{number}-{formset.fk.name}"] = str(owner.pk)
        if row.delete:
            post[f"{prefix}-{number}-DELETE"] = "on"
