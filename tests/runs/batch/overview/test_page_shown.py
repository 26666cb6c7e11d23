"""总览.html as a browser shows it, by mouse and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from drafter.runs.batch.overview.page import overview_page
from tests.runs.batch.overview.sample import county, hostile, hostile_likenesses, written

pytestmark = pytest.mark.system
SHOWN = "[...document.querySelectorAll('.townships tbody')].filter(b => !b.hidden).map(b => b.dataset.place)"
VIOLATIONS = (
    "window.found = []; document.addEventListener('securitypolicyviolation', e => found.push(e.violatedDirective))"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("overview")
    return {
        "county": written(folder / "county.html", overview_page(county(), [])),
        "hostile": written(folder / "hostile.html", overview_page(hostile(), hostile_likenesses())),
    }


def opened(browser: Browser, path: Path, width: int = 1366) -> tuple[Page, list[str], list[str]]:
    """Return a page with what it says on the console and what it asks for."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    said, asked = list[str](), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(VIOLATIONS)
    page.goto(path.as_uri())
    return page, said, asked


@pytest.mark.parametrize("name", ["county", "hostile"])
@pytest.mark.parametrize("width", [1366, 320])
def test_the_page_shows_without_errors_requests_or_sideways_scrolling(browser, files, name, width):
    page, said, asked = opened(browser, files[name], width)
    page.click("#unfold")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")

    assert said == []
    assert asked == [files[name].as_uri()]
    assert page.evaluate("found") == []
    assert page.title() != "hit"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_head_sorts_by_mouse_and_turns_round_on_the_second_click(browser, files):
    page, _, _ = opened(browser, files["county"])
    head = page.locator("thead th", has_text="新收申请")

    head.locator("button").click()
    assert (head.get_attribute("aria-sort"), page.evaluate(SHOWN)[0]) == ("descending", "7")
    head.locator("button").click()
    assert (head.get_attribute("aria-sort"), page.evaluate(SHOWN)[-1]) == ("ascending", "7")
    assert page.locator("thead [aria-sort]:not([aria-sort=none])").count() == 1
    page.close()


def test_a_head_sorts_by_keyboard_and_keeps_the_focus(browser, files):
    page, _, _ = opened(browser, files["county"])
    page.locator("thead button", has_text="错误").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.textContent") == "提醒"
    assert page.evaluate("document.activeElement.parentNode.getAttribute('aria-sort')") == "descending"
    assert page.evaluate(SHOWN)[:2] == ["1", "6"]
    page.close()


def test_findings_stay_with_their_township_when_sorted(browser, files):
    page, _, _ = opened(browser, files["county"])
    page.locator("thead button", has_text="机关").click()

    assert page.evaluate(SHOWN) == ["7", "6", "5", "4", "3", "2", "1"]
    assert "总计没有填" in page.locator(".townships tbody").last.text_content()
    page.close()


def test_a_status_filters_and_the_count_is_told(browser, files):
    page, _, _ = opened(browser, files["county"])
    page.locator(".filter", has_text="退回").click()

    assert page.evaluate(SHOWN) == ["1", "2"]
    assert page.locator("#count").text_content() == "显示 2 个机关"
    assert page.locator(".filter[aria-pressed=true]").text_content() == "退回 2"
    page.close()


def test_search_finds_names_and_words_of_findings_within_the_status(browser, files):
    page, _, _ = opened(browser, files["county"])

    page.fill("#search", "工作考核")
    assert page.evaluate(SHOWN) == ["6"]
    page.locator(".filter", has_text="退回").click()
    assert page.evaluate(SHOWN) == []
    assert page.locator("#nothing").is_visible()
    page.fill("#search", "庚乡")
    assert page.evaluate(SHOWN) == ["2"]
    page.close()


def test_no_text_of_a_chart_leaves_its_drawing(browser, files):
    for width in (1366, 320):
        page, _, _ = opened(browser, files["county"], width)
        outside = page.evaluate(
            """[...document.querySelectorAll('svg text')].filter(t => {
              const own = t.getBoundingClientRect(), all = t.ownerSVGElement.getBoundingClientRect();
              return own.left < all.left - 1 || own.right > all.right + 1; }).map(t => t.textContent)"""
        )
        assert outside == []
        page.close()


def test_the_printed_page_has_the_table_and_no_tools(browser, files):
    page, _, _ = opened(browser, files["county"])
    page.emulate_media(media="print")

    assert not page.locator(".tools").is_visible()
    assert page.locator(".townships thead").is_visible()
    page.close()
