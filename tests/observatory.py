"""What Mozilla's HTTP Observatory would give an answer: its ten tests, their points and its grades.

After the published table of MDN's scanner (github.com/mdn/mdn-http-observatory, `src/grader` and `src/analyzer`), written
anew. It looks at one page only, so a test holds every route to it. What no server can do by itself is left out: the
list of preloaded hosts, and the certificate.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HALF_A_YEAR = 15_552_000
# Extra points count only from here on.
EXTRA_FROM = 90
GRADES = {100: "A+", 95: "A", 90: "A", 85: "A-", 80: "B+", 75: "B", 70: "B", 65: "B-", 60: "C+", 55: "C", 50: "C",
          45: "C-", 40: "D+", 35: "D", 30: "D", 25: "D-"}  # fmt: skip
BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
INLINE = {"'unsafe-inline'", "data:"}
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
TELLING = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}
HTML = {"text/html", "application/xhtml+xml"}


@dataclass(frozen=True)
class Answer:
    """An answer over https: headers by their small names, raw `Set-Cookie` lines, its text.

    `from_http` are the addresses that the plain-http address leads through, itself first; `asked_from` is the foreign
    origin that the request named, for the sharing test.
    """

    headers: dict[str, str]
    cookies: tuple[str, ...] = ()
    body: str = ""
    from_http: tuple[str, ...] = ("http://site.example/", "https://site.example/")
    asked_from: str = "https://foreign.example"

    def header(self, name: str) -> str:
        return self.headers.get(name, "").strip()


@dataclass(frozen=True)
class Score:
    """Points by test, and what they come to."""

    points: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        without_extra = 100 + sum(points for points in self.points.values() if points < 0)
        total = 100 + sum(self.points.values()) if without_extra >= EXTRA_FROM else without_extra
        return max(0, total)

    @property
    def grade(self) -> str:
        return GRADES.get(min(self.total - self.total % 5, 100), "F")


def score(answer: Answer) -> Score:
    tests = (content_policy, cookies, sharing, redirection, referrer, transport, integrity, sniffing, framing, resource)
    return Score({test.__name__: test(answer) for test in tests})


def directives(policy: str) -> dict[str, set[str]]:
    """The directives of a policy with their sources; raises ValueError for one that cannot be read."""
    found: dict[str, set[str]] = {}
    for part in policy.lower().split(";"):
        name, *sources = part.split() or [""]
        if name in found and not name.startswith("report-"):
            raise ValueError(f"{name} stands twice")
        if name:
            found.setdefault(name, set(sources) or {"'none'"})
    return found


def content_policy(answer: Answer) -> int:
    try:
        policy = directives(answer.header("content-security-policy"))
    except ValueError:
        return -25
    if not policy:
        return -25
    rest = policy.get("default-src", {"*"})
    script, style, objects = (set(policy.get(name, rest)) for name in ("script-src", "style-src", "object-src"))
    for sources in (script, style):
        if any(re.match("'(sha256|sha384|sha512|nonce)-", source) for source in sources):
            sources.discard("'unsafe-inline'")
    passive = {source for name in ("img-src", "media-src") for source in policy.get(name, rest - {"*"})}
    active = script.union(*(v for name, v in policy.items() if name not in ("img-src", "media-src", "script-src")))
    strict = "'strict-dynamic'" in script
    if strict and not any(re.match("'(sha256|sha384|sha512|nonce)-", source) for source in script):
        return -25
    if strict:
        script = {source for source in script if not source.startswith(tuple(BROAD)) and source != "'self'"}
    faults = (
        (script & (BROAD | INLINE) or objects & BROAD, -20),
        (_over_http(active), -20),
        ("'unsafe-eval'" in script | style, -10),
        (_over_http(passive), -10),
        (style & (BROAD | INLINE), 0),
    )
    found = next((points for is_so, points in faults if is_so), None)
    return found if found is not None else 10 if policy.get("default-src") == {"'none'"} else 5


def _over_http(sources: set[str]) -> bool:
    return any(source.startswith(("http:", "ftp:")) for source in sources)


def cookies(answer: Answer) -> int:
    if not answer.cookies:
        return 0
    return min(_cookie(line, kept_secret=transport(answer) >= 0) for line in answer.cookies)


def _cookie(line: str, kept_secret: bool) -> int:
    """`kept_secret`: strict transport keeps it from plain http anyway."""
    first, *rest = (part.strip().lower() for part in line.split(";"))
    flags = dict(part.partition("=")[::2] for part in rest)
    name = first.partition("=")[0]
    session, secure, same_site = "sess" in name or "login" in name, "secure" in flags, flags.get("samesite")
    faults = (
        (session and not secure and not kept_secret, -40),
        (session and "httponly" not in flags, -30),
        (same_site is not None and same_site not in ("strict", "lax", "none"), -20),
        (same_site == "none" and not secure, -20),
        ("csrf" in name and not same_site, -20),
        (not secure and not kept_secret, -20),
        (session and not secure, -10),
        (not secure, -5),
        (not same_site, 0),
    )
    return next((points for is_so, points in faults if is_so), 5)


def sharing(answer: Answer) -> int:
    """Whoever answers every origin by its name and lets it send its cookies has no walls."""
    open_to_all = answer.header("access-control-allow-origin") == answer.asked_from
    return -50 if open_to_all and answer.header("access-control-allow-credentials").lower() == "true" else 0


def redirection(answer: Answer) -> int:
    way = [urlsplit(address) for address in answer.from_http]
    if not way:
        return 0  # nothing answers over plain http
    if len(way) == 1 or way[-1].scheme != "https":
        return -20
    if way[1].scheme == "http":
        return -10
    return 0 if way[0].hostname == way[1].hostname else -5


def referrer(answer: Answer) -> int:
    words = [word.strip().lower() for word in answer.header("referrer-policy").split(",")]
    known = [word for word in words if word in PRIVATE | TELLING]
    if words == [""]:
        return 0
    return 5 if known and known[-1] in PRIVATE else -5


def transport(answer: Answer) -> int:
    header = answer.header("strict-transport-security").lower()
    age = re.search(r"(?:^|;)\s*max-age=(\d+)", header)
    if not age or "," in header:
        return -20
    return 0 if int(age[1]) >= HALF_A_YEAR else -10


def integrity(answer: Answer) -> int:
    """Scripts of the own host need no digest; a digest on them earns points all the same."""
    if answer.header("content-type").partition(";")[0] not in HTML:
        return 0
    points, rewarded = [], False
    for tag in re.findall(r"<script\b[^>]*\ssrc=[^>]*>", answer.body, re.IGNORECASE):
        source = re.search(r"""\ssrc=["']?([^"'\s>]+)""", tag, re.IGNORECASE)[1]
        digest = re.search(r"\sintegrity=", tag, re.IGNORECASE) is not None
        if not source.startswith(("//", "http:", "https:")):
            rewarded = rewarded or digest
        elif not source.startswith("https:"):
            points.append(-20 if digest else -50)
        else:
            points.append(5 if digest else -5)
    return min(points, default=5 if rewarded else 0)


def sniffing(answer: Answer) -> int:
    return 0 if answer.header("x-content-type-options").lower() == "nosniff" else -5


def framing(answer: Answer) -> int:
    try:
        if directives(answer.header("content-security-policy")).get("frame-ancestors"):
            return 5
    except ValueError:
        pass
    header = answer.header("x-frame-options").lower()
    return 0 if header in ("deny", "sameorigin") or header.startswith("allow-from") else -20


def resource(answer: Answer) -> int:
    points = {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}
    return points.get(answer.header("cross-origin-resource-policy").lower(), -5)
