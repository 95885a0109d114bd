"""One editor at a browser: opens the form, adds a word, saves; when refused, joins both texts and saves again."""

import random
import time
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.editors.client import ask
from tests.editors.page import Page

FIELD = "summary_en"
# Refused more often in a row, an editor waits a while and opens the form anew instead of using the refused one.
PATIENCE = 1
LONGEST_WAIT = 32


@dataclass
class Editor:
    site: str
    path: str
    session: str
    name: str
    # At most so many seconds of thought before each of the saves.
    think: float = 0
    # Seconds that those who meet often wait; the more there are, the longer.
    wait: float = 0.5
    wanted: int = 0
    saved: list[str] = field(default_factory=list)
    answers: Counter = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def work(self, saves: int) -> None:
        self.wanted = saves
        for number in range(saves):
            time.sleep(random.uniform(0, self.think))
            self._save_one(f"[{self.name}-{number}]")

    def _save_one(self, word: str) -> None:
        page, refused = self._open(), 0
        while True:
            typed = f"{page.value(FIELD).strip()} {word}" if word not in page.value(FIELD) else page.value(FIELD)
            page.fields = page.with_value("reason", "One more word.")
            status, answer = self._ask("POST", urlencode(page.with_value(FIELD, typed)))
            self.answers[status] += 1
            if status == 302:
                self.saved.append(word)
                return
            if status != 409:
                self.faults.append(f"{word}: answered {status}: {answer[:300]}")
                return
            page, refused = Page(answer), refused + 1
            present = self._check_refusal(page, typed, word)
            if refused > PATIENCE:
                time.sleep(random.uniform(0, min(LONGEST_WAIT, self.wait * 2**refused)))
                page = self._open()
            else:
                # What a person does: takes the record's text and puts the own word behind it.
                page.fields = page.with_value(FIELD, present)

    def _check_refusal(self, page: Page, typed: str, word: str) -> str:
        """Both versions and the typed text must be on the page; gives the version of the record."""
        if page.value(FIELD).strip() != typed.strip():
            self.faults.append(f"{word}: the refused form lost the typed text")
        mine = [at for at, text in enumerate(page.shown["conflict-item__typed"]) if word in text]
        if not mine:
            self.faults.append(f"{word}: the refusal does not show what was typed")
            return page.value(FIELD)
        present = page.shown["conflict-item__present"][mine[0]]
        if not present.strip() or word in present:
            self.faults.append(f"{word}: the refusal does not show the record's text")
        return present.strip()

    def _open(self) -> Page:
        status, text = self._ask("GET")
        if status != 200:
            self.faults.append(f"the form answered {status}")
        return Page(text)

    def _ask(self, method: str, body: str | None = None) -> tuple[int, str]:
        return ask(self.site, self.session, method, self.path, body)
