"""Coming in and going out: the one-time link, name and password, log-out."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.entrance import KeptOut
from drafter.desk.web.rendering import away, page
from drafter.desk.web.sessions import posted, seat_at, seated, text_of, unseat
from drafter.desk.web.site import site_of


async def enter(request: Request) -> Response:
    """Open the desk by the link that was shown when it started. A link works once."""
    site = site_of(request)
    token = await run_in_threadpool(site.entrance.by_link, request.query_params.get("link", ""))
    if token is None:
        return page(
            request, "login.html", 403, problem="这个地址已经用过，或者过期了。", by_link=site.by_link, name="", next=""
        )
    return seat_at(site, away("/"), token)


async def login(request: Request) -> Response:
    """Show the log-in, or try it."""
    site = site_of(request)
    if request.method != "POST":
        going = request.query_params.get("next", "")
        return page(request, "login.html", problem="", by_link=site.by_link, name="", next=going)
    form = await posted(request)
    name, password = text_of(form, "name", 64), text_of(form, "password", 256)
    going = text_of(form, "next", 1000)
    address = request.client.host if request.client else ""
    outcome = await run_in_threadpool(site.entrance.by_password, name, password, address)
    if isinstance(outcome, KeptOut):
        status = 429 if outcome.code == "too-many-attempts" else 401
        return page(request, "login.html", status, problem=outcome.message, by_link=site.by_link, name=name, next=going)
    if earlier := request.cookies.get(site.cookie):
        await run_in_threadpool(site.entrance.leave, earlier)
    return seat_at(site, away(_ours(going)), outcome)


@seated
async def logout(request: Request) -> Response:
    """End the session here and at the server."""
    site = site_of(request)
    await run_in_threadpool(site.entrance.leave, request.cookies.get(site.cookie, ""))
    return unseat(site, away("/login"))


def _ours(address: str) -> str:
    """Return an address of the desk; one that leads elsewhere leads to the queue."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if is_ours and "\\" not in address else "/"
