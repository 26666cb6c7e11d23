"""Models that want a false sentence in the report: what they answer is chosen here, as a function of the request."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Any

from drafter.dossier.model import Dossier
from drafter.runs.drafting import draft_to_folder, draft_with
from drafter.runs.pipeline import Report
from drafter.writing.backends.base import Request
from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, Verdict
from drafter.writing.model.writer import ModelUse
from tests.sample import dossier

FORMATS = ("md", "html", "docx")
MOST_ITEMS = 60
NOTHING = json.dumps({"items": []})

Answer = Callable[[Request], str]


@dataclass(frozen=True, slots=True)
class Planted:
    """A false sentence: its text, what it claims to rest on, and where it wants to stand."""

    text: str
    cites: tuple[str, ...] = ("N02",)
    topic: str = "主动公开"
    kind: str = "deed"

    def item(self) -> dict[str, Any]:
        return {"kind": self.kind, "topic": self.topic, "cites": list(self.cites), "text": self.text}


@dataclass(frozen=True, slots=True)
class Material:
    """A clerk's text as the request shows it."""

    id: str
    topic: str
    text: str
    planned: bool


def data_of(request: Request) -> dict[str, Any]:
    """Return the township's data in a request: the one line of JSON in the user turn."""
    line = next(line for line in request.user.split("\n") if line.startswith(('{"topics"', '{"sentences"')))
    data: dict[str, Any] = json.loads(line)
    return data


def materials(request: Request) -> list[Material]:
    """Return the materials that a request for a draft shows."""
    return [
        Material(item["id"], topic["topic"], item["text"], item["planned"])
        for topic in data_of(request)["topics"]
        for item in topic["materials"]
    ]


def reply(items: Iterable[dict[str, Any]]) -> str:
    """Return a reply; lone surrogates and control characters stand in it as JSON escapes."""
    return json.dumps({"items": list(islice(items, MOST_ITEMS))})


def repeated(request: Request) -> str:
    """Return the sentences of a request for repair as they were: this model does not give way."""
    return reply(
        {"kind": failed["kind"], "topic": failed["no"], "cites": failed["cites"], "text": failed["text"]}
        for failed in data_of(request)["sentences"]
    )


def stubborn(drafted: Callable[[Request], Iterable[dict[str, Any]]]) -> Answer:
    """Return a model that drafts so and says the same again when asked to repair."""
    return lambda request: repeated(request) if '{"sentences"' in request.user else reply(drafted(request))


def appending(payloads: Sequence[str], shift: int = 0) -> Answer:
    """Return a model that tells the clerk's own sentence and hangs a false clause on it, a material each in turn."""

    def drafted(request: Request) -> Iterator[dict[str, Any]]:
        carriers = materials(request)
        turns = islice(cycle(carriers), shift, None)
        for payload, carrier in zip(payloads, turns, strict=False):
            text = carrier.text.rstrip("。") + f"，{payload}。"
            kind = "plan" if carrier.planned else "deed"
            yield Planted(text, (carrier.id,), carrier.topic, kind).item()

    return stubborn(drafted)


def planting(sentences: Sequence[Planted]) -> Answer:
    """Return a model that answers every request with these sentences."""
    return stubborn(lambda _request: (sentence.item() for sentence in sentences))


def attacked(
    answer: Answer, source: Dossier | None = None, *, judged_by: Callable[[Claim], Verdict] = judge, drop: bool = False
) -> Report:
    """Return the report that is drafted with a model; what nobody has accepted stays in it unless `drop`."""
    return draft_with(source or dossier(), (), FORMATS, _use(answer, judged_by, drop=drop))


def attacked_folder(answer: Answer, folder: Any) -> Report:
    """Return the report after its files are on the disk."""
    return draft_to_folder(dossier(), (), folder, FORMATS, model=_use(answer, judge))


def _use(answer: Answer, judged_by: Callable[[Claim], Verdict], *, drop: bool = False) -> ModelUse:
    return ModelUse(ScriptedBackend(answer, "attacker"), judged_by, keep_amber=not drop)
