"""Who is at the desk: the cookie of a session, the token against forged forms, and the pages that need both."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from drafter.desk.account import Account
from drafter.desk.web.rendering import away, message
from drafter.desk.web.site import Site, site_of

Page = Callable[[Request], Awaitable[Response]]
MOST_FIELDS = 400


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody whose session holds."""

    account: Account
    csrf: str
    leaves: bool
    """Whether they can log out: whoever came by a link cannot come back."""


def seated(page: Page) -> Page:
    """Return a page that only somebody with a session sees; what changes anything must carry the session's token."""

    @wraps(page)
    async def guarded(request: Request) -> Response:
        site = site_of(request)
        token = request.cookies.get(site.cookie, "")
        seat = await run_in_threadpool(site.entrance.seated, token) if token else None
        if seat is None:
            return _outside(request)
        request.state.visitor = Visitor(seat.account, seat.csrf, leaves=not site.by_link)
        try:
            if request.method == "POST" and not await _carries(request, seat.csrf):
                return message(request, 403, "没有受理", "这个页面已经过期，请刷新后再试。您写的内容还在。")
            return await page(request)
        finally:
            await request.close()

    return guarded


def visitor_of(request: Request) -> Visitor:
    """Return who asks for a page that is `seated`."""
    visitor: Visitor = request.state.visitor
    return visitor


async def posted(request: Request) -> FormData:
    """Return the form of a request; it is read once and kept. Raises 400 for more than a form of ours holds."""
    return await request.form(max_fields=MOST_FIELDS, max_files=1)


def text_of(form: FormData, name: str, most: int = 4000) -> str:
    """Return a field of a form as text, empty where it was not sent. Raises 400 for one that is too long."""
    value = form.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise HTTPException(400, f"“{name}”的内容太长或不是文字")
    return value.replace("\r\n", "\n")


def seat_at(site: Site, response: Response, token: str) -> Response:
    """Return the answer with a new session's cookie. Nothing a browser brought along ever becomes a session."""
    response.set_cookie(site.cookie, token, path="/", secure=site.is_secure, httponly=True, samesite="strict")
    return response


def unseat(site: Site, response: Response) -> Response:
    """Return the answer with the session's cookie taken away."""
    response.delete_cookie(site.cookie, path="/", secure=site.is_secure, httponly=True, samesite="strict")
    return response


async def _carries(request: Request, csrf: str) -> bool:
    sent = request.headers.get("x-csrf-token") or (await posted(request)).get("csrf", "")
    return isinstance(sent, str) and hmac.compare_digest(sent.encode(), csrf.encode())


def _outside(request: Request) -> Response:
    """Return what somebody without a session gets: the log-in, and for a part of a page the way there."""
    if request.headers.get("hx-request") == "true":
        return Response(status_code=401, headers={"HX-Redirect": "/login"})
    if request.method != "GET":
        return message(request, 401, "请先登录", "登录已经过期，请重新登录后再试。")
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return away(f"/login?next={quote(here, safe='')}")
