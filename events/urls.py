"""Public pages, below the language prefix of the path."""

from django.urls import path

from .views import (
    about,
    balance,
    cards,
    changes,
    components,
    coverage,
    date_words,
    disagreements,
    embed,
    event,
    feeds,
    figures,
    lessons,
    offline,
    present,
    reader_forms,
    record,
    share,
    suggestions,
    timeline,
    vocabulary,
    window,
)
from .views.introductions import KINDS

app_name = "events"

urlpatterns = [
    path("", timeline.timeline, name="timeline"),
    path("timeline/<str:name>.<str:hash>.json", record.record_file, name="record"),
    path("timeline/window", window.window_answer, name="window"),
    path("suggest", suggestions.suggestions, name="suggest"),
    path("events/<slug:slug>/", event.event, name="event"),
    path("events/<slug:slug>/changes/", changes.changes, name="changes"),
    path("events/<slug:slug>/report/", reader_forms.report, name="report"),
    path("propose/", reader_forms.propose, name="propose"),
    path("propose/date", date_words.date_words, name="date-words"),
    path("figures/", figures.figures, name="figures"),
    path("lessons/", lessons.lesson_index, name="lessons"),
    path("lessons/<slug:slug>/", lessons.lesson, name="lesson"),
    path("lessons/<slug:slug>/present", present.present_lesson, name="present-lesson"),
    path("present", present.present, name="present"),
    path("share", share.share, name="share"),
    path("share.svg", share.code, name="share-code"),
    path("card/<slug:slug>.png", cards.card, name="card"),
    path("embed", embed.embed, name="embed"),
    path("feeds/changes/", feeds.changes, name="feed-changes"),
    path("feeds/on-this-day/", feeds.on_this_day, name="feed-on-this-day"),
    path("offline/", offline.offline, name="offline"),
    path("site.webmanifest", offline.manifest, name="manifest"),
    path("about/", about.about, name="about"),
    path("about/disagreements/", disagreements.disagreements, name="disagreements"),
    path("about/languages/", coverage.languages, name="languages"),
    path("about/balance/", balance.balance_page, name="balance"),
    path("styleguide/", components.components, name="styleguide"),
]
for kind in KINDS.values():
    urlpatterns += [
        path(f"{kind.plural}/", vocabulary.term_index, {"kind": kind}, name=kind.plural),
        path(f"{kind.plural}/<slug:key>/", vocabulary.term, {"kind": kind}, name=kind.name),
    ]
