"""A scan of the whole desk: every address and every form that a page offers, tried with what attackers try."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from lxml import html

from drafter.desk.web.app import routes
from tests.desk.web.office import ORIGIN, OURS, WARNED, Office
from tests.desk.web.test_escaping import assert_nothing_runs

PROBES = (
    "' OR '1'='1' --",
    '";DROP TABLE reports;--',
    "%' UNION SELECT * FROM sessions --",
    "../../../../etc/passwd",
    "file:///etc/passwd",
    "http://169.254.169.254/latest/meta-data/",
    "<script>xss()</script>\"'><img src=x onerror=xss()>",
    "{{7*191}}${7*191}<%= 7*191 %>",
    "\r\nX-Injected: yes\r\n\r\n<script>xss()</script>",
    "; cat /etc/passwd #",
    "\x00",
    "\ud83d\ude00𝒳\u202e\u2028",
    "-1",
    "99999999999999999999",
    "1e309",
    "NaN",
    "[]",
    "[[[[[[",
    "true",
    "A" * 5000,
    "",
)
LEAKS = ("Traceback", "sqlite", "root:x:", "/site-packages/", "1337", "jinja2", "Internal Server")
MOST_PAGES = 60
SHARE = 3
"""Each address and each form is tried with every third probe, so that each kind meets all of them."""


@dataclass(frozen=True)
class Form:
    """A form as a page offers it."""

    action: str
    fields: tuple[tuple[str, str], ...]
    is_file: bool


def links(page: str) -> Iterator[str]:
    for element in html.fromstring(page).iter("a", "form", "input", "div", "link", "script"):
        for name in ("href", "src", "hx-get", "data-url"):
            if (address := element.get(name, "")).startswith("/"):
                yield address


def forms(page: str) -> Iterator[Form]:
    for form in html.fromstring(page).iter("form"):
        if form.get("method") == "post":
            fields = tuple(
                (item.get("name"), item.get("value") or item.text or "")
                for item in form.iter("input", "textarea", "select")
                if item.get("name")
            )
            yield Form(form.get("action"), fields, form.get("enctype") == "multipart/form-data")


def crawled(office: Office) -> dict[str, str]:
    """Return every page that can be reached from the queue by links, a few of each kind."""
    waiting, seen = ["/", f"/report/{OURS}?line=overview.8", f"/report/{OURS}?line=overview.8&edit=1"], {}
    waiting.append(f"/report/{OURS}?cell=applications.received.total")
    kinds: dict[tuple[str, ...], int] = {}
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        parts = urlsplit(address)
        kind = (parts.path.split("/")[1], *sorted(dict(parse_qsl(parts.query))))
        if address in seen or kinds.get(kind, 0) >= 3:
            continue
        kinds[kind] = kinds.get(kind, 0) + 1
        answer = office.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        seen[address] = answer.text if "text/html" in answer.headers["content-type"] else ""
        waiting += links(seen[address]) if seen[address] else []
    return seen


def assert_sound(answer, where: object) -> None:
    assert answer.status_code < 500, where
    assert "default-src 'none'" in answer.headers["content-security-policy"], where
    assert answer.headers["x-content-type-options"] == "nosniff", where
    assert "x-injected" not in answer.headers, where
    if "text/html" in answer.headers.get("content-type", "") and answer.text:
        assert_nothing_runs(answer.text)
        assert not [leak for leak in LEAKS if leak in answer.text], where


def test_every_address_that_a_page_offers_answers_and_all_pages_are_found(alone: Office):
    found = {urlsplit(address).path.split("/")[1] for address in crawled(alone)}
    known = {route.path.split("/")[1] for route in routes() if "GET" in (getattr(route, "methods", None) or ())}

    # Those that need something that is not there: a link, a log-in, final files, a newer draft.
    assert known - found - {"enter", "login", "file", "redraft"} == set()


def test_no_address_breaks_under_what_attackers_try(alone: Office):
    for number, address in enumerate(crawled(alone)):
        parts = urlsplit(address)
        names = [name for name, _ in parse_qsl(parts.query)] or ["line", "text", "page"]
        for probe in PROBES[number % SHARE :: SHARE]:
            answer = alone.get(parts.path, params=dict.fromkeys(names, probe.replace("\ud83d\ude00", "😀")))
            assert_sound(answer, (address, probe))


def test_no_form_breaks_under_what_attackers_try(alone: Office):
    pages = crawled(alone)
    found = {
        re.sub(r"'value', '[^']*'", "", str(form)): form for page in pages.values() if page for form in forms(page)
    }
    assert len(found) > 10
    for number, form in enumerate(found.values()):
        names = [name for name, _ in form.fields if name not in ("csrf", "action")]
        for probe in PROBES[number % SHARE :: SHARE]:
            text = probe.replace("\ud83d\ude00", "😀")
            fields = {**dict(form.fields), **dict.fromkeys(names, text), "version": str(alone.opened().version)}
            assert_sound(alone.post(form.action, fields), (form, probe))


def test_no_shape_of_a_sentence_breaks_the_editor(alone: Office):
    shapes = [
        None,
        1,
        "x",
        {},
        [1],
        [[]],
        [{"text": 1}],
        [{"kind": "x"}],
        [{"kind": None}],
        [{"ref": []}],
        [{}] * 500,
        [{"kind": "fact", "ref": "a" * 5000}],
    ]
    bodies = [*map(json.dumps, shapes), "", "[", "{" * 5000, "[" * 9000, '[{"text": "\\ud800"}]', '[{"kind": "fact"}]']
    for body in bodies:
        for action in ("edit", "insert"):
            assert_sound(alone.act(action, line="overview.8", pieces=body), body[:50])


def test_no_number_of_a_cell_breaks_a_correction(alone: Office):
    for value in (
        "-1",
        "1.5",
        "1e5",
        "NaN",
        "Infinity",
        "1_000",
        "０",
        "十",
        "9" * 18,
        "0x10",
        " 5 ",
        "--1",
        "1/2",
        "=1+1",
        "\u0661",
    ):
        assert_sound(alone.act("correct", cell="applications.received.total", value=value, reason="x"), value)


def test_no_method_and_no_kind_of_body_breaks_a_page(alone: Office):
    for route in routes():
        path = route.path.replace("{key:path}", WARNED)
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
            for kind in (
                "application/json",
                "text/xml",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "x" * 200,
            ):
                headers = {"Origin": ORIGIN, "Content-Type": kind, "X-CSRF-Token": alone.csrf}
                body = b'{"a": 1}' if method in ("POST", "PUT") else None
                answer = alone.client.request(method, path, content=body, headers=headers, follow_redirects=False)
                assert answer.status_code < 500, (method, path, kind)
                if path == "/logout" and method == "POST" and answer.status_code == 303:
                    alone.get(f"/enter?link={alone.entrance.link()}")
