"""The views that are asked for: query strings, and for windows the width, the lanes and how many marks fit."""

import random
import unicodedata

FILTERS = """
country=CN
country=CN&country=US
country=CN&country=CN
country=KZ
country=CN&theme=aid
country=CN&country=SUHH&theme=diplomacy&theme=war-and-security
theme=never-used
theme=diplomacy
theme=aid&organisation=asean
theme=aid&theme=energy&person=ho-chi-minh
organisation=vietsovpetro
organisation=asean&organisation=united-nations
person=kissinger
person=do-muoi&person=zhou-enlai&country=CN
source=second-source
source=first-source&source=third-source
source=third-source&theme=energy&country=RU
period=before
period=war
period=peace
period=thaw
period=before&period=thaw
period=war&country=US
period=peace&period=war&importance=1
from=1954
to=1954
from=1954&to=1954
from=1954-07-21&to=1954-07-21
from=1954-07&to=1954-08
from=1975-05-01
to=1975-04-30
from=195X&to=196X
from=1945/1950
to=1945/1950
to=1960/..
from=../1960
from=1975-21&to=1975-22
from=1989-23
from=1965~
from=-0300&to=0100
from=1000&to=1900
from=2025
from=1986-12-05&to=1986-12-18
from=2000-02-29&to=2000-02-29
to=-0257
importance=1
importance=2
importance=3
importance=1&country=FR
importance=2&period=thaw&theme=diplomacy
q=geneve
q=GENÈVE
q=thanh+do
q=Thành+Đô
q=th%C3%A0nh+%C4%91%C3%B4
q=tha%CC%80nh+do
q=100%25
q=quan_tung
q=nghi+quyet+15
q=15
q=nothing+like+it
q=dien&country=CN
q=nga+trung&importance=2
q=road&from=1960&to=2000
q=%27
q=+++
q=war&theme=war-and-security&period=war
country=RU&country=SUHH&from=1980&to=1995&importance=2
country=LA&organisation=petrovietnam&person=zhou-enlai&source=first-source
country=CN&theme=diplomacy&organisation=asean&person=ho-chi-minh&period=peace&source=first-source&importance=2
lanes=none&country=TH
periods=second-source&theme=energy
country=CN&fbclid=abc&utm_source=chat
""".strip().split("\n")
FILTERS.append("")

# Query string, width in pixels, lanes of the automatic choice, most marks.
WINDOWS = [
    ("", 1200, 6, 200),
    ("", 1200, 12, 200),
    ("", 400, 6, 25),
    ("", 40, 1, 5),
    ("", 1, 6, 10),
    ("lanes=none", 300, 6, 30),
    ("lanes=none", 300, 6, 1),
    ("lanes=theme", 200, 6, 40),
    ("lanes=theme", 200, 2, 12),
    ("lanes=theme&theme=aid&theme=energy", 160, 6, 20),
    ("lanes=US,CN", 160, 6, 20),
    ("lanes=KZ", 80, 6, 20),
    ("lanes=RU,SUHH,CN,US,FR,KH,LA,TH", 240, 6, 33),
    ("country=CN", 160, 6, 20),
    ("country=CN&country=FR&country=RU", 160, 6, 20),
    ("country=CN&lanes=theme", 160, 6, 20),
    ("country=CN&lanes=FR,CN", 160, 6, 20),
    ("t0=1954&t1=1954", 400, 6, 30),
    ("t0=1954-07-21&t1=1954-07-21", 400, 6, 30),
    ("t0=1954-07-01&t1=1954-07-31", 400, 6, 30),
    ("t0=1954-07-01&t1=1954-07-31", 37, 6, 7),
    ("t0=1945&t1=1975", 1200, 6, 200),
    ("t0=1945&t1=1975", 300, 3, 15),
    ("t0=1945&t1=1975&lanes=theme", 300, 3, 15),
    ("t0=1946&t1=1976&lanes=theme", 300, 3, 15),
    ("t0=1960&t1=1960&country=US", 120, 6, 10),
    ("t0=1985&t1=1991&period=thaw", 120, 6, 10),
    ("t0=1990&t1=2026&importance=1", 120, 6, 10),
    ("t0=0500&t1=0900", 100, 6, 10),
    ("t0=2030&t1=2040", 100, 6, 10),
    ("t0=-0300&t1=-0200", 64, 6, 10),
    ("t0=1990", 100, 6, 10),
    ("t1=1950", 100, 6, 10),
    ("t0=195X&t1=196X", 100, 6, 10),
    ("from=1950&to=1960&t0=1945&t1=1970", 100, 6, 10),
    ("q=geneve", 100, 6, 10),
    ("q=nothing+like+it", 100, 6, 10),
    ("q=nothing+like+it&lanes=CN", 100, 6, 10),
    ("theme=never-used&lanes=theme", 100, 6, 10),
    ("person=ho-chi-minh&t0=1940&t1=1960&lanes=theme", 100, 6, 10),
    ("source=second-source&importance=2&t0=1900&t1=2000", 333, 4, 9),
    ("event={last}&t0=1900&t1=2026", 100, 6, 8),
    ("event={last}&t0=1900&t1=1910&lanes=none", 100, 6, 2),
    ("event={last}&theme=aid", 100, 6, 8),
]


