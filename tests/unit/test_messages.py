"""The interface speaks Vietnamese wherever it speaks English."""

import re

import polib
import pytest

from tests.compile_messages import LOCALE

CATALOGUES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")


def test_there_is_a_vietnamese_catalogue():
    assert [path.parent.parent.name for path in CATALOGUES] == ["vi"]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_every_message_is_translated_with_its_placeholders(path):
    catalogue = polib.pofile(str(path))
    assert len(catalogue) > 200
    assert [entry.msgid for entry in catalogue.untranslated_entries() + catalogue.fuzzy_entries()] == []
    for entry in catalogue:
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert set(PLACEHOLDER.findall(text)) == wanted, entry.msgid


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_the_compiled_catalogue_is_current(path):
    def said(entries):
        return {(entry.msgctxt, entry.msgid): entry.msgstr or tuple(entry.msgstr_plural.values()) for entry in entries}

    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert said(compiled) == said(polib.pofile(str(path)).translated_entries()), "run make messages"
