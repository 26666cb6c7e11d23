"""The desk for everybody: a screen reader, the keyboard alone, a small screen, twice the size, paper."""

import json

import pytest
from playwright.sync_api import Browser, expect

from tests.desk.reports import record
from tests.desk.web.browser import Seen, seen, served
from tests.desk.web.hostile import CORPUS
from tests.desk.web.office import OURS, WARNED, Office

pytestmark = pytest.mark.system
LINE = "overview.8"
PAGES = {
    "queue": "/",
    "empty queue": "/?status=定稿",
    "board": "/board",
    "report": f"/report/{WARNED}",
    "sentence": f"/report/{OURS}?line={LINE}",
    "editor": f"/report/{OURS}?line={LINE}&edit=1",
    "new sentence": f"/report/{OURS}?line={LINE}&edit=2",
    "cell": f"/report/{OURS}?cell=applications.received.total",
    "trail": f"/trail/{OURS}",
    "changes": f"/changes/{OURS}?all=1",
    "last year": f"/compare/{OURS}",
    "sibling": f"/compare/{OURS}?with=sibling",
    "word": f"/word/{OURS}",
    "final": f"/final/{OURS}",
    "nowhere": "/report/没有的镇",
}


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_grave(seat: Seen, name: str):
    seat.go(PAGES[name])
    seat.page.wait_for_load_state("networkidle")

    assert seat.grave() == []


def test_axe_finds_nothing_grave_in_what_opens(seat: Seen):
    seat.go(f"/report/{WARNED}")
    seat.page.get_by_role("button", name="退回…").click()
    assert seat.grave() == []
    seat.page.keyboard.press("Escape")
    seat.page.get_by_role("button", name="快捷键").click()
    assert seat.grave() == []


def test_axe_finds_nothing_grave_at_the_log_in(browser: Browser, county: Office):
    with served(county) as server, seen(browser, server) as seat:
        seat.go("/")

        assert seat.grave() == []


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (683, 384)])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_at_this_size_nor_at_twice_it(browser: Browser, alone: Office, name, width, height):
    with served(alone) as server, seen(browser, server, width, height) as seat:
        seat.page.goto(server.link())
        seat.go(PAGES[name])
        seat.shot(f"size-{width}-{name.replace(' ', '-')}")

        assert seat.page.evaluate("document.documentElement.scrollWidth") <= width


def test_everything_can_be_reached_and_done_by_keyboard(seat: Seen):
    page = seat.page
    seat.go(f"/report/{OURS}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.line')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-key-e]")
    page.keyboard.press("j")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.line.chosen .chip')")

    page.locator('[id="cell-applications.received.total"]').focus()
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.dataset.path") == "applications.received.other"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.path") == "applications.carried_in.other"


def test_a_page_has_few_stops_of_the_tab_key(seat: Seen):
    seat.go(f"/report/{OURS}")
    stops = seat.page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]"
        ".filter(e => e.tabIndex >= 0 && e.checkVisibility()).length"
    )

    assert stops < 40


def test_single_keys_can_be_switched_off(seat: Seen):
    seat.go(f"/report/{OURS}")
    seat.page.keyboard.press("?")
    seat.page.locator("#use-keys").uncheck()
    seat.page.keyboard.press("Escape")
    seat.page.keyboard.press("j")

    assert seat.page.locator(".line.chosen").count() == 0


def test_paper_shows_the_report_alone(seat: Seen):
    seat.go(f"/report/{OURS}?line={LINE}")
    seat.page.emulate_media(media="print")

    for hidden in (".top", ".bar", ".panel"):
        expect(seat.page.locator(hidden)).to_be_hidden()
    expect(seat.page.locator(".paper")).to_be_visible()


def test_hostile_text_does_not_run_in_a_browser(browser: Browser, alone: Office):
    tree = json.loads(record(OURS))
    for place, text in enumerate(CORPUS, start=6):
        hostile = {"text": text, "spans": [], "unproved": [text], "state": "amber", "origin": text, "cites": [text]}
        tree["sentences"][place] = {**tree["sentences"][place], **hostile}
    (alone.out / OURS / "report.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    assert alone.desk.take_in(alone.out).redrafted == (OURS,)
    with served(alone) as server, seen(browser, server) as seat:
        seat.page.add_init_script("window.xss = () => { window.ran = true }")
        seat.page.goto(server.link())
        seat.go(f"/report/{OURS}")
        for sentence in tree["sentences"][6 : 6 + len(CORPUS)]:
            with seat.page.expect_response(lambda answer: "/panel/" in answer.url):
                seat.page.evaluate("id => document.getElementById('line-' + id).click()", sentence["id"])
            seat.page.locator(f'[id="line-{sentence["id"]}"]').hover()
        with seat.page.expect_response(lambda answer: "/panel/" in answer.url):
            seat.page.keyboard.press("e")

        assert seat.page.evaluate("window.ran") is None
        assert seat.page.locator("iframe, object, base, .paper style, .paper img, .paper script").count() == 0


def test_the_policy_stops_a_script_that_got_in_all_the_same(seat: Seen):
    seat.go(f"/report/{OURS}")
    seat.page.evaluate(
        "() => { const s = document.createElement('script'); try { s.textContent = 'window.ran = 1' } catch {}"
        " document.body.append(s);"
        " const d = document.createElement('p'); try { d.innerHTML = '<img src=x onerror=\"window.ran=1\">' } catch {}"
        " document.body.append(d); }"
    )

    assert seat.page.evaluate("window.ran") is None
