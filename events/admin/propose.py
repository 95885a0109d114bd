"""A change proposed in the very form in which editors save: everything is done, read out, and undone again."""

from contextlib import suppress

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.actions import proposals
from events.actions.claimed import NotPossible
from events.actions.workflow import move, moves_for
from events.exchange.past import present_records
from events.models import Event, Illustration, step
from events.roles import may_change

# The button's name, the step of the workflow, and the button's words.
SAVE_AND = (
    ("_send", "send", gettext_lazy("Save and send to review")),
    ("_publish", "publish", gettext_lazy("Save and publish")),
)


class Undone(Exception):
    """Leaves the step so that nothing of it stays."""


class ProposeAdmin:
    """Adds `<number>/propose/` to the pages of events, and the buttons that save and move on."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.propose_view)
        return [path("<path:object_id>/propose/", view, name="events_event_propose"), *super().get_urls()]

    def propose_view(self, request, object_id):
        event = self.get_object(request, unquote(object_id))
        if event is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not request.user.has_perm("events.add_proposal") or not self.has_view_permission(request, event):
            raise PermissionDenied
        request.is_proposing = True
        context = {"title": _("Propose a change"), "is_proposing": True}
        if request.method != "POST":
            return self.changeform_view(request, object_id, "", context)
        response, before, after = self._tried(request, event, object_id, context)
        if response.status_code != 302:
            return response
        if proposals.kept(before) == proposals.kept(after):
            messages.warning(request, _("Nothing was changed, so nothing was proposed."))
            return redirect(request.path)
        proposal = proposals.propose(event, before, after, user=request.user, reason=request.POST["reason"])
        messages.success(request, _("Your proposal waits for an editor; you can follow it here."))
        return redirect("admin:review-proposal", proposal.pk)

    def _tried(self, request, event, object_id, context):
        """Save as the form would, and undo it: the answer, and the records before and after."""
        before = present_records(Event, event.pk)
        after = before
        with suppress(Undone), step(user=request.user):
            response = self.changeform_view(request, object_id, "", context)
            if response.status_code == 302:
                after = present_records(Event, event.pk)
            else:
                response.render()
            raise Undone
        # The count goes up with every save; it is no part of what is proposed.
        for stored in (*before, *after):
            stored.record.version = None
        return response, before, after

    def message_user(self, request, *args, **kwargs):
        """A proposal is no save, so nobody is told of one."""
        if not getattr(request, "is_proposing", False):
            super().message_user(request, *args, **kwargs)

    def get_inline_instances(self, request, obj=None):
        """A picture cannot be proposed here: what is typed is kept as a file of the record would have it."""
        shown = super().get_inline_instances(request, obj)
        is_proposing = getattr(request, "is_proposing", False)
        return [inline for inline in shown if not (is_proposing and inline.model is Illustration)]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if not getattr(request, "is_proposing", False):
            return form
        return type(form.__name__, (form,), {"_is_public": lambda self: True})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        moves = moves_for(request.user, obj or Event())
        context["moves"] = moves if obj is not None else {}
        context["may_propose"] = (
            obj is not None and not may_change(request.user, obj) and request.user.has_perm("events.add_proposal")
        )
        context["save_and"] = [(button, words) for button, way, words in SAVE_AND if way in moves]
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_add(self, request, obj, post_url_continue=None):
        return self._moved_on(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._moved_on(request, obj) or super().response_change(request, obj)

    def _moved_on(self, request, event):
        """After "save and publish": the saved text stays whatever becomes of the publishing."""
        name = next((way for button, way, _words in SAVE_AND if button in request.POST), None)
        if name is None or getattr(request, "is_proposing", False):
            return None
        try:
            version = Event.objects.values_list("version", flat=True).get(pk=event.pk)
            moved = move(
                event.pk, name, version=version, user=request.user, reason=request.POST.get("reason", "")[:500]
            )
            messages.success(
                request, _("Saved. The event is now: %(status)s.") % {"status": moved.get_status_display()}
            )
        except NotPossible as error:
            messages.warning(
                request, _("Saved, but it stays as it was, since the rules of the record stand against it:")
            )
            for problem in error.problems:
                messages.error(request, problem)
        return redirect(reverse("admin:events_event_change", args=[event.pk]))
