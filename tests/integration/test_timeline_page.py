"""The timeline page is whole without scripts: list, counts, chips and files agree with the filter."""

import gzip
import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.filters import EventFilter
from events.models import Event
from events.timeline_data.index import RecordIndex
from tests.integration.parsed import Page, read_all

pytestmark = pytest.mark.usefixtures("record")

VIEWS = [
    "",
    "country=CN",
    "country=CN&country=SUHH&theme=sino-soviet-split",
    "from=1954&to=1964",
    "q=thanh+do",
    "importance=1",
    "period=cold-war-1969-1991&person=do-muoi",
    "source=bui-thanh-son-interview",
    "country=KZ&to=1950",
]


def get(client, path):
    response = client.get(path)
    assert response.status_code == 200, path
    return Page(response)


def slugs_of(query):
    from django.http import QueryDict

    index = RecordIndex.current()
    view = EventFilter.from_querydict(QueryDict(query), index)
    return [row.slug for row in index.rows_of(view.bits(index))]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("query", VIEWS)
def test_list_sentence_and_filter_agree(client, language, query):
    expected = slugs_of(query)
    read, pages = read_all(client, f"/{language}/?{query}")
    assert read == expected
    headings = {}
    for page in pages:
        sentence = page.by_id("sentence")
        assert sentence["data-count"] == str(len(expected))
        assert str(len(expected)) in sentence.text
        headings |= dict(heading.text.rsplit(" ", 1) for heading in page.by_class("period-group__heading"))
    assert sum(map(int, headings.values())) == len(expected)


def test_the_page_has_the_parts_that_the_scripts_need(client):
    page = get(client, "/vi/")
    section = page.by_id("timeline")
    assert "data-timeline" in section.attributes
    assert section["data-language"] == "vi"
    assert not section.text
    for name in ("sentence", "chips", "facets", "list", "status"):
        page.by_id(name)
    strings = json.loads("".join(page.by_id("timeline-strings").texts))
    assert strings["label"]
    assert client.get(section["data-record-url"]).status_code == 200
    assert client.get(section["data-search-url"]).status_code == 200


def test_facets_leave_out_their_own_parameter_and_disable_what_would_find_nothing(client):
    page = get(client, "/en/?country=KZ")
    boxes = {(box["name"], box["value"]): box for box in page.all("input", type="checkbox")}
    assert "checked" in boxes["country", "KZ"].attributes
    assert "disabled" not in boxes["country", "CN"].attributes
    disabled = [box for (name, _value), box in boxes.items() if name == "theme" and "disabled" in box.attributes]
    assert disabled
    for box in disabled:
        assert box.parent.text.rsplit(" ", 1)[1] == "0"
        assert slugs_of(f"country=KZ&theme={box['value']}") == []


def test_chips_lead_to_the_view_without_them(client):
    page = get(client, "/vi/?country=CN&country=SUHH&from=1960&lanes=CN,SUHH")
    links = [link["href"] for link in page.by_class("chip")]
    assert "/vi/?country=SUHH&from=1960&lanes=CN,SUHH" in links
    assert "/vi/?country=CN&country=SUHH&lanes=CN,SUHH" in links
    assert "/vi/" in links


def test_the_form_keeps_how_the_view_is_drawn(client):
    page = get(client, "/en/?lanes=CN,SUHH&t0=1964&t1=1975&event=ho-chi-minh-dies-1969")
    hidden = {field["name"]: field["value"] for field in page.all("input", type="hidden")}
    assert hidden == {"lanes": "CN,SUHH", "t0": "1964", "t1": "1975"}
    selected = page.by_class("is-selected")
    assert [row["data-slug"] for row in selected] == ["ho-chi-minh-dies-1969"]


def test_an_empty_view_says_what_to_do_next(client):
    page = get(client, "/en/?country=KZ&to=1950")
    ways = [link["href"] for link in page.all("a") if any("empty__ways" in up.classes for up in ancestors(link))]
    assert ways == ["/en/?to=1950", "/en/?country=KZ", "/en/"]


def ancestors(element):
    while element := element.parent:
        yield element


def test_an_event_on_a_border_opens_the_later_period(client):
    page = get(client, "/en/")
    row = page.by_id("e-geneva-accords-1954")
    group = next(up for up in ancestors(row) if "period-group" in up.classes)
    assert "1954–1969" in group.text


