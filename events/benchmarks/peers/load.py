"""Writes the harness's events into a scratch database: `python -m events.benchmarks.peers.load data.json folder`."""

import json
import os
import sys
from pathlib import Path

import django

# The harness's countries by number, as codes of our vocabulary.
CODES = ["VN", "US", "SUHH", "CN", "FR", "GB", "LA", "KH"]
FOLDER = Path("build") / "benchmark"
BATCH = 2_000


def main(data: str) -> None:
    made = json.loads(Path(data).read_text(encoding="utf-8"))
    FOLDER.mkdir(parents=True, exist_ok=True)
    database = FOLDER / f"{made['n']}.sqlite3"
    for old in FOLDER.glob(f"{database.name}*"):
        old.unlink()
    os.environ |= {
        "DATABASE_URL": f"sqlite:///{database.resolve()}",
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
        "DEBUG": "0",
    }
    django.setup()
    write(made["events"])


def write(events: list[dict]) -> None:
    """Migrate, load our vocabulary, and publish no events but these."""
    from django.core.management import call_command

    from events.models import Country, Event, RecordVersion, Theme
    from events.search.column import search_text

    call_command("migrate", verbosity=0, interactive=False)
    call_command("load_fixtures", existing="keep", verbosity=0)
    Event.objects.update(status=Event.Status.DRAFT)
    themes = list(Theme.objects.order_by("order"))
    countries = {country.code: country.pk for country in Country.objects.filter(code__in=CODES)}
    if missing := set(CODES) - set(countries):
        raise SystemExit(f"The vocabulary has no country {', '.join(sorted(missing))}: name another in CODES.")
    for start in range(0, len(events), BATCH):
        batch = events[start : start + BATCH]
        rows = [row_of(Event, made) for made in batch]
        for row in rows:
            row.search = search_text(row)
        Event.objects.bulk_create(rows)
        Event.countries.through.objects.bulk_create(
            Event.countries.through(event_id=row.pk, country_id=countries[CODES[made["country"]]])
            for row, made in zip(rows, batch, strict=True)
        )
        Event.themes.through.objects.bulk_create(
            Event.themes.through(event_id=row.pk, theme_id=themes[made["theme"] % len(themes)].pk)
            for row, made in zip(rows, batch, strict=True)
        )
    RecordVersion.bump()


def row_of(model, made: dict):
    dates = f"{made['start']}/{made['end']}" if "end" in made else made["start"]
    title = made["title"]
    return model(
        slug=f"made-{made['id']:06}",
        date=dates,
        title_vi=title,
        title_en=title,
        summary_vi=title,
        summary_en=title,
        importance=2,
        status=model.Status.PUBLISHED,
    )


if __name__ == "__main__":
    main(sys.argv[1])
