"""Walks every page that links reach, in every language, and holds each to the same rules."""

import gzip
import re
from collections import Counter, deque

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events.languages import LANGUAGES
from events.models import Event, Lesson
from events.timeline_data.index import RecordIndex
from tests.integration.parsed import Page
from tests.interface_texts import english_left

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.one_database]

CYRILLIC = re.compile(r"[\u0400-\u04ff]{2}")
# Pages with a signed time in them, fresh for every reader.
FORMS = ("/report/", "/propose/")
HOMES = [f"/{code}/" for code in LANGUAGES]
HAN = re.compile(r"[\u4e00-\u9fff]{2}")


@pytest.fixture(scope="module")
def pages(record, django_db_blocker):
    """Every page without parameters: address → (parsed, response, queries); `response.compressed` is what was sent."""
    found = {}
    with django_db_blocker.unblock():
        RecordIndex.forget()
        # Read into memory once for each version of the record; no page pays for it again.
        RecordIndex.current()
        client = Client()
        waiting = deque(HOMES)
        # No page leads there, and what it shows is made up, and so is where it leads.
        unlinked = [f"{home}styleguide/" for home in HOMES]
        waiting += unlinked
        while waiting:
            address = waiting.popleft()
            if address in found:
                continue
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address, headers={"Accept-Encoding": "gzip"})
            assert response.status_code == 200, address
            assert response["Content-Encoding"] == "gzip"
            response.compressed_size = len(response.content)
            response.content = gzip.decompress(response.content)
            page = Page(response)
            found[address] = (page, response, len(queries))
            if address in unlinked:
                continue
            links = (link.get("href").partition("#")[0] for link in page.all("a"))
            waiting += [link for link in links if link.startswith("/") and "?" not in link and link not in found]
    return found


def test_the_walk_reaches_everything(pages):
    index = RecordIndex.current()
    terms = sum(len(index.terms[name]) for name in ("country", "theme", "organisation", "person", "period", "source"))
    # Each event has a form for reports. Indexes of the vocabulary; timeline, figures, lessons, proposal, about and its three,
    # sharing, presenting and the style guide, to which no page leads. Each lesson is presented, too.
    assert len(pages) == len(LANGUAGES) * (
        2 * Event.objects.published().count() + 2 * Lesson.objects.count() + terms + 6 + 8 + 3
    )


def test_titles_are_unique_and_headings_in_order(pages):
    titles = Counter(page.text_of("title") for page, _response, _queries in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []
    for address, (page, _response, _queries) in pages.items():
        assert len(page.all("h1")) == 1, address
        levels = [int(element.tag[1]) for element in page.elements if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1, address
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False)), address


def test_every_page_is_well_formed(pages):
    for address, (page, _response, _queries) in pages.items():
        assert page.unclosed == [], address
        ids = Counter(element["id"] for element in page.elements if "id" in element.attributes)
        assert [name for name, count in ids.items() if count > 1] == [], address
        assert page.by_id("main").tag == "main"
        labelled = {element["for"] for element in page.all("label") if "for" in element.attributes}
        assert labelled <= set(ids), address


def test_nothing_inline_and_nothing_from_elsewhere(pages):
    for address, (page, _response, _queries) in pages.items():
        for element in page.elements:
            assert "style" not in element.attributes, address
            assert not [name for name in element.attributes if name.startswith("on")], address
            if element.tag == "script" and "src" not in element.attributes:
                assert element["type"] in ("importmap", "application/json", "application/ld+json"), address
            if element.tag in ("script", "img", "iframe") or (
                element.tag == "link" and element.get("rel") == "stylesheet"
            ):
                assert element.get("src", element.get("href")).startswith("/") or "src" not in element.attributes, (
                    address
                )
        assert not page.all("style"), address


def test_language_and_its_twin(pages):
    for address, (page, response, _queries) in pages.items():
        language = address.split("/")[1]
        assert page.all("html")[0]["lang"] == language
        assert response["Content-Language"] == language
        twins = {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate") if link.get("hreflang")}
        assert set(twins) == set(LANGUAGES)
        assert {twin.removeprefix("http://testserver") for twin in twins.values()} <= set(pages), address
        assert page.all("link", rel="canonical")[0]["href"] == f"http://testserver{address}"
        assert page.all("meta", name="description")[0]["content"].strip(), address


def test_foreign_scripts_are_marked_with_their_language(pages):
    marked = 0
    for address, (page, _response, _queries) in pages.items():
        for element in page.elements:
            text = " ".join(element.texts)
            if element.tag in ("title", "script"):
                continue
            if CYRILLIC.search(text):
                assert element.language == "ru", f"{address}: {text[:60]}"
                marked += 1
            if HAN.search(text):
                assert element.language == "zh", f"{address}: {text[:60]}"
                marked += 1
    assert marked > 4


def test_no_english_is_left_in_pages_of_other_languages(pages):
    """Outside what is marked as English; compared with every text that the catalogues translate."""
    seen = {code: set() for code in LANGUAGES if code != "en"}
    for address, (page, _response, _queries) in pages.items():
        if (language := address.split("/")[1]) in seen:
            seen[language] |= {text for element in page.elements for text in element.spoken_texts(language)}
    for language, texts in seen.items():
        assert len(texts) > 1000
        assert english_left(texts, language) == []


def test_public_and_cheap(pages):
    for address, (_page, response, queries) in pages.items():
        assert not response.cookies, address
        assert response["Vary"] == "Accept-Encoding", address
        if address.endswith(FORMS):
            assert response["Cache-Control"] == "no-store", address
        else:
            assert response["Cache-Control"] == "no-cache", address
            assert response["ETag"].startswith('W/"'), address
        assert queries <= 10, address


def test_compressed_pages_stay_small(pages):
    for address, (_page, response, _queries) in pages.items():
        assert response.compressed_size <= (30 if address in HOMES else 20) * 1024, address
