"""Accounts for every year and numeric date of the source documents: which record it became, or why it became none.

One tab-separated file per document in `fixtures/coverage/`: number, token as printed, locator, account, target.
The documents themselves are no part of the project; where they lie beside it, the tokens are compared with them.
"""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

TOKEN = re.compile(r"(?<![\d.,])(?:\d{1,2}[/-]){0,2}(?:1\d{3}|20\d{2})(?!\d)")
ACCOUNTS = {
    "record": "told by the record named",
    "repeated": "a further mention of the record named",
    "bibliographic": "belongs to a reference, not to the past that is told",
    "number": "a number that is no year",
    "context": "dates no happening of Vietnam's foreign relations",
}
# The document of each source, by the beginning of its file name.
DOCUMENTS = {
    "balanced-diplomacy-1954-1975": "000_",
    "pham-phuc-vinh-normalization": "001_",
    "bui-thanh-son-interview": "002_",
    "phan-thi-thu-hang-energy-defence": "003_",
    "nguyen-thi-thanh-dung-foundation": "004_",
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One year or numeric date of a document; `target` is `kind:key`, or words where no record is meant."""

    number: int
    token: str
    locator: str
    account: str
    target: str


def read(path: Path) -> list[Occurrence]:
    """The occurrences of one document; raises ValueError naming the line that cannot be read."""
    occurrences = []
    for line, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        cells = text.split("\t")
        if len(cells) == 4:
            cells.append("")
        if len(cells) != 5 or not cells[0].isdigit():
            raise ValueError(f"{path.name}:{line}: write number, token, locator, account and target, with tabs between")
        occurrences.append(Occurrence(int(cells[0]), *cells[1:]))
    return occurrences


def problems(name: str, occurrences: list[Occurrence], targets: Collection[str], text: str | None) -> list[str]:
    """What is wrong with the account of a document; `targets` are the records that may be named, as `kind:key`."""
    found = []
    for place, one in enumerate(occurrences, 1):
        where = f"{name}:{place}: {one.token}"
        if one.number != place:
            found.append(f"{where}: number {one.number} stands where {place} should stand")
        if one.account not in ACCOUNTS:
            found.append(f"{where}: account “{one.account}” is not known: write one of {', '.join(ACCOUNTS)}")
        elif one.account in ("record", "repeated") and one.target not in targets:
            found.append(f"{where}: the record has no “{one.target}”")
    if text is not None:
        printed = TOKEN.findall(text)
        told = [one.token for one in occurrences]
        if printed != told:
            at = next((i for i, pair in enumerate(zip(printed, told, strict=False)) if pair[0] != pair[1]), None)
            at = min(len(printed), len(told)) if at is None else at
            found.append(
                f"{name}: the document has {len(printed)} years and dates, the account {len(told)}; "
                f"they part at number {at + 1}: {printed[at : at + 1]} in the document, {told[at : at + 1]} in the account"
            )
    return found


def document(source: str, folder: Path) -> str | None:
    """The text of a source where it lies beside the project, else None."""
    files = sorted(folder.glob(f"{DOCUMENTS[source]}*.txt")) if source in DOCUMENTS else []
    return files[0].read_text(encoding="utf-8") if files else None


def report(accounts: dict[str, list[Occurrence]]) -> str:
    """The page fixtures/COVERAGE.md: totals, then each document's occurrences in order."""
    lines = [
        "# Coverage",
        "",
        "Every year and numeric date of the five documents, in the order in which they are printed, and what became of",
        "it. Made by `manage.py check_coverage --write` from `fixtures/coverage/`; a test keeps it current.",
        "",
        "| document | " + " | ".join(ACCOUNTS) + " | all |",
        "|---|" + "---|" * (len(ACCOUNTS) + 1),
    ]
    for source, occurrences in accounts.items():
        counts = Counter(one.account for one in occurrences)
        cells = [str(counts[account]) for account in ACCOUNTS]
        lines.append(f"| {source} | {' | '.join(cells)} | {len(occurrences)} |")
    lines += ["", *(f"- **{account}**: {meaning}" for account, meaning in ACCOUNTS.items())]
    for source, occurrences in accounts.items():
        lines += ["", f"## {source}", "", "| | as printed | where | account | what |", "|---|---|---|---|---|"]
        lines += [
            f"| {one.number} | {one.token} | {one.locator} | {one.account} | {one.target} |" for one in occurrences
        ]
    return "\n".join(lines) + "\n"
