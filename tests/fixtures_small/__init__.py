"""A record small enough to read at a glance, with every model, a forward reference at every turn and a JSON file."""

from pathlib import Path

SMALL = sorted(path for path in Path(__file__).parent.iterdir() if path.suffix in (".yaml", ".json"))
