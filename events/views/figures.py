"""The numbers of the record: drawn where they can be compared, in a table in any case."""

from django.template.loader import get_template
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.languages import borrowed_from
from events.models import Event, Figure
from events.timeline_data.index import RecordIndex

from . import pages, plots
from .event import figure_words, marked_words
from .figure_groups import OF, YEARS, Kind, Picture, parted, topics
from .kept import once
from .numbers import number_words
from .source_rows import with_sources


@require_safe
def figures(request):
    index = RecordIndex.current()
    return pages.serve(request, index, lambda: ("events/figures.html", context(index)))


def context(index: RecordIndex) -> dict:
    """Every table of the record: the heaviest page, so its panels are drawn once for each version and language."""
    return once(index, ("figures", get_language()), lambda: _drawn_context(index))


def _drawn_context(index: RecordIndex) -> dict:
    of_events = Event.objects.published().in_order().prefetch_related("themes").filter(figures__isnull=False).distinct()
    events = {event.pk: event for event in of_events}
    found = with_sources(index, Figure.objects.filter(event__in=list(events)))
    places = {pk: place for place, pk in enumerate(events)}
    found = sorted(found, key=lambda figure: places[figure.event_id])
    for figure in found:
        figure.event = events[figure.event_id]
    themes = {event.slug: [theme.slug for theme in event.themes.all()] for event in events.values()}
    return {
        "topics": [shown(topic, index) for topic in topics(found, themes)],
        "count": len(found),
        "events": len(events),
        "lost": sum(figure.value is None for figure in found),
    }


def shown(topic, index: RecordIndex) -> dict:
    """A topic as its template takes it: its panels drawn, every figure with its words."""
    return {
        "slug": topic.slug,
        "count": topic.count,
        "name": years_name() if topic.slug == YEARS else index.terms["theme"][topic.slug].name[get_language()],
        "is_theme": topic.slug != YEARS,
        "drawn": [
            panel(
                topic,
                part={
                    "event": members[0].event,
                    "pictures": [drawn(picture, index) for picture in pictures],
                    "figures": worded(members),
                },
            )
            for pictures, members in topic.drawn
        ],
        "others": panel(topic, others=worded(topic.others)) if topic.others else "",
    }


def panel(topic, **content) -> SafeString:
    """The numbers of one event with their pictures as `part`, or those that stand alone as `others`."""
    return get_template("events/_figure_panel.html").render({"topic": topic, "language": get_language(), **content})


def years_name() -> str:
    return _("Years as the sources count them")


def worded(members) -> list[tuple[Figure, str]]:
    return [(figure, marked_words(figure)) for figure in members]


def drawn(picture: Picture, index: RecordIndex) -> dict:
    """A picture with its plot, and what its caption has to say."""
    makers = {Kind.PAIRS: pairs_plot, Kind.SHARES: bars_plot, Kind.BARS: bars_plot}
    return {
        "name": f"plot-{picture.figures[0].event.slug}-{picture.figures[0].key}",
        "kind": picture.kind.value,
        "unit": picture.unit,
        "language": borrowed_from(picture.figures[0].label),
        "plot": makers[picture.kind](picture, index),
        "loose": picture.kind != Kind.PAIRS and any(is_loose(figure) for figure in picture.figures),
        "lost": any(figure.value is None for figure in picture.figures),
        "periods_differ": len(picture.periods) > 1,
    }


def bars_plot(picture: Picture, index: RecordIndex) -> plots.Plot:
    entries = [plots.Bar(f.label, figure_words(f), float(f.value), is_loose(f)) for f in picture.figures]
    return plots.bars(entries, whole=100 if picture.kind == Kind.SHARES else None)


def is_loose(figure: Figure) -> bool:
    return figure.qualifier != Figure.Qualifier.EXACT


def pairs_plot(picture: Picture, index: RecordIndex) -> plots.Plot:
    return plots.pairs([(parted(left)[0], part(left, index), part(right, index)) for left, right in picture.rows])


def part(figure: Figure, index: RecordIndex) -> plots.Part:
    """A giver's side, in the colour of the country that bears its name."""
    giver = parted(figure)[1]
    _thing, _of, known_as = figure.label_en.rpartition(OF)
    countries = index.terms["country"].values()
    colour = next((term.details["colour"] for term in countries if known_as == term.name["en"]), "")
    if figure.value is None:
        return plots.Part(giver, figure_words(figure), None)
    return plots.Part(
        giver, number_words(figure.value, get_language()), float(figure.value), f"country-{colour}" if colour else ""
    )
