"""Files by the browser: choose one, look at what it would do, accept all or some of it in one step of history."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from events.exchange.database import plain_errors
from events.exchange.files import LARGEST_BYTES, read_upload
from events.exchange.importing import Document, prepare, run
from events.exchange.load import outcome
from events.exchange.report import ExchangeError, Location, Report, printable, refusal
from events.exchange.selection import digest, names_to_write
from events.exchange.template import template
from events.models import Upload

from .forms import AcceptForm, LimitedUpload, UploadForm, new_token, options_of
from .preview import preview
from .progress import Progress

RIGHT = "events.add_event"
NOTES_SHOWN = 100


@csrf_exempt
def import_page(request):
    """The limit of the size must be there before anything, the token of the form too, reads the request."""
    request.upload_handlers.insert(0, LimitedUpload(request))
    return _import_page(request)


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def _import_page(request):
    """GET the form; POST a file: 200 with the preview, or 422 with what is wrong, line by line."""
    _require_right(request)
    if request.method != "POST":
        return _page(request, "form", {"form": UploadForm(user=request.user)})
    form = UploadForm(request.POST, request.FILES, user=request.user)
    if getattr(request, "is_upload_too_large", False):
        # What came after the file was not read either, so there is nothing else to say about the form.
        words = _("larger than %(limit)d MB: split the file") % {"limit": LARGEST_BYTES // 1024**2}
        problems = refusal(Location(_("the file")), words).report
        return _page(request, "form", {"form": UploadForm(user=request.user), "problems": problems}, 422)
    if not form.is_valid():
        return _page(request, "form", {"form": form}, 422)
    file, track = form.cleaned_data["file"], Progress(request.user, form.cleaned_data["token"])
    try:
        document, reading = _read(file), form.reading()
        found = _prepare(document, reading, request.user, track)
    except ExchangeError as error:
        return _page(request, "form", {"form": form, "problems": error.report}, 422)
    finally:
        track.end()
    upload = Upload.objects.keep(request.user, name=document.name, text=document.text, options=reading)
    return _show(request, upload, found)


@require_http_methods(["GET", "HEAD", "POST"])
def accept_page(request, pk):
    """GET the preview again; POST all of it or the ticked part."""
    _require_right(request)
    upload = get_object_or_404(Upload.objects.of(request.user), pk=pk)
    if "leave" in request.POST:
        upload.delete()
        messages.info(request, _("The file was put aside; nothing was written."))
        return HttpResponseRedirect(reverse("admin:import"))
    form = AcceptForm(request.POST if request.method == "POST" else None)
    track = Progress(request.user, request.POST.get("token", ""))
    try:
        if not form.is_valid():
            found = _prepare(_document(upload), upload.options, request.user)
            return _show(request, upload, found, form if form.is_bound else None, 422 if form.is_bound else 200)
        return _accept(request, upload, form, track)
    except ExchangeError as error:
        return _page(request, "preview", {"upload": upload, "problems": error.report, "form": form}, 422)
    finally:
        track.end()


def _accept(request, upload, form, track):
    looked_at = form.cleaned_data["digest"]
    try:
        found = run(
            [_document(upload)], options_of(upload.options, request.user), form.cleaned_data["reason"], request.user,
            lambda found: _chosen(found, request, looked_at), track.tell,
        )  # fmt: skip
    except Unsettled as unsettled:
        form.add_error(None, unsettled.words)
        return _show(request, upload, unsettled.found, _renewed(form, unsettled.found), unsettled.status)
    upload.delete()
    words = _("The file %(name)s was imported: %(counts)s") % {"name": upload.name, "counts": outcome(found.plan)}
    messages.success(request, words)
    # Where the new drafts stand, and the step with its reason.
    return HttpResponseRedirect(reverse("admin:index"))


class Unsettled(Exception):
    """The person has to look again; nothing is written."""

    def __init__(self, found, words, status):
        self.found, self.words, self.status = found, words, status


def _chosen(found, request, looked_at):
    """The names of the records that the person accepted; raises Unsettled where that is not clear."""
    if digest(found.plan) != looked_at:
        words = _("Something changed since you looked: this is what the file would do now. Look again and accept it.")
        raise Unsettled(found, words, 409)
    rows = preview(found, request.user).open
    if "all" not in request.POST:
        picked = set(request.POST.getlist("pick"))
        rows = [row for row in rows if str(row.number) in picked]
    if not rows:
        raise Unsettled(found, _("Nothing was ticked: tick what is to be written, or leave the file."), 422)
    return names_to_write(found.plan, [row.portion for row in rows])


@require_safe
def progress(request):
    """`{"stage": …}` of the request whose form carried this token."""
    return JsonResponse({"stage": Progress(request.user, request.GET.get("token", "")).stage()})


@require_safe
def empty_sheet(request):
    """The columns of a sheet with their explanations and an example row."""
    _require_right(request)
    headers = {"Content-Disposition": 'attachment; filename="events.csv"'}
    # The mark at the beginning tells spreadsheet programs that it is UTF-8.
    return HttpResponse("\ufeff" + template(), content_type="text/csv; charset=utf-8", headers=headers)


def _read(file) -> Document:
    report = Report()
    name = printable(file.name)[:200]
    text = read_upload(name, file.read(), report)
    report.stop_if_any()
    return Document(name, text)


def _document(upload) -> Document:
    return Document(upload.name, upload.text)


def _prepare(document, kept, user, track=None):
    with plain_errors():
        tell = track.tell if track else lambda stage: None
        return prepare([document], options_of(kept, user), stop_at_conflicts=False, tell=tell)


def _require_right(request):
    if not request.user.has_perm(RIGHT):
        raise PermissionDenied


def _renewed(form, found):
    """The typed reason stays, the mark of what was looked at is that of now."""
    form.data = form.data.copy()
    form.data["digest"], form.data["token"] = digest(found.plan), new_token()
    return form


def _show(request, upload, found, form=None, status=200):
    form = form or AcceptForm(initial={"digest": digest(found.plan), "reason": upload.name})
    shown = preview(found, request.user)
    context = {"upload": upload, "form": form, "preview": shown, "unchanged": outcome(found.plan).unchanged}
    context |= {"notes": found.notes[:NOTES_SHOWN], "more_notes": max(0, len(found.notes) - NOTES_SHOWN)}
    context["picked"] = request.POST.getlist("pick")
    return _page(request, "preview", context, status)


def _page(request, name, context, status=200):
    title = _("Import a file")
    context = {**admin.site.each_context(request), "title": title, **context}
    return TemplateResponse(request, f"admin/exchange/{name}.html", context, status=status)