def test_events_outside_the_chosen_periods_get_an_honest_heading(client):
    _slugs, pages = read_all(client, "/en/?periods=pham-phuc-vinh-normalization")
    headings = [heading.text for page in pages for heading in page.by_class("period-group__heading")]
    assert headings[0].startswith("Before these periods")
    assert headings[-1].startswith("After these periods")


def test_a_time_element_never_says_more_than_the_date(client):
    _slugs, pages = read_all(client, "/en/")
    dates = dict(Event.objects.values_list("slug", "date"))
    times = [time for page in pages for time in page.all("time")]
    for time in times:
        row = next((up for up in ancestors(time) if "data-slug" in up.attributes), None)
        assert row is None or time["datetime"] == str(dates[row["data-slug"]])
    assert len(times) > 10
    assert not [time for time in times if "~" in time["datetime"] or "/" in time["datetime"]]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_record_file_is_immutable_and_in_the_order_of_the_list(client, language):
    page = get(client, f"/{language}/")
    address = page.by_id("timeline")["data-record-url"]
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert "immutable" in response["Cache-Control"]
    assert "Accept-Encoding" in response["Vary"]
    record = json.loads(gzip.decompress(response.content))
    assert record["language"] == language
    slugs, _pages = read_all(client, f"/{language}/")
    assert record["events"]["slug"] == slugs
    assert {len(column) for column in record["events"].values()} == {len(slugs)}
    assert client.get(address).json() == record
    search = client.get(page.by_id("timeline")["data-search-url"]).json()
    assert len(search["fold"]) == len(slugs)


def test_a_file_of_an_earlier_version_leads_to_the_present_one(client):
    response = client.get("/vi/timeline/record.0000000000000000.json")
    assert response.status_code == 302
    assert response["Location"] == get(client, "/vi/").by_id("timeline")["data-record-url"]
    assert client.get("/vi/timeline/secrets.0000000000000000.json").status_code == 404


def test_a_changed_record_is_a_new_page(client):
    first = client.get("/vi/")
    unchanged = client.get("/vi/", headers={"If-None-Match": first["ETag"]})
    assert unchanged.status_code == 304
    assert not unchanged.content
    event = Event.objects.get(slug="declaration-of-independence-1945")
    event.title_vi = "Một tên khác hẳn"
    event.save()
    second = client.get("/vi/", headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert "Một tên khác hẳn" in second.content.decode()


def test_equal_views_have_one_tag(client):
    one = client.get("/vi/?country=SUHH&country=CN&q=&importance=3&fbclid=x")
    other = client.get("/vi/?country=CN&country=SUHH")
    assert one["ETag"] == other["ETag"]
    assert one.content == other.content


@pytest.mark.parametrize("query", VIEWS)
def test_few_queries_and_few_bytes(client, query):
    client.get("/vi/")
    with CaptureQueriesContext(connection) as queries:
        response = client.get(f"/vi/?{query}", headers={"Accept-Encoding": "gzip"})
    # A search also reads the summaries of what fits best.
    assert len(queries) <= (2 if query.startswith("q=") else 1)
    assert len(response.content) <= 30 * 1024


@pytest.mark.parametrize(
    ("accepts", "language"), [("en-GB,en;q=0.9", "en"), ("vi-VN", "vi"), ("", "vi"), ("fr, en;q=0.5", "en")]
)
def test_bare_addresses_lead_to_the_readers_language(client, accepts, language):
    for address in ("/", "/events/chengdu-talks-1990/"):
        response = client.get(address + "?importance=1", headers={"Accept-Language": accepts})
        assert response.status_code == 302
        assert response["Location"] == f"/{language}{address}?importance=1"
        assert "Accept-Language" in response["Vary"]


def test_language_switch_leads_to_the_same_view(client):
    page = get(client, "/vi/?country=CN&from=1960")
    links = [link for link in page.all("a") if "data-language-link" in link.attributes]
    assert [(link["href"], link["lang"], link["hreflang"], link.text) for link in links] == [
        ("/en/?country=CN&from=1960", "en", "en", "English"),
        ("/ru/?country=CN&from=1960", "ru", "ru", "Русский"),
    ]
