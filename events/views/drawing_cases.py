"""The hard cases of the drawing as made-up records, for the developers' gallery and its golden pictures."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from events.dates import HistoricalDate
from events.dates.display import display
from events.timeline_data.columnar import APPROXIMATE, INTERVAL, OPEN_END, OPEN_START, UNCERTAIN

# Event of a case: date, title in Vietnamese, title in English, codes of countries, importance.
Made = tuple[str, str, str, str, int]

COUNTRIES = [
    ("CN", "Trung Quốc", "China", 1, "circle"),
    ("SUHH", "Liên Xô", "Soviet Union", 2, "square"),
    ("US", "Hoa Kỳ", "United States", 3, "diamond"),
    ("FR", "Pháp", "France", 4, "triangle"),
    ("RU", "Nga", "Russia", 5, "pentagon"),
    ("KH", "Campuchia", "Cambodia", 6, "triangle_down"),
    ("LA", "Lào", "Laos", 7, "star"),
    ("TH", "Thái Lan", "Thailand", 8, "cross"),
]
CODES = [country[0] for country in COUNTRIES]


@dataclass(frozen=True)
class Case:
    """One small drawing: its name in both languages, its events, how it is cut and what it opens on."""

    slug: str
    vi: str
    en: str
    events: list[Made]
    lanes: str = "none"
    window: tuple[str, str] | None = None
    periods: list[tuple[str, str, str]] = field(default_factory=list)


def numbered(dates: Iterable[str], vi: str, en: str, importance: int = 2) -> list[Made]:
    """One event a date, with a number in its title, the countries in turn."""
    return [(day, f"{vi} {i + 1}", f"{en} {i + 1}", CODES[i % 8], importance) for i, day in enumerate(dates)]


ERAS = [("1945/1954", "Đặt nền móng", "Foundations"), ("1954/1991", "Chiến tranh lạnh", "Cold War"),
        ("1991/..", "Hội nhập", "Opening")]  # fmt: skip
SPARSE = [f"{year}-{1 + year % 12:02}-{1 + year % 28:02}" for year in range(1946, 2026, 3)]
DENSE = ["1988-03-14", "1988-03-15", "1988-03-15", "1988-03-16"]
LONG = (
    "Hội nghị toàn thể Ban Chấp hành Trung ương lần thứ mười ba bàn về đấu tranh ngoại giao, "
    "vừa đánh vừa đàm, và tranh thủ sự ủng hộ của các nước xã hội chủ nghĩa anh em",
    "The thirteenth plenum of the Central Committee on the diplomatic struggle, on fighting while talking, "
    "and on winning the support of the fraternal socialist countries",
)

CASES = [
    Case("one-day", "40 sự kiện trong một ngày", "40 events on one day",
         numbered(["1973-01-27"] * 40, "Văn kiện", "Document"), lanes="CN,SUHH"),
    Case("eighty-years", "80 năm trong một khung nhìn", "80 years in one view",
         numbered(SPARSE + DENSE, "Sự kiện", "Event"), periods=ERAS),
    Case("three-days", "3 ngày trong một khung nhìn", "3 days in one view",
         numbered(SPARSE + DENSE, "Sự kiện", "Event"), window=("1988-03-11", "1988-03-18"), periods=ERAS),
    Case("eight-lanes", "Tám làn", "Eight lanes",
         numbered([f"{1950 + i}-{1 + i % 12:02}" for i in range(40)], "Cuộc gặp", "Meeting"), lanes=",".join(CODES)),
    Case("all-uncertain", "Không ngày nào chắc chắn", "Every date uncertain", [
        ("1947~", "Khoảng một năm", "About a year", "CN", 1), ("1949-10?", "Một tháng chưa chắc", "A month, perhaps", "CN", 2),
        ("1950-01-18?", "Một ngày chưa chắc", "A day, perhaps", "SUHH", 2), ("1951-03-05~", "Khoảng một ngày", "About a day", "US", 2),
        ("1952~/1954~", "Một quãng phỏng chừng", "A stretch, roughly", "FR", 1), ("195X", "Một thập niên", "Some decade", "", 3),
        ("1955-21", "Một mùa xuân", "Some spring", "RU", 3), ("1953%", "Khoảng chừng và chưa chắc", "Roughly, and doubtful", "KH", 3),
        ("../1948", "Không rõ từ bao giờ", "No one knows since when", "LA", 2), ("1956-07/..", "Chưa kết thúc", "Still going on", "TH", 1),
    ]),
    Case("antiquity", "Từ trước Công nguyên đến nay", "From BCE to today", [
        ("-0257", "Nước Âu Lạc", "Âu Lạc", "", 1), ("-0110/0938", "Nghìn năm Bắc thuộc", "A thousand years under the north", "CN", 1),
        ("0001", "Năm thứ nhất", "Year one", "", 3), ("0040", "Hai Bà Trưng", "The Trưng sisters", "CN", 1),
        ("1010", "Dời đô về Thăng Long", "The capital moves to Thăng Long", "", 2),
        ("1858-09-01", "Pháp đánh Đà Nẵng", "France attacks Đà Nẵng", "FR", 2), ("1945-09-02", "Độc lập", "Independence", "", 1),
        ("2025-05-10", "Tuyên bố chung", "Joint statement", "RU", 2),
    ]),
    Case("leap-day", "Ngay sau ngày nhuận", "Right after a leap day", [
        ("1972-02-28", "Ngày 28", "The 28th", "US", 2), ("1972-02-29", "Ngày nhuận", "The leap day", "CN", 1),
        ("1972-03-01", "Ngày đầu tháng ba", "The first of March", "US", 2), ("1972-02", "Cả tháng hai", "All February", "CN", 3),
        ("1973-03-01", "Một năm sau", "A year later", "US", 3),
    ], window=("1972-02-26", "1972-03-04")),
    Case("empty", "Không có sự kiện", "Nothing at all", []),
    Case("one-event", "Một sự kiện", "One event", [("1954-07-21", "Hiệp định Genève", "Geneva Accords", "FR", 1)]),
    Case("long-titles", "Tên rất dài", "Very long titles",
         [((date(1967, 1, 23) + timedelta(days=400 * i)).isoformat(), *LONG, CODES[i], 1 + i % 3) for i in range(6)]
         + [("1970/1976", *LONG, "US", 1)]),
]  # fmt: skip


def record(case: Case, language: str) -> dict:
    """The case in the shape of the record file; docs/data-model.md describes it."""
    word = 0 if language == "vi" else 1
    made = [(HistoricalDate.parse(text), *rest) for text, *rest in case.events]
    made.sort(key=lambda event: (event[0].earliest is not None, event[0].earliest or 0))
    dates = [event[0] for event in made]
    nothing: list[list[int]] = [[] for _ in made]
    return {
        "version": "1",
        "language": language,
        "periodisation": "made-up",
        "countries": [{"code": c, "name": (vi, en)[word], "colour": n, "shape": s} for c, vi, en, n, s in COUNTRIES],
        "themes": [],
        "organisations": [],
        "people": [],
        "sources": [{"key": "made-up", "name": ("bịa để thử", "made up for trying")[word]}],
        "places": [],
        "periods": [_period(number, word, *period) for number, period in enumerate(case.periods)],
        "relations": {"from": [], "to": [], "kind": [], "status": []},
        "events": {
            "slug": [f"{case.slug}-{i}" for i in range(len(made))],
            "title": [event[1 + word] for event in made],
            "when": [display(day, language) for day in dates],
            "earliest": [day.earliest for day in dates],
            "latest": [day.latest for day in dates],
            "certain_from": [day.certain_from for day in dates],
            "certain_to": [day.certain_to for day in dates],
            "precision": [str(day.precision) for day in dates],
            "flags": [_flags(day) for day in dates],
            "importance": [event[4] for event in made],
            "countries": [[CODES.index(event[3])] if event[3] else [] for event in made],
            "themes": nothing,
            "organisations": nothing,
            "people": nothing,
            "sources": [[0] for _ in made],
            "place": [-1 for _ in made],
        },
    }


def _period(number: int, word: int, dates: str, *names: str) -> dict:
    when = HistoricalDate.parse(dates)
    return {
        "slug": f"era-{number}",
        "name": names[word],
        "periodisation": "made-up",
        "earliest": when.earliest,
        "latest": when.latest,
    }


def _flags(day: HistoricalDate) -> int:
    return (
        day.approximate * APPROXIMATE
        | day.uncertain * UNCERTAIN
        | day.open_start * OPEN_START
        | day.open_end * OPEN_END
        | day.is_interval * INTERVAL
    )
