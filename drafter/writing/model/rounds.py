"""The loop: accept good sentences at once, repair only the failing ones, stop when repair no longer helps."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Backend, Request
from drafter.writing.model.asking import draft_request, repair_request
from drafter.writing.model.judging import Judge, Judged, judge_items
from drafter.writing.model.outline import Task
from drafter.writing.reply import Item, Reply, ReplyFailure, read_reply
from drafter.writing.stock.voice import Voice

MOST_REPAIRS = 2


@dataclass(frozen=True, slots=True)
class Round:
    """One request and what came of it; `number` is 0 for the draft, then 1 and 2 for repairs."""

    section: str
    number: int
    fingerprint: str
    answer: Answer | None
    failures: tuple[ReplyFailure, ...]
    judged: tuple[Judged, ...]
    error: str = ""
    """Why there was no answer, where there was none."""


Progress = Callable[[Round], None]


@dataclass(frozen=True, slots=True)
class SectionOutcome:
    """The sentences of a section that may stand, and every round that led to them."""

    task: Task
    accepted: tuple[Judged, ...]
    rounds: tuple[Round, ...]

    @property
    def error(self) -> str:
        """Return why the model could not be had, empty where it could: no answer, or none of it was a reply."""
        errors = [entry.error for entry in self.rounds if entry.error]
        return (errors or [_unusable(self.rounds[0])])[0]


async def write_section(
    voice: Voice, task: Task, backend: Backend, judge: Judge, progress: Progress = lambda _round: None
) -> SectionOutcome:
    """Return the sentences a model wrote for a section that hold. It never raises for what a model or endpoint does."""
    first = await _ask(task, backend, draft_request(voice, task), 0)
    judged = judge_items(voice, task, first.reply.items, (), judge)
    rounds = [replace(first.entry, judged=tuple(judged))]
    progress(rounds[0])
    results = list(judged)
    for number in range(1, MOST_REPAIRS + 1):
        failed = [(place, item) for place, item in enumerate(results) if not item.is_usable]
        if not failed or rounds[-1].error:
            break
        asked = await _ask(task, backend, repair_request(voice, task, failed), number)
        taken = [slot for item in results if item.is_usable for slot in item.holds]
        repaired = _repairs(dict(failed), asked.reply)
        again = judge_items(voice, task, [item for _, item in repaired], taken, judge)
        rounds.append(replace(asked.entry, judged=tuple(again)))
        progress(rounds[-1])
        for (place, _), item in zip(repaired, again, strict=True):
            results[place] = item
        if sum(not item.is_usable for item in results) >= len(failed):
            break
    return SectionOutcome(task, tuple(item for item in results if item.is_usable), tuple(rounds))


def _unusable(entry: Round) -> str:
    """Return why nothing of an answer could be judged, empty where something could or the answer says nothing."""
    return entry.failures[0].message if entry.failures and not entry.judged else ""


@dataclass(frozen=True, slots=True)
class _Asked:
    reply: Reply
    entry: Round


async def _ask(task: Task, backend: Backend, request: Request, number: int) -> _Asked:
    fingerprint = request.fingerprint(backend.model)
    try:
        answer = await backend.complete(request)
    except BackendError as error:
        return _Asked(Reply((), ()), Round(task.section, number, fingerprint, None, (), (), str(error)))
    reply = read_reply(answer.text, answer.finish)
    return _Asked(reply, Round(task.section, number, fingerprint, answer, reply.failures, ()))


def _repairs(failed: dict[int, Judged], reply: Reply) -> list[tuple[int, Item]]:
    """Return the rewritten sentences by the place of the failed one; of each only the words are taken.

    A model that does not give a sentence its number is understood by what the sentence cites.
    """
    repaired: dict[int, Item] = {}
    for item in reply.items:
        number = int(item.topic) if item.topic.isdecimal() else -1
        alike = [place for place, judged in failed.items() if item.cites and judged.item.cites == item.cites]
        for place in (number, *alike):
            if place in failed and place not in repaired:
                repaired[place] = replace(failed[place].item, text=item.text)
                break
    return list(repaired.items())
