"""The small record of the shared cases: a made-up vocabulary and 120 events with every kind of date."""

import random

VOCABULARY = {
    "countries": [
        ("CN", "Trung Quốc", "China", 1, "circle"),
        ("FR", "Pháp", "France", 2, "square"),
        ("KH", "Campuchia", "Cambodia", 3, "diamond"),
        ("KZ", "Kazakhstan", "Kazakhstan", 4, "star"),
        ("LA", "Lào", "Laos", 5, "cross"),
        ("RU", "Nga", "Russia", 6, "pentagon"),
        ("SUHH", "Liên Xô", "Soviet Union", 7, "triangle"),
        ("TH", "Thái Lan", "Thailand", 8, "triangle_down"),
        ("US", "Hoa Kỳ", "United States", 1, "star"),
    ],
    "themes": [
        ("diplomacy", "Ngoại giao", "Diplomacy"),
        ("war-and-security", "Chiến tranh và an ninh", "War and security"),
        ("aid", "Viện trợ", "Aid"),
        ("energy", "Năng lượng", "Energy"),
        ("never-used", "Chưa dùng", "Never used"),
    ],
    "organisations": ["asean", "petrovietnam", "united-nations", "vietsovpetro"],
    "people": ["do-muoi", "ho-chi-minh", "kissinger", "zhou-enlai"],
    "sources": [
        ("first-source", "Nguồn thứ nhất", "First source"),
        ("second-source", "Nguồn thứ hai", "Second source"),
        ("third-source", "Nguồn thứ ba", "Third source"),
    ],
    "places": [("geneva", "Genève", "Geneva"), ("hanoi", "Hà Nội", "Hanoi"), ("thanh-do", "Thành Đô", "Chengdu")],
    "periods": [
        ("before", "Trước", "Before", "../1944", "first-source"),
        ("war", "Chiến tranh", "War", "1945/1975-04-30", "first-source"),
        ("peace", "Hòa bình", "Peace", "1975-04-30/..", "first-source"),
        ("thaw", "Tan băng", "Thaw", "1985-03/1991-12", "second-source"),
    ],
}
# Other names: in other letters, in other languages, short ones.
NAMES = {
    ("country", "SUHH"): ["USSR", "Xô viết", "Советский Союз", "СССР"],
    ("country", "US"): ["Mỹ", "USA"],
    ("country", "KH"): ["Cam-pu-chia"],
    ("country", "RU"): ["Liên bang Nga"],
    ("organisation", "asean"): ["Hiệp hội các nước Đông Nam Á"],
    ("organisation", "united-nations"): ["Liên hợp quốc", "UN"],
    ("person", "do-muoi"): ["Đỗ Mười"],
    ("person", "kissinger"): ["Henry Kissinger"],
    ("person", "zhou-enlai"): ["周恩来"],
    ("place", "geneva"): ["Giơnevơ", "Женева"],
}
# Of the events, by the English title.
EVENT_NAMES = {
    "Geneva accords": "Hiệp định Giơ-ne-vơ; Женевские соглашения; Ёлка",
    "First oil": "Bạch Hổ’s “first oil”; Nhà máy số 1; Straße \\ 50% <b>",
    "Resolution 15": "Łódź; Тайный съезд",
}
TITLES = [
    ("Hiệp định Genève", "Geneva accords"),
    ("Hội nghị Thành Đô", "Chengdu talks"),
    ("Điện Biên Phủ", "Dien Bien Phu"),
    ("Dòng dầu đầu tiên", "First oil"),
    ("Viện trợ 100% không hoàn lại", "Aid, 100% as a grant"),
    ("Chuyến thăm của Chu Ân Lai", "Zhou Enlai's visit"),
    ("Nghị quyết 15", "Resolution 15"),
    ("Đường Trường Sơn", "The Trường Sơn road"),
    ("Rút quân_từng phần", "Withdrawal_in parts"),
    ("Thư ngỏ gửi nhân dân", "Open letter to the people"),
]
# Dates that every kind of mark and every kind of edge needs; the rest are made by dice.
DATES = [
    "1954-07-21", "1954-07", "1954", "195X", "1945-09-02", "1944-12-31", "1945-01-01", "1975-04-30", "1975-05-01",
    "1965~", "1969-10?", "1963-05%", "1990-09-03/1990-09-04", "1986-12-05/1986-12-18", "1978-11-03/..", "2001/..",
    "../1949", "../1954-07-20", "1945/", "/1991", "1955/1975", "1968-01-30/1973-01-27", "2000-02-29", "1900", "1000-05",
    "-0257", "1975-21", "1989-23", "1999-12-31", "2026-01-01", "1985-03", "1991-12", "19XX", "1884-06-06", "2026",
]  # fmt: skip


def rows() -> list[dict]:
    """The events as plain rows, drafts among them, in no order."""
    dice = random.Random(1954)
    return [_row(dice, number) for number in range(123)]


def _row(dice: random.Random, number: int) -> dict:
    title_vi, title_en = TITLES[number % len(TITLES)]
    date = DATES[number] if number < len(DATES) else _date(dice)

    def some(name, most):
        keys = [
            entry if isinstance(entry, str) else entry[0] for entry in VOCABULARY[name] if "never-used" not in entry
        ]
        chosen = dice.choices(keys, [1 / (place + 1) for place in range(len(keys))], k=dice.randint(0, most))
        return sorted(set(chosen))

    sources = some("sources", 3)
    return {
        "slug": f"{dice.choice(['treaty', 'visit', 'war', 'talks'])}-{number:03}",
        "date": date,
        "title_vi": f"{title_vi} {number}",
        "title_en": f"{title_en} {number}",
        "summary_vi": dice.choice(["Hai bên nhất trí.", "Nga và Trung Quốc phản đối.", "Không có kết quả."]),
        "summary_en": dice.choice(["Both sides agreed.", "Russia and China objected.", "Nothing came of it."]),
        "alternative_names": EVENT_NAMES.get(title_en, ""),
        "importance": dice.choices((1, 2, 3), (2, 3, 5))[0],
        "countries": some("countries", 3),
        "themes": some("themes", 2),
        "organisations": some("organisations", 1),
        "people": some("people", 2),
        "sources": sources,
        "differs": sources[:1] if dice.random() < 0.15 else [],
        "place": dice.choice(["", "geneva", "hanoi", "thanh-do"]),
        "status": "draft" if number % 41 == 40 else "published",
    }


def _date(dice: random.Random) -> str:
    year, month, day = int(dice.triangular(1860, 2027, 1985)), dice.randint(1, 12), dice.randint(1, 28)
    forms = [
        f"{year}-{month:02}-{day:02}", f"{year}-{month:02}-{day:02}", f"{year}-{month:02}", f"{year}", f"{year}~",
        f"{year}/{min(2026, year + dice.randint(0, 25))}", f"{year}-{month:02}/..",
    ]  # fmt: skip
    return dice.choice(forms)


RELATIONS = [
    (0, 1, "led_to", False),
    (1, 13, "responded_to", True),
    (13, 12, "part_of", False),
    (12, 40, "led_to", False),
]