def windows(slugs: list[str]) -> list[tuple[str, int, int, int]]:
    """The windows above, and eight made by dice; `{last}` is the event that matters least."""
    dice = random.Random(1990)
    made = []
    for _turn in range(8):
        first = dice.randint(1850, 2000)
        query = f"t0={first}&t1={first + dice.randint(0, 120)}"
        if dice.random() < 0.5:
            query += f"&country={dice.choice(['CN', 'RU', 'US'])}"
        made.append((query, dice.randint(1, 900), dice.randint(1, 9), dice.randint(1, 60)))
    return [(query.replace("{last}", slugs[-1]), *rest) for query, *rest in WINDOWS + made]


# What readers type, as it reaches the search: three languages, composed and decomposed, signs, and what finds nothing.
SEARCHES = [
    "dien bien phu",
    "Điện Biên Phủ",
    unicodedata.normalize("NFD", "Điện Biên Phủ"),
    "ĐIỆN BIÊN PHỦ",
    "ÐIEN",
    "phu dien",
    "phủ   biên\u00a0điện",
    "điện",
    "đien",
    "Dien",
    "đ",
    "d",
    "thanh do",
    "thành đô",
    unicodedata.normalize("NFD", "THÀNH ĐÔ"),
    "đô thành",
    "thanh do 1990",
    "chengdu",
    "CHENGDU talks",
    "geneva",
    "Genève",
    unicodedata.normalize("NFD", "genève"),
    "giơnevơ",
    "gionevo",
    "giơ-ne-vơ",
    "Женева",
    "женевск",
    "ЖЕНЕВСКИЕ СОГЛАШЕНИЯ",
    "соглашения женевские",
    "елка",
    "ёлка",
    unicodedata.normalize("NFD", "ЁЛКА"),
    "тайный",
    "таиныи",
    unicodedata.normalize("NFD", "тайный"),
    "съезд",
    "liên xô",
    "lien xo",
    "USSR",
    "soviet union",
    "xô viết",
    "Советский Союз",
    "ссср",
    "liên bang nga",
    "nga",
    "mỹ",
    "hoa kỳ",
    "USA",
    "cam-pu-chia",
    "campuchia",
    "đông nam á",
    "asean",
    "united nations",
    "un",
    "Đỗ Mười",
    "kissinger henry",
    "周恩来",
    "周",
    "chengdu USSR",
    "nghị quyết 15",
    "15",
    "5",
    "resolution, 15!",
    "“nghị quyết”",
    '"nghi quyet"',
    "zhou enlai's",
    "zhou enlai’s visit",
    "enlai",
    "nlai",
    "100%",
    "%",
    "_",
    "quân_từng",
    "quan tung",
    "\\",
    "50% \\",
    "'",
    "--",
    "<b>",
    "<script>alert(1)</script>",
    "🚀",
    "🚀 thành đô",
    "straße",
    "strasse",
    "lodz",
    "a" * 200,
    ("thanh do " * 22).strip(),
    "nothing like it",
    "' OR 1=1 --",
    "*",
    "dien*",
]
