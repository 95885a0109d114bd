"""Makes records again from their kept states, under the numbers that they had."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.exchange.fields import fields_of

from .claimed import NotPossible


def bring_back(model, row) -> list[str]:
    """Create the record of a kept state; returns a sentence instead where what it points to is no more."""
    record = model(**{field.attname: getattr(row, field.attname) for field in row.tracked_fields})
    for field in fields_of(model).values():
        number = getattr(record, field.attname) if field.many_to_one else None
        if number is not None and not field.related_model.objects.filter(pk=number).exists():
            words = _("%(kind)s left out, since the %(target)s to which it points was deleted")
            kind, target = model._meta.verbose_name, field.verbose_name
            return [words % {"kind": kind, "target": target}]
    check_record(record)
    record.save(force_insert=True)
    return []


def check_record(record) -> None:
    """Refuse what the rules of the model refuse; raises NotPossible."""
    try:
        record.full_clean()
    except ValidationError as error:
        told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
        raise NotPossible(
            f"{record._meta.verbose_name} {name}: {' '.join(words)}" for name, words in told.items()
        ) from None


def set_links(record, row, past) -> list[str]:
    """Give the record the many-to-many links of its kept state; returns which of them are no more."""
    lost = []
    for name, field in fields_of(type(record)).items():
        if not field.many_to_many:
            continue
        wanted = past.links.get((name, row.history_id), [])
        there = set(field.related_model.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        getattr(record, name).set(there)
        if gone := len(set(wanted) - there):
            lost.append(
                _("%(field)s: %(count)d left out, since deleted") % {"field": field.verbose_name, "count": gone}
            )
    return lost
