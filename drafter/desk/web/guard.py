"""What every request passes before any page sees it: whose address it names, where it comes from, how much it sends.

The desk listens where other programs and other pages of the same browser can reach it. A page elsewhere that points a
name of its own at 127.0.0.1 (DNS rebinding) names a wrong host and is refused; a form on another page has a wrong
origin; a body that is too large is cut off while it comes, whatever its length claims to be.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD"})
MOST_BYTES = 512 * 1024
MOST_UPLOAD_BYTES = 20 * 1024 * 1024
UPLOADS = "/import/"

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types desk",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class TooLargeError(Exception):
    """A body turned out larger than it may be."""


class Guard:
    """Refuses what no page of ours sends, and sets the headers that bind the browser on every answer."""

    def __init__(self, app: ASGIApp, origins: Iterable[str]) -> None:
        """Guard an application that browsers know by these origins, such as `http://127.0.0.1:8000`."""
        self.app = app
        self.origins = {urlsplit(origin).netloc: origin for origin in origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request that may be answered."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        answer = _bound(scope, send)
        if refusal := self._refusal(scope):
            await refusal(scope, receive, answer)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await answer(message)

        try:
            await self.app(scope, _limited(receive, _most(scope)), watched)
        except TooLargeError:
            if started:
                raise
            await _too_large()(scope, receive, answer)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self.origins:
            return PlainTextResponse("这个地址不是审核台的地址。", status_code=421)
        if scope["method"] not in SAFE_METHODS and not _is_own(headers, self.origins[headers["host"].lower()]):
            return PlainTextResponse("请求不是从审核台的页面发出的，没有受理。", status_code=403)
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            return PlainTextResponse("请求的长度写错了。", status_code=400)
        return _too_large() if int(length[:20]) > _most(scope) else None


def _is_own(headers: Headers, own: str) -> bool:
    """Return whether a request that changes something comes from a page of the desk itself."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    origin = headers.get("origin")
    if origin is None:
        referer = urlsplit(headers.get("referer", ""))
        origin = f"{referer.scheme}://{referer.netloc}"
    return origin.lower() == own


def _most(scope: Scope) -> int:
    return MOST_UPLOAD_BYTES if scope["path"].startswith(UPLOADS) else MOST_BYTES


def _too_large() -> PlainTextResponse:
    text = f"内容太大：文件不能超过 {MOST_UPLOAD_BYTES // 1024 // 1024} MB。"
    return PlainTextResponse(text, status_code=413, headers={"Connection": "close"})


def _limited(receive: Receive, most: int) -> Receive:
    """Return a `receive` that raises TooLargeError once more bytes came than may come."""
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise TooLargeError
        return message

    return counted


def _bound(scope: Scope, send: Send) -> Send:
    """Return a `send` that puts our headers on the answer. Only shipped files may be kept by the browser."""
    is_static = scope["path"].startswith("/static/")

    async def bound(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers["Cache-Control"] = "no-cache" if is_static else "no-store"
        await send(message)

    return bound
