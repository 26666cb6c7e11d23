"""A model that is asked by hand: answers that were brought in from elsewhere, and the requests that still have none."""

import json
from pathlib import Path

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request
from drafter.writing.backends.scripted import ReplayBackend

SHORT = 8


class RelayBackend:
    """Answers from the files of a folder; a request without one is kept in `open` and is a BackendError."""

    def __init__(self, answers: Path, model: str) -> None:
        self.model = model
        self.open: dict[str, Request] = {}
        """The requests that had no answer, by their fingerprint, in the order they were asked."""
        self._recorded = ReplayBackend(answers, model)

    async def complete(self, request: Request) -> Answer:
        """Return the answer that was brought in; a file that cannot be read counts as none."""
        try:
            answer = await self._recorded.complete(request)
            if isinstance(answer.text, str):
                return answer
        except (BackendError, OSError):
            pass
        fingerprint = request.fingerprint(self.model)
        self.open[fingerprint] = request
        raise BackendError(f"离线请求 {short_id(fingerprint)} 还没有导入回复")


def short_id(fingerprint: str) -> str:
    """Return the part of a fingerprint that names a request to people."""
    return fingerprint[:SHORT]


def batch_line(request: Request, model: str) -> str:
    """Return a request as a line of an OpenAI Batch file, named by its fingerprint.

    The form asked for is `json_object`: a batch cannot find out what an endpoint knows, and one refused line is lost.
    """
    body = {
        "model": model,
        "messages": [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}],
        "max_tokens": request.max_tokens,
        "temperature": 0,
        "response_format": {"type": "json_object"},
    }
    line = {"custom_id": request.fingerprint(model), "method": "POST", "url": "/v1/chat/completions", "body": body}
    return json.dumps(line, ensure_ascii=False)


def chat_text(request: Request) -> str:
    """Return a request as one text to paste into a chat."""
    return f"{request.system.strip()}\n\n{request.user.strip()}\n"
