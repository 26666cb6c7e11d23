"""The connection to an endpoint: what we accept on the wire, before anything is read. The only door to `httpx2`."""

import ssl
from collections.abc import AsyncIterator
from functools import cache
from typing import Any

import httpx2

from drafter.errors import BackendError

# A reply of 200,000 characters, each written as an escape twice over, and the envelope around it.
MOST_BYTES = 4_000_000


class _Limited(httpx2.AsyncByteStream):
    """A body that ends in a BackendError as soon as it is too long."""

    def __init__(self, body: httpx2.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for chunk in self._body:
            size += len(chunk)
            if size > MOST_BYTES:
                raise BackendError(f"模型接口的回答太长，超过 {MOST_BYTES // 1_000_000} MB，没有再读")
            yield chunk

    async def aclose(self) -> None:
        await self._body.aclose()


async def _limit(response: httpx2.Response) -> None:
    # A compressed body may be a thousand times as long as what is sent; we ask for none.
    if response.headers.get("content-encoding", "identity") != "identity":
        raise BackendError("模型接口的回答是压缩过的，没有读")
    if isinstance(response.stream, httpx2.AsyncByteStream):
        response.stream = _Limited(response.stream)


@cache
def trust() -> ssl.SSLContext:
    """Return the certificates that are trusted, read once: it takes longer than all else that a client needs."""
    return httpx2.create_ssl_context()


def limited(client: Any) -> Any:
    """Return the client, made to refuse bodies over `MOST_BYTES` and redirects.

    A redirect would carry a township's material to an address that nobody configured.
    """
    client.follow_redirects = False
    client.headers["accept-encoding"] = "identity"
    client.event_hooks = {"request": [], "response": [_limit]}
    return client
