"""Records that were deleted, each with the way back."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from events.actions.restore import deleted_records, restore
from events.models import RECORD_MODELS

from .answers import done, posted_number, posted_text

MODELS = {model._meta.model_name: model for model in RECORD_MODELS}


def deleted(site, request):
    user = request.user
    if not user.has_perm("events.view_event"):
        raise PermissionDenied
    if request.method == "POST":
        return _restore(request)
    found = [each for each in deleted_records() if user.has_perm(f"events.view_{each.model._meta.model_name}")]
    context = {
        **site.each_context(request),
        "title": _("Deleted records"),
        "records": [(each, user.has_perm(f"events.delete_{each.model._meta.model_name}")) for each in found],
    }
    return TemplateResponse(request, "admin/review/deleted.html", context)


def _restore(request):
    model = MODELS.get(request.POST.get("model", ""))
    if model is None:
        raise Http404
    pk, reason = posted_number(request, "pk"), posted_text(request, "text", 500)

    def bring_back():
        _record, lost = restore(model, pk, user=request.user, reason=reason)
        for words in lost:
            messages.warning(request, words)

    if done(request, bring_back, _("Restored, with all that went along with it.")):
        return redirect(reverse(f"admin:events_{model._meta.model_name}_change", args=[pk]))
    return redirect("admin:deleted")
