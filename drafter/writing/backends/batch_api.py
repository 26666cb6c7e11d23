"""The Batch interface of an OpenAI endpoint: a file of requests up, a file of answers down, hours later."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.errors import BackendError, PassingError
from drafter.writing.backends.openai import Endpoint, refusal

if TYPE_CHECKING:
    from openai import AsyncOpenAI

MOST_LINES, MOST_BYTES = 50_000, 200_000_000
"""What one file may hold, by the interface's own rules."""
MOST_DOWNLOAD = 2_000_000_000
URL = "/v1/chat/completions"
MARK = "drafter"
ENDED = ("completed", "failed", "expired", "cancelled")
PAGES = 200


@dataclass(frozen=True, slots=True)
class BatchState:
    """How far a batch is; names of files are empty where there is none."""

    id: str
    status: str
    output: str = ""
    errors: str = ""
    done: int = 0
    total: int = 0

    @property
    def is_ended(self) -> bool:
        """Return whether nothing more will come of it."""
        return self.status in ENDED


class BatchApi:
    """Talks to one endpoint. It never asks again by itself: who calls it does."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint

    async def upload(self, path: Path) -> str:
        """Return the id under which the endpoint holds a file of requests."""
        async with self._client() as client, _errors(self.endpoint):
            with path.open("rb") as file:
                held = await client.files.create(file=(path.name, file, "application/jsonl"), purpose="batch")
            return _id(held)

    async def create(self, file: str, digest: str) -> BatchState:
        """Return the batch of a file that was uploaded, marked with the hash of its content."""
        async with self._client() as client, _errors(self.endpoint):
            made = await client.batches.create(
                input_file_id=file, endpoint="/v1/chat/completions", completion_window="24h", metadata={MARK: digest}
            )
            return _state(made)

    async def find(self, digest: str) -> BatchState | None:
        """Return the batch that carries a mark, where one was made and its id was lost in a crash."""
        async with self._client() as client, _errors(self.endpoint):
            seen = 0
            async for made in client.batches.list(limit=100):
                metadata = getattr(made, "metadata", None)
                if isinstance(metadata, dict) and metadata.get(MARK) == digest:
                    return _state(made)
                seen += 1
                if seen >= PAGES * 100:
                    break
        return None

    async def state(self, batch: str) -> BatchState:
        """Return how far a batch is."""
        async with self._client() as client, _errors(self.endpoint):
            return _state(await client.batches.retrieve(batch))

    async def download(self, file: str, path: Path) -> None:
        """Write a file of the endpoint to the disk. Raises BackendError where it is longer than any answer can be."""
        async with self._client() as client, _errors(self.endpoint):
            size = 0
            async with client.files.with_streaming_response.content(file) as response:
                with path.open("wb") as target:
                    async for chunk in response.iter_bytes():
                        size += len(chunk)
                        if size > MOST_DOWNLOAD:
                            raise BackendError("批量结果太大，没有读")
                        target.write(chunk)

    @asynccontextmanager
    async def _client(self) -> "AsyncIterator[AsyncOpenAI]":
        from openai import AsyncOpenAI, DefaultAsyncHttpxClient

        from drafter.writing.backends.connection import trust

        # A redirect would carry a township's material to an address that nobody configured.
        http = DefaultAsyncHttpxClient(verify=trust(), follow_redirects=False)
        async with AsyncOpenAI(
            api_key=self.endpoint.key or "none",
            base_url=self.endpoint.base_url,
            timeout=self.endpoint.timeout_seconds,
            max_retries=0,
            http_client=http,
        ) as client:
            yield client


@asynccontextmanager
async def _errors(endpoint: Endpoint) -> AsyncIterator[None]:
    """Turn what the SDK raises into ours, as for single requests."""
    from openai import APIConnectionError, APIStatusError, OpenAIError

    try:
        yield
    except APIConnectionError:
        raise PassingError(f"连不上模型接口 {endpoint.base_url}，或者传到一半断了") from None
    except APIStatusError as error:
        raise refusal(error.status_code, error.response.headers) from None
    except (OpenAIError, ValueError, AttributeError, TypeError):
        raise PassingError("模型接口的批量回答读不出来，可能没有批量接口") from None


def _state(made: Any) -> BatchState:
    counts = getattr(made, "request_counts", None)
    return BatchState(
        _id(made),
        _text(made, "status"),
        _text(made, "output_file_id"),
        _text(made, "error_file_id"),
        _count(counts, "completed") + _count(counts, "failed"),
        _count(counts, "total"),
    )


def _id(made: Any) -> str:
    """Return an id. Raises ValueError where the endpoint gave none: then it has no such interface."""
    text = _text(made, "id")
    if not text:
        raise ValueError("no id")
    return text


def _text(value: Any, name: str) -> str:
    """Return a field that is a name, empty where the endpoint gave none."""
    text = getattr(value, name, None)
    return text if isinstance(text, str) else ""


def _count(value: Any, name: str) -> int:
    count = getattr(value, name, None)
    return count if isinstance(count, int) and not isinstance(count, bool) else 0
