"""Open a report for whoever asks, or act as though there were none."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from drafter.desk.account import Account
from drafter.desk.web.sessions import visitor_of
from drafter.desk.web.site import Site, site_of
from drafter.desk.web.views.bench import Desktop


async def desktop(request: Request) -> Desktop:
    """Return the report that an address names, as its visitor may see it.

    Raises 404 where there is none, and no less where it is another township's: an address tells nothing.
    """
    site, visitor = site_of(request), visitor_of(request)
    return await run_in_threadpool(_open, site, request.path_params["key"], visitor.account, visitor.csrf)


def _open(site: Site, key: str, account: Account, csrf: str) -> Desktop:
    found = site.desk.open(key, account)
    if found is None:
        raise HTTPException(404)
    trail = site.desk.trail(key, account) or () if found.working.corrections else ()
    return Desktop(
        opened=found,
        trail=trail,
        account=account,
        csrf=csrf,
        is_two_person=site.desk.two_person,
        has_model=site.model is not None,
    )
