"""The web page as a browser shows it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from drafter.document.html import write_html
from tests.document.sample import sample

pytestmark = pytest.mark.system
EDITIONS = ("2019", "2021")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("width", [1366, 320])
def test_the_page_shows_without_errors_requests_or_sideways_scrolling(browser, tmp_path, edition, width):
    path = tmp_path / "report.html"
    path.write_text(write_html(sample(edition)), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    page.goto(path.as_uri())

    assert said == []
    assert asked == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", [1366, 320])
def test_no_cell_is_cut(browser, tmp_path, width):
    path = tmp_path / "report.html"
    path.write_text(write_html(sample()), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())

    cut = page.evaluate(
        "[...document.querySelectorAll('td, th')].filter(c => c.scrollWidth > c.clientWidth + 1).length"
    )

    assert cut == 0
    page.close()


def test_a_wide_table_scrolls_by_keyboard_on_a_narrow_screen(browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(write_html(sample()), encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 800})
    page.goto(path.as_uri())
    region = page.locator(".table").nth(1)

    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelectorAll('.table')[1].scrollLeft > 0")

    assert region.evaluate("r => r === document.activeElement && r.scrollWidth > r.clientWidth")
    page.close()
