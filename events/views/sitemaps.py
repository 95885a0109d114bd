"""What search engines are told: robots.txt, and a map of every page in every language."""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemap_views
from django.db.models import Max
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.models import Event, Lesson
from events.timeline_data.index import RecordIndex

from .introductions import KINDS
from .made import serve_file

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /*/share
Disallow: /*/present
Disallow: /*/embed
Disallow: /*/report/

Sitemap: {sitemap}
"""
PAGES = ("timeline", "figures", "lessons", "about", "disagreements", "languages", "balance")


@require_safe
def robots(request):
    text = ROBOTS.format(sitemap=request.build_absolute_uri(reverse("sitemap")))
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "max-age=3600"})


@require_safe
def sitemap_index(request):
    return _serve(request, lambda: sitemap_views.index(request, SITEMAPS, sitemap_url_name="sitemap-section"))


@require_safe
def sitemap(request, section):
    return _serve(request, lambda: sitemap_views.sitemap(request, SITEMAPS, section), request.GET.get("p", "1"))


def _serve(request, make, *parts):
    index = RecordIndex.current()
    response = serve_file(request, index, "application/xml", lambda: make().render().content, *parts)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


class EveryLanguage(Sitemap):
    """Items are (name of the address, its arguments, when it last changed)."""

    i18n = True
    alternates = True
    limit = 10_000

    def location(self, item):
        return reverse(item[0], args=item[1])

    def lastmod(self, item):
        return item[2]


class EventMap(EveryLanguage):
    # The bare address leads to the reader's own language.
    x_default = True

    def items(self):
        rows = Event.objects.published().in_order().values_list("slug", "modified")
        return [("events:event", (slug,), modified) for slug, modified in rows]


class PageMap(EveryLanguage):
    """All other pages; each shows events, so that it changes with the newest of them."""

    def items(self):
        newest = Event.objects.published().aggregate(newest=Max("modified"))["newest"]
        terms = RecordIndex.current().terms
        plain = [*PAGES, *(kind.plural for kind in KINDS.values())]
        keyed = [(kind.name, key) for kind in KINDS.values() for key in terms[kind.name]]
        keyed += [("lesson", slug) for slug in Lesson.objects.values_list("slug", flat=True)]
        return [(f"events:{name}", (), newest) for name in plain] + [
            (f"events:{name}", (key,), newest) for name, key in keyed
        ]


SITEMAPS = {"pages": PageMap, "events": EventMap}
