"""Who may open and who may change what: every address of the admin, for everybody, against docs/permissions.md."""

import re
from pathlib import Path

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from events.actions import proposals
from events.actions.revert import seen_of
from events.exchange.past import Past, present_records
from events.models import (
    RECORD_MODELS,
    Change,
    Citation,
    Country,
    Event,
    Figure,
    Lesson,
    LessonStep,
    Organisation,
    Person,
    Place,
    Proposal,
    RecordVersion,
    Relation,
    ReviewComment,
    Source,
    Submission,
    Theme,
    step,
)
from events.roles import RIGHTS, codenames
from tests.fixtures_small import SMALL
from tests.integration.admin_forms import form_data
from tests.integration.house import ROLES, SUPERUSER, client_of, person

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "permissions.md"
EVERYBODY = ("anonymous", *ROLES, SUPERUSER)
GROUPS = {
    "vocabulary": ("country", "organisation", "theme", "person", "place", "period", "source", "lesson"),
    "held": ("office", "lessonstep"),
    "part": ("citation", "relation", "figure"),
}
NAMES = {"name_vi": "Tên", "name_en": "Name"}
# Vocabulary to which nothing points, so that rights alone decide whether it goes.
UNUSED = {
    Country: NAMES | {"code": "XX"},
    Organisation: NAMES | {"slug": "unused", "kind": "party"},
    Theme: NAMES | {"slug": "unused"},
    Person: NAMES | {"slug": "unused"},
    Place: NAMES | {"slug": "unused"},
    Source: {"key": "unused", "title_vi": "Tên", "title_en": "Title", "original_title": "Title", "kind": "press",
             "csl_type": "book"},
}  # fmt: skip
DRAFT, PUBLIC = " of a draft", " of a published event"
WITH_STATE = ("event", *GROUPS["part"])
# Forms that are sent empty here: being asked to fill them in is what the right gives.
ASKS = ("_add", "_bulk", "password_change", "import", "login")
# Both ways out end the session; what comes after is not about rights.
LEFT_OUT = {"logout"}


def told() -> dict[tuple[str, str], str]:
    """The written table: (page, role) → `r` for opening, `w` for changing."""
    table = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            pages, *cells = (cell.strip() for cell in line.strip("|").split("|"))
            kind = re.sub(r"`[^`]+`,?|\([^)]*\),?", "", pages).strip()
            for name in re.findall("`([^`]+)`", pages):
                group = re.search(r"\{(\w+)\}", name)
                for model in GROUPS[group[1]] if group else ("",):
                    page = re.sub(r"\{\w+\}", model, name) + (f" {kind}" if kind else "")
                    for role, cell in zip(EVERYBODY, cells, strict=True):
                        table[page, role] = cell.replace("–", "")
    return table


@pytest.fixture
def places():
    """Every address of the admin by its page: name, and for events and parts whether the public knows them."""
    call_command("load_fixtures", *SMALL, verbosity=0)
    for role in (*ROLES, SUPERUSER):
        person(role)
    public, draft = Event.objects.get(slug="geneva-accords-1954"), Event.objects.get(slug="unfinished-draft")
    source = Source.objects.first()
    with step():
        Citation.objects.create(event=draft, source=source, locator="§1")
        Figure.objects.create(event=draft, source=source, key="k", label_vi="k", label_en="k", locator="§1")
        Relation.objects.create(from_event=draft, to_event=public, kind="responded_to", source=source, locator="§1")
        lesson = Lesson.objects.create(slug="a-lesson", title_vi="Bài", title_en="Lesson")
        LessonStep.objects.create(lesson=lesson, order=1, event=Event.objects.get(slug="geneva-conference-1954"))
        for model, values in UNUSED.items():
            model.objects.create(**values)
    records = present_records(Event, public.pk)
    proposal = proposals.propose(public, records, records, user=person("contributor"), reason="why")
    message = Submission.objects.create(kind="report", event=public, text="wrong", language="en")
    numbers = {_start(model): model.objects.get(**values).pk for model, values in UNUSED.items()} | {
        "review-proposal": proposal.pk,
        "auth_group": Group.objects.first().pk,
        "auth_user": person("editor").pk,
        "events_submission": message.pk,
    }
    return {page: address for name in _names() for page, address in _pages(name, public, draft, numbers)}


def _names():
    resolver = next(each for each in get_resolver().url_patterns if getattr(each, "app_name", "") == "admin")
    return sorted({key for key in resolver.reverse_dict if isinstance(key, str)} | _below(resolver))


def _below(resolver):
    names = set()
    for each in resolver.url_patterns:
        names |= _below(each) if hasattr(each, "url_patterns") else {each.name} - {None}
    return names


