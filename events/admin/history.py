"""The history of every record: who changed what, when and why, word by word; and the way back."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from events.actions.claimed import NotPossible, Outdated
from events.actions.revert import revert, seen_of
from events.exchange.compare import compare
from events.exchange.past import Past

from .reason import ReasonAdmin

PER_PAGE = 20


class HistoryAdmin(ReasonAdmin):
    """`history/` lists the steps; `?to=` one of them shows what going back would change, and POST goes back."""

    def history_view(self, request, object_id, extra_context=None):
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if request.method == "POST":
            return self._revert(request, record)
        past = Past(self.model, record.pk)
        chosen = request.GET.get("to", "")
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(record)s") % {"record": record},
            "opts": self.opts,
            "object": record,
            "may_revert": self.has_change_permission(request, record),
            "seen": seen_of(record),
            **(self._back_to(past, chosen) if chosen else self._steps(past, request.GET.get("p", "1"))),
        }
        return TemplateResponse(request, "admin/history/steps.html", context)

    def _steps(self, past, page):
        changes = past.changes
        shown = Paginator(list(range(len(changes)))[::-1], PER_PAGE).get_page(page)
        steps = [
            {
                "change": changes[at],
                "is_newest": at == len(changes) - 1,
                "is_first": at == 0,
                "differences": _between(past, changes[at - 1], changes[at]) if at else [],
                "can_return": past.own_row(changes[at].pk) is not None,
            }
            for at in shown
        ]
        return {"steps": steps, "page": shown}

    def _back_to(self, past, chosen):
        change = next((each for each in past.changes if str(each.pk) == chosen), None)
        if change is None or past.own_row(change.pk) is None:
            raise Http404
        return {
            "target": change,
            "differences": _between(past, past.changes[-1], change),
        }

    def _revert(self, request, record):
        if not self.has_change_permission(request, record):
            raise PermissionDenied
        try:
            change, seen = (int(request.POST.get(name, "")[:18]) for name in ("change", "seen"))
        except ValueError:
            raise Http404 from None
        reason = request.POST.get("reason", "").replace("\0", "")[:500]
        try:
            lost = revert(self.model, record.pk, change, seen=seen, user=request.user, reason=reason)
        except Outdated as error:
            messages.error(request, str(error))
            return redirect(request.path)
        except NotPossible as error:
            for problem in error.problems:
                messages.error(request, problem)
            return redirect(f"{request.path}?to={change}")
        for words in lost:
            messages.warning(request, words)
        messages.success(request, _("The earlier state is back; the step stands in the history."))
        return redirect(request.path)


def _between(past, one, other):
    return compare(past.records(one.pk), past.records(other.pk), past.names)
