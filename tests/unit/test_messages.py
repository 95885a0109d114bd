"""The interface speaks every language wherever it speaks English."""

import re

import polib
import pytest

from events.languages import LANGUAGES
from tests.compile_messages import LOCALE

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")


def test_every_language_but_that_of_the_messages_has_a_catalogue():
    assert {path.parent.parent.name for path in CATALOGUES} == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_message_is_translated_with_its_placeholders(path):
    catalogue = polib.pofile(str(path))
    assert len(catalogue) > 200
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []
    forms = int(re.search(r"nplurals=(\d)", catalogue.metadata["Plural-Forms"])[1])
    for entry in catalogue:
        assert len(entry.msgstr_plural) == (forms if entry.msgid_plural else 0), entry.msgid
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert set(PLACEHOLDER.findall(text)) == wanted, entry.msgid


def test_the_catalogues_translate_the_same_messages():
    messages = [{(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path))} for path in CATALOGUES]
    assert all(found == messages[0] for found in messages)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_the_compiled_catalogue_is_current(path):
    def said(entries):
        return {(entry.msgctxt, entry.msgid): entry.msgstr or tuple(entry.msgstr_plural.values()) for entry in entries}

    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert said(compiled) == said(polib.pofile(str(path)).translated_entries()), "run make messages"
