"""The queue and the county board."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.account import Account
from drafter.desk.service import Desk
from drafter.desk.store.queue import MOST_ON_A_PAGE, Asked, Page, Queued
from drafter.desk.web.rendering import page
from drafter.desk.web.sessions import seated, visitor_of
from drafter.desk.web.site import site_of
from drafter.desk.working import Status

ORDER_NAMES = {"risk": "风险从高到低", "organ": "机关名称", "county": "县区", "changed": "最近改动"}
MOST_LETTERS = 100
MOST_PAGES = 10


@dataclass(frozen=True, slots=True)
class QueueView:
    """The queue as the page shows it."""

    asked: Asked
    page: Page
    counties: tuple[str, ...]
    orders: Mapping[str, str]
    statuses: tuple[Status, ...] = tuple(Status)

    @property
    def everything(self) -> int:
        """Return how many reports there are under the filter but the status."""
        return sum(self.page.counts.values())

    @property
    def is_empty(self) -> bool:
        """Return whether nothing lies on the desk yet, whatever the filter."""
        return not (self.counties or self.asked.text or self.asked.county or self.asked.status)

    def address(self, **changed: str | int) -> str:
        """Return the address of this queue with some of the filter changed."""
        asked = {**asdict(self.asked), **changed}
        asked.pop("size")
        if "page" not in changed:
            asked["page"] = 1
        kept = {
            name: value for name, value in asked.items() if value not in ("", 1) and (name, value) != ("order", "risk")
        }
        return f"/?{urlencode(kept)}" if kept else "/"


@seated
async def queue(request: Request) -> Response:
    """Show the reports that wait, the riskiest first."""
    desk, account = site_of(request).desk, visitor_of(request).account
    asked = asked_of(request.query_params)
    found = await run_in_threadpool(desk.queue, asked, account)
    counties = await run_in_threadpool(desk.board, account)
    view = QueueView(asked, found, tuple(line.county for line in counties), ORDER_NAMES)
    return page(request, "queue.html", here="queue", view=view)


@seated
async def board(request: Request) -> Response:
    """Show how far every county is, and every report: of the county that is asked for, or of all while they are few."""
    desk, account = site_of(request).desk, visitor_of(request).account
    lines = await run_in_threadpool(desk.board, account)
    county = request.query_params.get("county", "")[:MOST_LETTERS]
    is_known = county in {line.county for line in lines}
    shows_all = sum(line.reports for line in lines) <= MOST_ON_A_PAGE
    is_shown = is_known or shows_all
    shown = await run_in_threadpool(_reports_of, desk, county if is_known else "", account) if is_shown else []
    values: dict[str, Any] = {"lines": lines, "statuses": tuple(Status), "county": county, "reports": shown}
    return page(request, "board.html", here="board", **values)


def _reports_of(desk: Desk, county: str, account: Account) -> list[Queued]:
    """Return the reports of a county, or of all, by county and name, as many as a board can show."""
    asked = Asked(county=county, order="county", size=MOST_ON_A_PAGE)
    first = desk.queue(asked, account)
    rest = (desk.queue(replace(asked, page=number), account) for number in range(2, min(first.pages, MOST_PAGES) + 1))
    return [*first.rows, *(item for more in rest for item in more.rows)]


def asked_of(query: QueryParams) -> Asked:
    """Return the filter that an address names; what makes no sense filters nothing."""
    number = query.get("page", "1")
    return Asked(
        status=query.get("status", "") if query.get("status") in set(Status) else "",
        text=query.get("text", "")[:MOST_LETTERS],
        county=query.get("county", "")[:MOST_LETTERS],
        order=query.get("order", "risk") if query.get("order") in ORDER_NAMES else "risk",
        page=int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1,
    )
