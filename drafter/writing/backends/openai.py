"""Any endpoint that speaks the OpenAI interface: the only door to `openai`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request, Structure, Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI

WEAKER = {Structure.PATTERN: Structure.SCHEMA, Structure.SCHEMA: Structure.OBJECT, Structure.OBJECT: Structure.TEXT}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is and how to ask it. The key comes from the environment and is in no file of ours."""

    base_url: str
    model: str
    key: str
    timeout_seconds: float = 120.0
    retries: int = 3
    structure: Structure = Structure.PATTERN
    """The strongest form of answer to ask for; what the endpoint refuses is not asked for again."""


class OpenAIBackend:
    """Sends requests to one endpoint. The SDK is the one owner of retries: 429 and 5xx, with Retry-After and jitter."""

    def __init__(self, endpoint: Endpoint, http_client: Any = None) -> None:
        self.endpoint, self.model = endpoint, endpoint.model
        self.structure = endpoint.structure
        self._http_client = http_client
        self._made: AsyncOpenAI | None = None

    async def complete(self, request: Request) -> Answer:
        """Return the answer; a form of answer that the endpoint does not know is given up for the next weaker one."""
        from openai import BadRequestError, UnprocessableEntityError

        while True:
            try:
                return await self._ask(request)
            except (BadRequestError, UnprocessableEntityError) as error:
                if self.structure not in WEAKER:
                    raise BackendError(f"模型接口不接受请求（{error.status_code}）") from None
                self.structure = WEAKER[self.structure]

    async def _ask(self, request: Request) -> Answer:
        from openai import APIConnectionError, APIStatusError, APITimeoutError, OpenAIError
        from openai.types.chat import ChatCompletion

        try:
            reply: Any = await self._client().chat.completions.create(**_body(self.endpoint, self.structure, request))
        except APITimeoutError:
            raise BackendError(f"模型接口在 {self.endpoint.timeout_seconds:g} 秒内没有回答") from None
        except APIConnectionError:
            raise BackendError(f"连不上模型接口 {self.endpoint.base_url}") from None
        except APIStatusError as error:
            if error.status_code in (400, 422):
                raise
            raise BackendError(_status(error.status_code)) from None
        except (OpenAIError, ValueError):
            raise BackendError("模型接口的回答读不出来") from None
        # A gateway's own page comes back as text with status 200.
        if not isinstance(reply, ChatCompletion) or not reply.choices:
            raise BackendError("模型接口的回答不是约定的格式，多半是网关页面")
        return _answer(reply, self.model)

    def _client(self) -> "AsyncOpenAI":
        from openai import AsyncOpenAI

        if self._made is None:
            self._made = AsyncOpenAI(
                api_key=self.endpoint.key or "none",
                base_url=self.endpoint.base_url,
                timeout=self.endpoint.timeout_seconds,
                max_retries=self.endpoint.retries,
                http_client=self._http_client,
            )
        return self._made


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


def _answer(reply: Any, model: str) -> Answer:
    choice = reply.choices[0]
    message = choice.message
    finish = "content_filter" if getattr(message, "refusal", None) else choice.finish_reason or "stop"
    usage = reply.usage
    details = getattr(usage, "prompt_tokens_details", None)
    counted = Usage(
        getattr(usage, "prompt_tokens", 0) or 0,
        getattr(usage, "completion_tokens", 0) or 0,
        getattr(details, "cached_tokens", 0) or 0,
    )
    return Answer(message.content, finish, reply.model or model, counted)


def _status(code: int) -> str:
    known = {
        401: "模型接口不认密钥，请检查环境变量里的密钥",
        403: "模型接口拒绝访问，请检查密钥的权限",
        404: "模型接口上没有这个模型或地址",
        429: "模型接口太忙，重试后仍被限流",
    }
    return f"{known.get(code, '模型接口出错')}（{code}）"
