"""Run a batch: check every dossier, draft those that can be, each by itself, as fast as the endpoint allows."""

import asyncio
from collections.abc import Awaitable, Callable, Container, Iterable
from dataclasses import dataclass
from typing import TypeVar

from drafter.errors import DrafterError
from drafter.runs.batch.askers import asker_of, connected, in_rounds
from drafter.runs.batch.asking import INTERRUPTED
from drafter.runs.batch.batch import Batch
from drafter.runs.batch.differing import Offer, offers, others_of
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.keeping import Keeper, Todo
from drafter.runs.batch.pace import StoppedError
from drafter.runs.batch.posting import Poster
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.batch.tally import AGAIN, Observer, Tally, unseen
from drafter.runs.batch.work import Answers, Checked, Finished, advance, check, check_and_draft, choose, fingerprint
from drafter.runs.batch.workers import Workers
from drafter.writing.backends.base import Answer, Request

GRACE_SECONDS = 10.0
"""How long an interrupted batch waits for answers that are under way: they are paid for."""
Item = TypeVar("Item", Entry, Todo, Offer)
Step = Callable[[Answers], Awaitable[dict[str, Request] | Finished]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did."""

    tally: Tally
    reason: str = ""
    """Why townships are left over, empty where none are."""
    is_away: bool = False
    """Whether the endpoint lets nobody in, or did not answer for long."""
    interrupted: bool = False


class Engine:
    """One run of a batch. It belongs to one event loop."""

    def __init__(self, batch: Batch, journal: Journal, workers: Workers, observer: Observer = unseen) -> None:
        self.batch, self.journal, self.workers = batch, journal, workers
        self.keeper = Keeper(batch.out, journal, batch.recipe)
        self.tally = Tally(len(batch.entries))
        self.asker = asker_of(batch.asking, batch, journal) if batch.asking else None
        self._interrupted = asyncio.Event()
        self._ended: dict[str, Status] = {}
        self._weighed: set[str] = set()
        self._observer = observer

    def interrupt(self) -> None:
        """End the run soon: nothing new is begun, what is under way is kept."""
        self._interrupted.set()
        if self.asker:
            self.asker.stop(INTERRUPTED)

    async def run(self) -> Outcome:
        """Check and draft everything that is not finished yet, then draft anew what is too much alike."""
        if self.asker is None or self.batch.asking is None:
            await self._each(self.batch.entries, self._in_one_step, self.workers.count * 4)
            await self._each(await self._offers(), self._chosen, self.workers.count * 2)
            return self._outcome()
        todo = await self.check_all()
        self.tally.phase = "起草"
        if isinstance(self.asker, Poster):
            await self._by_post(self.asker, todo, self._drafted, self._ended)
            await self._by_post(self.asker, await self._offers(), self._chosen, self._weighed)
            return self._outcome()
        async with connected(self.batch.asking):
            drafting = asyncio.create_task(self._all(todo, self.batch.asking.limits.concurrency))
            ended = asyncio.create_task(self._interrupted.wait())
            await asyncio.wait((drafting, ended), return_when=asyncio.FIRST_COMPLETED)
            ended.cancel()
            if not drafting.done():
                await self.asker.finish(GRACE_SECONDS)
            await drafting
        return self._outcome()

    async def _all(self, todo: list[Todo], concurrency: int) -> None:
        at_once = concurrency + self.workers.count * 2
        await self._each(todo, self._drafted, at_once)
        await self._each(await self._offers(), self._chosen, at_once)

    async def _by_post(
        self, poster: Poster, todo: list[Item], work: Callable[[Item], Awaitable[None]], ended: Container[str]
    ) -> None:
        def told(done: int, total: int) -> None:
            self.tally.phase = f"等批量结果 {done}/{total}"
            self._observer(self.tally)

        async def walked(items: list[Item]) -> list[Item]:
            await self._each(items, work, self.workers.count * 2)
            return [item for item in items if _entry(item).key not in ended]

        await in_rounds(poster, todo, walked, told, self._goes_on)

    def _outcome(self) -> Outcome:
        interrupted = self._interrupted.is_set()
        reason = INTERRUPTED if interrupted else self.asker.reason if self.asker else ""
        is_away = bool(self.asker and self.asker.is_away)
        return Outcome(self.tally, reason, is_away, interrupted)

    async def check_all(self, note: Callable[[Checked], None] | None = None) -> list[Todo]:
        """Return the townships that are to be drafted; the blocked are recorded, the finished counted.

        `note` is told of every check, with what a model would be asked first; it is for looking ahead.
        """
        found: dict[str, Todo] = {}

        async def one(entry: Entry) -> None:
            todo = await self._to_do(entry, note)
            if todo is not None:
                found[entry.key] = todo
                self.tally.checked += 1
                self._observer(self.tally)

        await self._each(self.batch.entries, one, self.workers.count * 2)
        return [found[entry.key] for entry in self.batch.entries if entry.key in found]

    async def _to_do(self, entry: Entry, note: Callable[[Checked], None] | None = None) -> Todo | None:
        """Return a township that is to be drafted, None where it is through or blocked."""
        recorded = self.journal.township(entry.key)
        if recorded is not None:
            work = await self.workers.run(fingerprint, self.batch.job(entry), recorded.prior)
            if work == recorded.work:
                if self.keeper.valid(recorded, retry_failed=self.batch.retry_failed):
                    self.tally.kept += 1
                    self._count(recorded.summary)
                    return None
                if note is None and recorded.summary.status is Status.PENDING:
                    return Todo(entry, work, recorded.prior)
        checked = await self.workers.run(check, self.batch.job(entry), note is not None)
        summary = await asyncio.to_thread(self.keeper.checked, checked)
        if summary.status is Status.BLOCKED:
            self._count(summary)
            return None
        if note is not None:
            note(checked)
        return Todo(entry, checked.work, checked.prior)

    async def _in_one_step(self, entry: Entry) -> None:
        """Check and draft a township without a model: nothing is waited for between the two."""
        recorded = self.journal.township(entry.key)
        if recorded is not None:
            work = await self.workers.run(fingerprint, self.batch.job(entry), recorded.prior)
            if work == recorded.work and self.keeper.valid(recorded, retry_failed=self.batch.retry_failed):
                self.tally.kept += 1
                self._count(recorded.summary)
                return
        checked, done = await self.workers.run(check_and_draft, self.batch.job(entry))
        if done is None:
            self._count(await asyncio.to_thread(self.keeper.checked, checked))
        else:
            await self._finished(Todo(entry, checked.work, checked.prior), done)

    async def _drafted(self, todo: Todo) -> None:
        """Draft a township: walk as far as the answers reach, ask, walk again."""
        job = self.batch.job(todo.entry)
        await self._finished(todo, await self._walked(lambda answers: self.workers.run(advance, job, answers)))

    async def _walked(self, step: Step) -> Finished:
        answers: dict[str, Answer | str] = {}
        while True:
            made = await step(answers)
            if isinstance(made, Finished):
                return made
            assert self.asker is not None  # noqa: S101
            asked = await asyncio.gather(*(self.asker.ask(name, request) for name, request in made.items()))
            answers |= dict(zip(made, asked, strict=True))

    async def _finished(self, todo: Todo, done: Finished) -> None:
        self._count(await asyncio.to_thread(self.keeper.finished, todo, done))

    async def _offers(self) -> list[Offer]:
        """Return who is offered another plan; nobody where the run ends before all are drafted: the next one does."""
        if not self._goes_on():
            return []
        self.tally.phase = "比较"
        self._observer(self.tally)
        found = await asyncio.to_thread(offers, self.batch, self.journal, self._goes_on)
        self.tally.phase, self.tally.offered = AGAIN, len(found)
        return found

    async def _chosen(self, offer: Offer) -> None:
        """Draft a township by another plan too, and keep the better of its two drafts."""
        others = await asyncio.to_thread(others_of, offer, self.journal)
        job = self.batch.job(offer.entry)
        done = await self._walked(lambda answers: self.workers.run(choose, job, answers, others, offer.like_last_year))
        summary = await asyncio.to_thread(self.keeper.redone, offer.todo, done, offer.inputs)
        self._weighed.add(offer.entry.key)
        self.tally.weighed = len(self._weighed)
        self._count(summary)

    def _goes_on(self) -> bool:
        return not (self._interrupted.is_set() or (self.asker and self.asker.reason))

    async def _each(self, items: Iterable[Item], work: Callable[[Item], Awaitable[None]], at_once: int) -> None:
        """Do the work for each item, so many at once; one that fails is recorded as such and stops no other."""
        left = iter(items)

        async def some() -> None:
            for item in left:
                if not self._goes_on():
                    return
                await self._alone(item, work)

        await asyncio.gather(*(some() for _ in range(at_once)))

    async def _alone(self, item: Item, work: Callable[[Item], Awaitable[None]]) -> None:
        try:
            await work(item)
        except StoppedError:
            return
        except asyncio.CancelledError:
            if not self._interrupted.is_set():
                raise
        except Exception as error:  # noqa: BLE001 - one failure stays one, whatever it is; the line says what it was
            reason = (
                str(error) if isinstance(error, DrafterError) else f"程序自身的错误（{type(error).__name__}：{error}）"
            )
            todo = None if isinstance(item, Entry) else item.todo if isinstance(item, Offer) else item
            self._count(await asyncio.to_thread(self.keeper.failed, _entry(item), reason, todo))

    def _count(self, summary: Summary) -> None:
        if summary.key in self._ended:  # drafted before, and now by another plan
            self.tally.statuses[self._ended[summary.key]] -= 1
        self._ended[summary.key] = summary.status
        self.tally.statuses[summary.status] += 1
        if self.asker:
            self.tally.calls, self.tally.tokens = self.asker.counts.answered, self.asker.budget.tokens
            self.tally.cost = self.asker.budget.cost if self.batch.recipe.prices else None
        self._observer(self.tally)


def _entry(item: Entry | Todo | Offer) -> Entry:
    return item if isinstance(item, Entry) else item.entry
