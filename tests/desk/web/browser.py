"""A real Chromium in front of a real server on this machine."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Browser, Page

from drafter.desk.entrance import Entrance
from drafter.desk.service import Desk
from drafter.desk.web.app import desk_app
from drafter.desk.web.serving import Plan, listening, origins_of
from drafter.desk.web.site import Site
from tests.desk.web.office import Office

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
SHOTS = os.environ.get("DESK_SHOTS")
"""A folder to leave screenshots in, for people to look at."""
GRAVE = ("serious", "critical")


@dataclass
class Server:
    """A desk that a browser can reach."""

    address: str
    desk: Desk
    entrance: Entrance
    out: Path

    def link(self) -> str:
        return f"{self.address}/enter?link={self.entrance.link()}"


@dataclass
class Seen:
    """A page in the browser, and what went wrong in it."""

    page: Page
    server: Server
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, address: str) -> None:
        self.page.goto(self.server.address + address)

    def shot(self, name: str) -> None:
        if SHOTS:
            self.page.wait_for_timeout(300)
            self.page.screenshot(path=f"{SHOTS}/{name}.png")

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.inner_text()

    def grave(self) -> list[tuple[str, str]]:
        """Return what axe calls serious or critical, with the first place of each."""
        self.page.evaluate(AXE)
        found: list[dict[str, Any]] = self.page.evaluate("axe.run().then(r => r.violations)")
        return [(item["id"], item["nodes"][0]["html"][:200]) for item in found if item["impact"] in GRAVE]


@contextmanager
def served(office: Office, **site: Any) -> Iterator[Server]:
    """Serve the desk of an office until the block ends."""
    listener = listening(Plan())
    port = listener.getsockname()[1]
    by_link = office.entrance.users is None
    app = desk_app(
        Site(office.desk, office.out, office.entrance, by_link, f"desk-{port}", **site), origins_of(Plan(), port)
    )
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield Server(f"http://127.0.0.1:{port}", office.desk, office.entrance, office.out)
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@contextmanager
def seen(browser: Browser, server: Server, width: int = 1366, height: int = 768, **options: Any) -> Iterator[Seen]:
    """Give a page of its own; what it says on the console and asks of the network is written down."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    page = context.new_page()
    made = Seen(page, server)
    page.on("console", lambda message: made.said.append(message.text))
    page.on("pageerror", lambda error: made.said.append(str(error)))
    page.on("request", lambda request: made.asked.append(request.url))
    page.set_default_timeout(15_000)
    yield made
    context.close()
    outside = [url for url in made.asked if not url.startswith(server.address)]
    assert outside == []
