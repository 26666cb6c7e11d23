"""Any endpoint that speaks the OpenAI interface: the only door to `openai`."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from drafter.errors import BackendError, DeniedError, PassingError
from drafter.writing.backends.base import Answer, Request, Structure
from drafter.writing.backends.completion import read_completion

if TYPE_CHECKING:
    from openai import AsyncOpenAI

WEAKER = {Structure.PATTERN: Structure.SCHEMA, Structure.SCHEMA: Structure.OBJECT, Structure.OBJECT: Structure.TEXT}

LONGEST_WAIT_SECONDS = 3600.0
"""An endpoint that asks to wait longer is asked again by our own measure."""

NewClient = Callable[[], Any]
"""Makes the HTTP client of one request, or of all while `kept` lasts: no connection outlives its event loop."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is and how to ask it. The key comes from the environment and is in no file of ours."""

    base_url: str
    model: str
    key: str = field(repr=False)
    timeout_seconds: float = 120.0
    """The most seconds that a request may take, retries included."""
    retries: int = 3
    structure: Structure = Structure.PATTERN
    """The strongest form of answer to ask for; what the endpoint refuses is not asked for again."""


class OpenAIBackend:
    """Sends requests to one endpoint. The SDK is the one owner of retries: 429 and 5xx, with Retry-After and jitter."""

    def __init__(self, endpoint: Endpoint, new_client: NewClient | None = None) -> None:
        self.endpoint, self.model = endpoint, endpoint.model
        self.structure = endpoint.structure
        self._new_client = new_client or http_client
        self._kept: AsyncOpenAI | None = None

    @property
    def address(self) -> str:
        """Return what tells this endpoint and the form of answer it is asked for from others."""
        return f"{self.endpoint.base_url} {self.endpoint.structure.value}"

    @asynccontextmanager
    async def kept(self) -> AsyncIterator[None]:
        """Keep one client, and with it its connections, for all requests that are made meanwhile."""
        async with self._client() as client:
            self._kept = client
            try:
                yield
            finally:
                self._kept = None

    async def complete(self, request: Request) -> Answer:
        """Return the answer; a form of answer that the endpoint does not know is given up for the next weaker one."""
        try:
            # The SDK's own timeout starts anew with every byte: an endpoint that drips would never reach it.
            async with asyncio.timeout(self.endpoint.timeout_seconds):
                if self._kept is not None:
                    return await self._weakening(self._kept, request)
                async with self._client() as client:
                    return await self._weakening(client, request)
        except TimeoutError:
            raise PassingError(self._late()) from None

    async def _weakening(self, client: "AsyncOpenAI", request: Request) -> Answer:
        from openai import BadRequestError, UnprocessableEntityError

        while True:
            structure = self.structure
            try:
                return await self._ask(client, request, structure)
            except (BadRequestError, UnprocessableEntityError) as error:
                if structure not in WEAKER:
                    raise BackendError(f"模型接口不接受请求（{error.status_code}）") from None
                if self.structure is structure:
                    # Another request may have been refused before this one, and given it up already.
                    self.structure = WEAKER[structure]

    async def _ask(self, client: "AsyncOpenAI", request: Request, structure: Structure) -> Answer:
        from openai import APIConnectionError, APIStatusError, APITimeoutError, OpenAIError

        asked = _body(self.endpoint, structure, request)
        try:
            reply = await client.chat.completions.with_raw_response.create(**asked)
        except APITimeoutError:
            raise PassingError(self._late()) from None
        except APIConnectionError:
            raise PassingError(f"连不上模型接口 {self.endpoint.base_url}，或者回答传到一半断了") from None
        except APIStatusError as error:
            if error.status_code in (400, 422):
                raise
            raise refusal(error.status_code, error.response.headers) from None
        except (OpenAIError, ValueError):
            raise PassingError("模型接口的回答读不出来") from None
        body = reply.http_response.content
        if self.endpoint.key and self.endpoint.key.encode() in body:
            raise BackendError("模型接口把密钥写进了回答，没有采用")
        try:
            return read_completion(body, self.model)
        except BackendError as error:
            raise PassingError(str(error)) from None

    def _client(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI

        return AsyncOpenAI(
            api_key=self.endpoint.key or "none",
            base_url=self.endpoint.base_url,
            timeout=self.endpoint.timeout_seconds,
            max_retries=self.endpoint.retries,
            http_client=self._new_client(),
        )

    def _late(self) -> str:
        return f"模型接口在 {self.endpoint.timeout_seconds:g} 秒内没有答完"


def http_client() -> Any:
    """Return a client for one request: limited, with the trust and the proxies of this machine."""
    from openai import DefaultAsyncHttpxClient

    from drafter.writing.backends.connection import limited, trust

    return limited(DefaultAsyncHttpxClient(verify=trust()))


def direct_client() -> NewClient:
    """Return how to make a client that passes by every proxy, for endpoints on this machine."""

    def new_client() -> Any:
        from openai import DefaultAsyncHttpxClient

        from drafter.writing.backends.connection import limited, trust

        return limited(DefaultAsyncHttpxClient(verify=trust(), trust_env=False))

    return new_client


def _body(endpoint: Endpoint, structure: Structure, request: Request) -> dict[str, Any]:
    body: dict[str, Any] = {
        "model": endpoint.model,
        "messages": [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
        "max_tokens": request.max_tokens,
        "temperature": 0,
    }
    if structure in (Structure.PATTERN, Structure.SCHEMA):
        schema = request.schema if structure is Structure.PATTERN else without_patterns(request.schema)
        body["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "section_reply", "strict": True, "schema": schema},
        }
    elif structure is Structure.OBJECT:
        body["response_format"] = {"type": "json_object"}
    return body


def without_patterns(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema without the keywords that strict endpoints refuse: patterns and bounds."""
    dropped = {"pattern", "minLength", "maxLength", "minItems", "maxItems", "$schema", "$id"}
    return {key: _without(value) for key, value in schema.items() if key not in dropped}


def _without(value: Any) -> Any:
    if isinstance(value, Mapping):
        return without_patterns(value)
    return [_without(item) for item in value] if isinstance(value, list) else value


def refusal(code: int, headers: Mapping[str, str]) -> BackendError:
    """Return what a status means for the next request: wait and ask again, never ask again, or this one cannot be."""
    message = _status(code)
    if code in (401, 403, 404) or code < 400:
        return DeniedError(message)
    if code in (408, 409, 429) or code >= 500:
        return PassingError(message, retry_after(headers), busy=code in (429, 503, 529))
    return BackendError(message)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that an endpoint asks to wait, None where it asks for nothing that can be kept."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if 0 <= seconds <= LONGEST_WAIT_SECONDS:
            return seconds
    return None


def _status(code: int) -> str:
    known = {
        401: "模型接口不认密钥，请检查环境变量里的密钥",
        403: "模型接口拒绝访问，请检查密钥的权限",
        404: "模型接口上没有这个模型或地址",
        429: "模型接口太忙，重试后仍被限流",
    }
    if code < 400:
        return f"模型接口把请求转到别的地址，请把 base_url 改成新地址（{code}）"
    return f"{known.get(code, '模型接口出错')}（{code}）"
