"""A model that answers what it is told to: for tests, for trying the loop, for replaying a run."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request, Usage


class ScriptedBackend:
    """Answers in turn, or by a function of the request; raises BackendError when the script is at its end."""

    def __init__(self, answers: Iterable[str] | Callable[[Request], str], model: str = "scripted") -> None:
        self.model = model
        self.requests: list[Request] = []
        self._answer = answers if callable(answers) else _in_turn(answers)

    async def complete(self, request: Request) -> Answer:
        """Return the next answer of the script."""
        self.requests.append(request)
        return Answer(self._answer(request), "stop", self.model)


def _in_turn(answers: Iterable[str]) -> Callable[[Request], str]:
    script = iter(answers)

    def following(_request: Request) -> str:
        try:
            return next(script)
        except StopIteration:
            raise BackendError("脚本里的回复已经用完") from None

    return following


class ReplayBackend:
    """Answers from files, one for each request, found by the fingerprint of the whole request and model.

    A request that was never recorded is a BackendError: an old answer never stands in for a new question.
    """

    def __init__(self, folder: Path, model: str) -> None:
        self.folder, self.model = folder, model

    async def complete(self, request: Request) -> Answer:
        """Return the recorded answer."""
        path = self.folder / f"{request.fingerprint(self.model)}.json"
        try:
            saved = json.loads(path.read_text(encoding="utf-8"))
            return Answer(saved["text"], saved["finish"], saved["model"], Usage(**saved["usage"]))
        except FileNotFoundError:
            raise BackendError(f"没有这个请求的记录：{path.name}") from None
        except (ValueError, KeyError, TypeError) as error:
            raise BackendError(f"请求记录 {path.name} 读不出来") from error


def recorded(answer: Answer) -> str:
    """Return an answer as the text of its file."""
    usage = {"prompt": answer.usage.prompt, "completion": answer.usage.completion, "cached": answer.usage.cached}
    tree = {"text": answer.text, "finish": answer.finish, "model": answer.model, "usage": usage}
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
