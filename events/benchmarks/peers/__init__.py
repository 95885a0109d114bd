"""The whole page as one more subject of a browser benchmark of timelines, beside other people's.

The harness gives every subject the same made-up events as JSON (`{"events": [{"id", "start", "end", "country", "theme",
"title"}]}`, countries and themes by number). `subject.json` tells it how to show them on our page: `load` writes them into a
scratch database, `serve` serves the page over it. Run the harness in the root of the project, with `--add` and the path of
`subject.json`.
"""
