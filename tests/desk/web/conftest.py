"""The desk, with one person at it or with an office."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.desk.web.browser import Seen, seen, served
from tests.desk.web.office import Office, office


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Office]:
    """A desk on somebody's own machine, entered by the link."""
    made = office(tmp_path)
    yield made
    made.desk.store.close()


@pytest.fixture
def county(tmp_path: Path) -> Iterator[Office]:
    """The desk of an office; nobody has logged in yet."""
    made = office(tmp_path, users=True)
    yield made
    made.desk.store.close()


# Of the package, not the session: as long as it lasts, no other test can run an event loop.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def seat(browser: Browser, alone: Office) -> Iterator[Seen]:
    """Somebody at the desk of their own machine, in a browser that shows the queue."""
    with served(alone) as server, seen(browser, server) as page:
        page.page.goto(server.link())
        yield page
