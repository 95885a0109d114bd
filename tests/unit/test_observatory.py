"""The scoring itself: what is good gets what the table gives, and each bad header lowers the score by what the table takes."""

import pytest

from tests.observatory import Answer, Score, score

GOOD = {
    "content-security-policy": "default-src 'none'; script-src 'self'; object-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000; includeSubDomains; preload",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "content-type": "text/html; charset=utf-8",
}
POLICY = "content-security-policy"


def test_a_page_without_fault():
    found = score(Answer(GOOD))
    assert (found.total, found.grade) == (130, "A+")
    assert found.points == {"content_policy": 10, "cookies": 0, "sharing": 0, "redirection": 0, "referrer": 5,
                            "transport": 0, "integrity": 0, "sniffing": 0, "framing": 5, "resource": 10}  # fmt: skip


@pytest.mark.parametrize(
    ("test", "header", "value", "points"),
    [
        ("content_policy", POLICY, "", -25),
        ("content_policy", POLICY, "default-src 'none'; default-src 'self'", -25),
        ("content_policy", POLICY, "default-src 'none'; script-src 'self' 'strict-dynamic'", -25),
        ("content_policy", POLICY, "default-src 'none'; script-src 'unsafe-inline'", -20),
        ("content_policy", POLICY, "default-src 'none'; script-src data:", -20),
        ("content_policy", POLICY, "img-src 'self'", -20),
        ("content_policy", POLICY, "default-src 'none'; object-src *", -20),
        ("content_policy", POLICY, "default-src 'none'; connect-src http://a.example", -20),
        ("content_policy", POLICY, "default-src 'none'; frame-ancestors http://a.example", -20),
        ("content_policy", POLICY, "default-src 'none'; script-src 'unsafe-eval'", -10),
        ("content_policy", POLICY, "default-src 'none'; img-src http:", -10),
        ("content_policy", POLICY, "default-src 'none'; style-src 'unsafe-inline'", 0),
        ("content_policy", POLICY, "default-src 'self'", 5),
        ("content_policy", POLICY, "default-src 'none'; script-src 'unsafe-inline' 'sha256-abc='", 10),
        ("referrer", "referrer-policy", "", 0),
        ("referrer", "referrer-policy", "no-referrer, unsafe-url", -5),
        ("referrer", "referrer-policy", "whatever", -5),
        ("transport", "strict-transport-security", "", -20),
        ("transport", "strict-transport-security", "max-age=forever", -20),
        ("transport", "strict-transport-security", "max-age=86400", -10),
        ("sniffing", "x-content-type-options", "", -5),
        ("sniffing", "x-content-type-options", "sniff", -5),
        ("resource", "cross-origin-resource-policy", "cross-origin", 0),
        ("resource", "cross-origin-resource-policy", "everybody", -5),
    ],
)
def test_each_header(test, header, value, points):
    found = score(Answer(GOOD | {header: value}))
    assert found.points[test] == points


@pytest.mark.parametrize(
    ("policy", "frame_options", "points"),
    [("frame-ancestors 'self'", "", 5), ("img-src 'self'", "DENY", 0), ("img-src 'self'", "", -20),
     ("img-src 'self'", "ALLOWALL", -20)],
)  # fmt: skip
def test_framing(policy, frame_options, points):
    answer = Answer(GOOD | {POLICY: f"default-src 'none'; {policy}", "x-frame-options": frame_options})
    assert score(answer).points["framing"] == points


@pytest.mark.parametrize(
    ("line", "points", "without_strict_transport"),
    [
        ("__Host-sessionid=a; Secure; HttpOnly; SameSite=Lax; Path=/", 5, 5),
        ("theme=a; Secure", 0, 0),
        ("theme=a; SameSite=Lax", -5, -20),
        ("sessionid=a; HttpOnly; SameSite=Lax", -10, -40),
        ("sessionid=a; Secure; SameSite=Lax", -30, -30),
        ("csrftoken=a; Secure", -20, -20),
        ("theme=a; Secure; SameSite=Sometimes", -20, -20),
        ("theme=a; SameSite=None", -20, -20),
    ],
)
def test_cookies(line, points, without_strict_transport):
    good = "__Host-csrftoken=b; Secure; HttpOnly; SameSite=Lax"
    assert score(Answer(GOOD, (good, line))).points["cookies"] == points
    bare = GOOD | {"strict-transport-security": ""}
    assert score(Answer(bare, (good, line))).points["cookies"] == without_strict_transport


@pytest.mark.parametrize(
    ("way", "points"),
    [
        ((), 0),
        (("http://a.example/",), -20),
        (("http://a.example/", "http://b.example/"), -20),
        (("http://a.example/", "http://a.example/x", "https://a.example/x"), -10),
        (("http://a.example/", "https://www.a.example/"), -5),
        (("http://a.example/", "https://a.example/", "https://a.example/vi/"), 0),
    ],
)
def test_redirection(way, points):
    assert score(Answer(GOOD, from_http=way)).points["redirection"] == points


@pytest.mark.parametrize(
    ("body", "points"),
    [
        ('<script src="/static/a.js"></script>', 0),
        ('<script src="/static/a.js" integrity="sha256-a"></script>', 5),
        ('<script type="module" src="https://cdn.example/a.js"></script>', -5),
        ('<script src="https://cdn.example/a.js" integrity="sha256-a"></script>', 5),
        ('<script src="http://cdn.example/a.js" integrity="sha256-a"></script>', -20),
        ('<script src="//cdn.example/a.js"></script>', -50),
    ],
)
def test_integrity(body, points):
    assert score(Answer(GOOD, body=body)).points["integrity"] == points
    assert score(Answer(GOOD | {"content-type": "application/json"}, body=body)).points["integrity"] == 0


@pytest.mark.parametrize(("origin", "points"), [("https://foreign.example", -50), ("*", 0), ("https://own.example", 0)])
def test_sharing_with_credentials(origin, points):
    headers = {"access-control-allow-origin": origin, "access-control-allow-credentials": "true"}
    assert score(Answer(GOOD | headers)).points["sharing"] == points


@pytest.mark.parametrize(
    ("points", "total", "grade"),
    [
        ({}, 100, "A+"),
        ({"a": -5, "b": 4}, 99, "A"),
        ({"a": -10, "b": 30}, 120, "A+"),
        # Below 90 nothing good makes up for what is bad.
        ({"a": -25, "b": 30}, 75, "B"),
        ({"a": -15, "b": 30}, 85, "A-"),
        ({"a": -80}, 20, "F"),
        ({"a": -150}, 0, "F"),
    ],
)
def test_sum_and_grade(points, total, grade):
    assert (Score(points).total, Score(points).grade) == (total, grade)
