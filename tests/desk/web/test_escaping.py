"""Text of a model, a note, an editor, a Word file or an address never runs: it is text wherever it stands."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from drafter.desk.web.rendering import TEMPLATES
from tests.desk.reports import record
from tests.desk.web.hostile import CORPUS, short
from tests.desk.web.office import LINE, OURS, Office, lines

CHUNKS = [CORPUS[start : start + 6] for start in range(0, len(CORPUS), 6)]
OWN_SCRIPTS = {"/static/htmx.min.js", "/static/desk.js"}
PAGES = ("report", "panel", "trail", "changes", "compare", "word", "final", "figures")


def assert_nothing_runs(text: str) -> None:
    """Fail where a page holds anything that a browser would run and that is not of ours."""
    tree = html.fromstring(text)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in ("iframe", "object", "embed", "base", "style", "svg", "math", "img"), element.tag
        assert element.tag != "script" or element.get("src") in OWN_SCRIPTS
        for name, value in element.attrib.items():
            assert not name.startswith(("on", "data-hx", "hx-on")), name
            assert name != "style", value
            if name in ("href", "src", "action", "formaction", "hx-get", "hx-post"):
                assert value.startswith(("/", "#")), value
                assert not value.startswith("//"), value


def everywhere(office: Office) -> Iterator[str]:
    """Yield every page of the desk as it is now."""
    for address in ("/", "/board"):
        yield office.get(address).text
    for page in PAGES:
        yield office.get(f"/{page}/{OURS}").text
    for line in lines(office.get(f"/report/{OURS}").text)[8:14]:
        yield office.get(f"/panel/{OURS}?line={line}").text
        yield office.get(f"/panel/{OURS}?line={line}&edit=1").text
    yield office.get(f"/panel/{OURS}?cell=applications.received.total").text


@pytest.mark.parametrize("texts", CHUNKS)
def test_what_is_typed_into_any_field_is_text(alone: Office, texts: tuple[str, ...]):
    for text in texts:
        for answer in typed_everywhere(alone, text):
            assert answer.status_code < 500
            assert not answer.text or assert_nothing_runs(answer.text) is None

    for page in everywhere(alone):
        assert_nothing_runs(page)
        assert "1337" not in page
    shown = html.fromstring(alone.get(f"/trail/{OURS}").text).text_content()
    assert all(text in shown for text in texts)


def typed_everywhere(office: Office, text: str) -> Iterator[Any]:
    """Yield the answers to a text in every field that there is."""
    finding = {"code": text, "where": text, "message": text}
    yield office.act("note", aspect="其他", text=short(text), source=text)
    yield office.act("note", aspect=text, text=text, source=text)
    yield office.act("edit", line=LINE, pieces=json.dumps([{"text": short(text) + "。"}]), with_cites="1")
    yield office.act("edit", line=text, pieces=json.dumps([{"text": text}]), cites=text)
    yield office.act("edit", line=LINE, pieces=json.dumps([{"kind": "fact", "ref": text, "text": text}]))
    yield office.act("insert", line=LINE, pieces=json.dumps([{"text": short(text)}]))
    yield office.act("accept", line=LINE, words=text)
    value = office.opened().working.corrections.get("applications.received.total", 14)
    yield office.act("correct", cell="applications.received.total", value=str(value + 1), reason=text)
    yield office.act("correct", cell=text, value=text, reason=text)
    yield office.act("waive", reason=text, **finding)
    yield office.act("return", reasons=text, reason=text)
    yield office.act("hand-in")
    yield office.act("reopen", reason=text)
    yield office.act(text)
    yield office.post(f"/keep/{OURS}", {"version": "1", "line": LINE, "pieces": json.dumps([{"text": text}])})
    yield office.post(f"/take/{OURS}", {"version": "1", "token": text})


@pytest.mark.parametrize("text", CORPUS)
def test_what_stands_in_an_address_is_text(alone: Office, text: str):
    names = ("text", "county", "status", "order", "page", "line", "cell", "edit", "version", "with", "all", "name")
    for page in ("/", *(f"/{page}/{OURS}" for page in PAGES)):
        answer = alone.get(page, params=dict.fromkeys(names, text))
        assert answer.status_code < 500
        assert_nothing_runs(answer.text)
    assert_nothing_runs(alone.get("/report/" + text.replace("/", "")).text)


@pytest.mark.parametrize("text", CORPUS)
def test_what_is_typed_at_the_log_in_is_text(county: Office, text: str):
    assert_nothing_runs(county.post("/login", {"name": text[:64], "password": text, "next": text}).text)
    assert_nothing_runs(county.get("/login", params={"next": text}).text)


@pytest.mark.parametrize("texts", CHUNKS)
def test_what_a_record_of_a_run_holds_is_text(alone: Office, texts: tuple[str, ...]):
    tree = json.loads(record(OURS))
    for place, text in enumerate(texts, start=8):
        sentence = tree["sentences"][place]
        hostile = {"text": text, "spans": [], "unproved": [text], "state": "amber", "origin": text, "cites": [text]}
        tree["sentences"][place] = {**sentence, **hostile}
    office, note = (json.dumps(text, ensure_ascii=False)[1:-1] for text in (texts[0][:24], "".join(texts)))
    source = json.dumps(tree["source"], ensure_ascii=False)
    tree["source"] = json.loads(source.replace("党政办公室", office).replace("新收的", f"新收的{note}"))
    (alone.out / OURS / "report.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")

    assert alone.desk.take_in(alone.out).redrafted == (OURS,)

    for page in everywhere(alone):
        assert_nothing_runs(page)
        assert "1337" not in page
    shown = html.fromstring(alone.get(f"/report/{OURS}").text).text_content()
    assert all(text in shown for text in texts)


def test_no_template_lets_text_through_or_holds_a_script():
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", "")
        assert "autoescape" not in text
        assert "<style" not in text
        assert " style=" not in text
        assert "hx-on" not in text
        assert "hx-vals" not in text


def test_no_script_of_ours_makes_elements_of_text():
    folder = Path(TEMPLATES).parent / "static"
    for path in folder.glob("*.js"):
        if path.name != "htmx.min.js":
            text = path.read_text(encoding="utf-8")
            for name in (".innerHTML", ".outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function("):
                assert name not in text, (path.name, name)
