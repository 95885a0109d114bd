"""Compiles the gettext catalogues, so that nobody needs gettext's own tools to run the site."""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[1] / "events" / "locale"


def main() -> None:
    for path in LOCALE.glob("*/LC_MESSAGES/*.po"):
        catalogue = polib.pofile(str(path))
        catalogue.save_as_mofile(str(path.with_suffix(".mo")))
        print(f"{path.parent.parent.name}: {len(catalogue.translated_entries())} of {len(catalogue)} translated")


if __name__ == "__main__":
    main()
