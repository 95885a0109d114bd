"""Reading what readers sent in, and answering it with one button."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, When
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from events.actions import submissions
from events.dates.display import display
from events.models import Submission

REMARK_LENGTH = 1000


@admin.register(Submission)
class SubmissionAdmin(admin.ModelAdmin):
    """The words of the reader are shown, never changed."""

    list_display = ("__str__", "kind", "opening", "state", "created", "handled_by")
    list_filter = ("state", "kind", "language")
    list_select_related = ("event", "handled_by")
    list_per_page = 50
    search_fields = ("title", "text", "event__slug")
    ordering = (Case(When(state=Submission.State.NEW, then=0), default=1), "-created", "-pk")
    date_hierarchy = "created"
    sent = ("kind", "event", "title", "when", "text", "source_text", "language", "created")
    answered = ("state", "handled", "handled_by", "remark")
    change_form_template = "admin/events/submission/change_form.html"

    def has_add_permission(self, request):
        return False

    @admin.display(description=_("text"))
    def opening(self, submission):
        return Truncator(submission.text).words(14)

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {"title": capfirst(self.opts.verbose_name_plural)} | (extra_context or {})
        )

    def get_fields(self, request, submission=None):
        """What the reader filled in, and the answer once there is one."""
        columns = {"when": "date"}
        filled = [name for name in self.sent if getattr(submission, columns.get(name, name), None)]
        return [*filled, *(() if submission is None or submission.state == Submission.State.NEW else self.answered)]

    def get_readonly_fields(self, request, submission=None):
        return self.get_fields(request, submission)

    @admin.display(description=_("date"))
    def when(self, submission):
        return f"{display(submission.date, get_language())} ({submission.date})"

    def get_urls(self):
        handle = self.admin_site.admin_view(require_POST(self.handle_view))
        return [path("<int:pk>/handle/", handle, name="events_submission_handle"), *super().get_urls()]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        submission = self.get_object(request, object_id)
        context = {
            "may_handle": self.has_change_permission(request, submission),
            "may_draft": bool(submission) and submission.kind == Submission.Kind.PROPOSAL
            and request.user.has_perm("events.add_event"),
            "title": str(submission) if submission else "",
            "subtitle": None,
        }  # fmt: skip
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def handle_view(self, request, pk):
        """POST from the buttons of the page: `do` is draft, accept, decline or reopen; `remark` is kept."""
        submission = self.get_object(request, str(pk))
        if submission is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))
        if not self.has_change_permission(request, submission):
            raise PermissionDenied
        try:
            return self._handled(request, submission)
        except submissions.AlreadyHandled as error:
            now = error.submission
            who = now.handled_by or gettext("another editor")
            words = gettext("%(who)s was quicker: this message is already %(state)s.")
            messages.error(request, words % {"who": who, "state": now.get_state_display()})
        return redirect("admin:events_submission_change", pk)

    def _handled(self, request, submission):
        remark = " ".join(request.POST.get("remark", "").replace("\0", "").split())[:REMARK_LENGTH]
        match request.POST.get("do"):
            case "draft":
                if not request.user.has_perm("events.add_event") or submission.kind != Submission.Kind.PROPOSAL:
                    raise PermissionDenied
                event = submissions.make_draft(submission, request.user, remark)
                messages.success(
                    request, gettext("A draft with the reader's words: add its sources, then send it to review.")
                )
                return redirect("admin:events_event_change", event.pk)
            case "accept":
                submissions.accept(submission, request.user, remark)
            case "decline":
                submissions.decline(submission, request.user, remark)
            case "reopen":
                submissions.reopen(submission)
            case _unknown:
                raise PermissionDenied
        self.log_change(request, submission, request.POST["do"])
        messages.success(request, gettext("Noted."))
        waiting = Submission.objects.waiting().exclude(pk=submission.pk).first()
        target = reverse("admin:events_submission_changelist") + "?state__exact=new"
        return redirect("admin:events_submission_change", waiting.pk) if waiting else redirect(target)