def _pages(name, public, draft, numbers):
    if name in LEFT_OUT:
        return
    model = name.split("_")[1] if name.startswith("events_") else ""
    if (model in WITH_STATE and "filter" not in name) or name == "review-event":
        for words, event in ((DRAFT, draft), (PUBLIC, public)):
            related = {"citation": "citations", "relation": "relations_out", "figure": "figures"}.get(model)
            number = getattr(event, related).first().pk if related else event.pk
            address = _address(name, [number], [number, "vi"])
            yield (name + words, address) if address != _address(name) else (name, address)
        return
    first = numbers.get(name) or next((pk for start, pk in numbers.items() if name.startswith(start)), None)
    if first is None and model:
        first = next(each for each in RECORD_MODELS if each._meta.model_name == model).objects.first().pk
    if name == "app_list":
        yield from ((f"app_list {label}", reverse("admin:app_list", args=[label])) for label in ("auth", "events"))
    elif name == "view_on_site":
        yield name, reverse("admin:view_on_site", args=[1, 1])
    elif name == "autocomplete":
        asked = {"app_label": "events", "model_name": "event", "field_name": "countries", "term": "x"}
        yield name, reverse("admin:autocomplete", query=asked)
    else:
        yield name, _address(name, [first or 1])


def _address(name, *choices):
    for arguments in ([], *choices):
        try:
            return reverse(f"admin:{name}", args=arguments)
        except NoReverseMatch:
            continue
    return None


def state():
    """What a POST could have changed."""
    return (
        RecordVersion.current(),
        *(model.objects.count() for model in (Change, Proposal, ReviewComment, get_user_model(), Group)),
        list(Submission.objects.values_list("state", "remark")),
        list(get_user_model().objects.order_by("pk").values_list("username", "password", "is_superuser")),
    )


@pytest.fixture
def letters(places):
    """For each page what somebody would send who wants to change something there: a filled form, where there is one."""
    client, letters = client_of(SUPERUSER), {}
    for page, address in places.items():
        name = page.split(" ")[0]
        data = {"post": "yes", "do": "comment", "text": "x", "reason": "x", "change": "1", "seen": "1", "version": "1"}
        opened = client.get(address)
        if name.endswith(("_change", "_propose")) and "inline_admin_formsets" in (opened.context or ()):
            data = form_data(opened)
            data |= {
                field: "Something else" for field in ("title_en", "label_en", "locator", "name_en") if field in data
            }
        if name.endswith("_handle"):
            data["do"] = "accept"
        model = next((each for each in _models() if name.startswith(_start(each))), None)
        if name.endswith("_changelist"):
            deletion = name.replace("_changelist", "_delete")
            number = (places.get(deletion) or places[deletion + PUBLIC]).split("/")[-3]
            data |= {"action": "delete_selected", "_selected_action": number}
        if name.endswith(("_changelist", "_delete")) and model in RECORD_MODELS:
            number = data.get("_selected_action") or address.split("/")[-3]
            data["seen"] = f"{number}:{seen_of(model.objects.get(pk=number))}"
        if name.endswith("_history") and model in RECORD_MODELS:
            record = model.objects.get(pk=address.split("/")[-3])
            data |= {"change": Past(model, record.pk).changes[0].pk, "seen": seen_of(record)}
        letters[page] = data
    return letters


def _models():
    return sorted(admin.site._registry, key=lambda model: -len(_start(model)))


def _start(model):
    return f"{model._meta.app_label}_{model._meta.model_name}_"


def test_every_page_is_as_written(places, letters):
    table = told()
    found, rest = {}, set(table)
    before = state()
    for role in EVERYBODY:
        client = client_of(role)
        for page, address in places.items():
            rights = ""
            with transaction.atomic():
                opened = client.get(address)
                rights += "" if _is_shut(opened) else "r"
                transaction.set_rollback(True)
            with transaction.atomic():
                answer = client.post(address, letters[page])
                assert answer.status_code < 500, (page, role)
                is_asked = page.endswith(ASKS) and not _is_shut(answer)
                rights += "w" if is_asked or state() != before else ""
                transaction.set_rollback(True)
            if role == "anonymous":
                client = client_of(role)
            found[page, role] = rights
            rest.discard((page, role))
    assert {key: (table.get(key), value) for key, value in found.items() if table.get(key) != value} == {}
    assert not rest, "written, but there is no such page"


def _is_shut(response) -> bool:
    sent_away = response.status_code == 302 and "/login/" in response["Location"]
    return sent_away or response.status_code in (403, 404, 405)


def test_a_forged_post_changes_nothing_even_for_the_mightiest(places, letters):
    before = state()
    forger = Client(enforce_csrf_checks=True)
    forger.cookies = client_of(SUPERUSER).cookies
    for page, address in places.items():
        answer = forger.post(address, letters[page])
        assert answer.status_code in (403, 405), (page, answer.status_code)
        assert state() == before, page


def test_the_groups_have_what_is_written():
    call_command("migrate", verbosity=0)
    for role in ROLES:
        group = Group.objects.get(name=role)
        assert set(group.permissions.values_list("codename", flat=True)) == codenames(role)
    assert list(RIGHTS) == list(ROLES)
    assert admin.site.is_registered(Event)
