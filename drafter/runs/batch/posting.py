"""Ask a model by post: requests are gathered into files, sent to a Batch interface, and the answers fetched later."""

import asyncio
import json
import os
import random
from collections.abc import Awaitable, Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeVar

from drafter.errors import BackendError, PassingError
from drafter.runs.batch.asking import MOST_READINGS, Counts
from drafter.runs.batch.budget import Budget
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.pace import StoppedError
from drafter.runs.batch.tokens import worst
from drafter.runs.batch.uploads import Upload, Uploads, digest_of
from drafter.runs.batch_result import Result, read_result
from drafter.writing.backends.base import Answer, Request, Usage
from drafter.writing.backends.batch_api import MOST_BYTES, MOST_LINES, BatchApi, BatchState
from drafter.writing.backends.relay import batch_line
from drafter.writing.reply import read_reply

MOST_SENDS = 3
"""How often a request is posted that comes back without an answer."""
FIRST_POLL_SECONDS, LONGEST_POLL_SECONDS = 5.0, 300.0
MOST_TRIES = 8
EXPIRED = "批量请求没有结果"
FOLDER = "post"
Result_ = TypeVar("Result_")


class Poster:
    """Gathers requests, posts them and keeps what comes back. It belongs to one event loop."""

    def __init__(self, api: BatchApi, address: str, journal: Journal, budget: Budget, state: Path) -> None:
        self._api, self._address, self._journal = api, address, journal
        self.budget, self.counts = budget, Counts()
        self.reason, self.is_away = "", False
        self.uploads = Uploads(journal)
        self._folder = state / FOLDER
        self.is_short = False
        """Whether requests were left out because the budget does not reach for them."""
        self._held: list[Usage] = []
        self._lines: dict[str, None] = {}
        self._count = 0
        self._file: BinaryIO | None = None
        self._written: list[Path] = []
        self._stopped = asyncio.Event()

    async def ask(self, fingerprint: str, request: Request) -> Answer | str:
        """Return the answer that came by post, or why none will; raises StoppedError where it has to be waited for."""
        key = self._key(fingerprint)
        kept = self._journal.answer(key)
        if kept is not None and kept.is_final:
            self.counts.from_journal += 1
            return kept.answer
        tries, error = self.uploads.failures(key)
        if tries >= MOST_SENDS:
            return error
        if fingerprint not in self._lines and not self._stopped.is_set():
            most = worst(request)
            if not await self.budget.hold(most, wait=False):
                self.is_short = True
                raise StoppedError
            self._held.append(most)
            self._lines[fingerprint] = None
            self._write(batch_line(request, self._api.endpoint.model).encode() + b"\n")
        raise StoppedError

    def stop(self, reason: str) -> None:
        """Post nothing more and wait no longer; what was posted is fetched by the next run."""
        self.reason = self.reason or reason
        self._stopped.set()

    async def finish(self, _grace_seconds: float) -> None:
        """There is nothing under way that a run could wait for."""

    def knows(self, fingerprint: str) -> bool:
        """Return whether a request has been answered already."""
        kept = self._journal.answer(self._key(fingerprint))
        return kept is not None and kept.is_final

    def post(self) -> bool:
        """Hand over what was gathered to `collect`, which sends it, and return whether there was anything."""
        self._close()
        for path in self._written:
            with path.open("rb") as lines:
                self.uploads.put(Upload(digest_of(path.name, lines), path.name))
        posted = bool(self._written)
        self._written, self._lines = [], {}
        return posted

    async def collect(self, told: Callable[[int, int], None]) -> None:
        """Send what is to be sent and wait for it and for what a run before this one sent; keep the answers."""
        self._tidy()
        for upload in self.uploads.open():
            if not (self._folder / upload.name).exists():
                self.uploads.ended(upload)  # somebody cleared it away: what it asked is asked anew
                continue
            running = upload if upload.batch else await self._begun(upload)
            state = await self._awaited(running, told)
            if state is None:
                raise StoppedError
            await self._keep(running, state)
        for most in self._held:
            await self.budget.settle(most, None)
        self._held = []

    def _tidy(self) -> None:
        """Take away files that a run was killed over while it wrote them: their requests are gathered again."""
        known = {upload.name for upload in self.uploads.open()}
        for path in self._folder.glob("*.jsonl"):
            if path.name not in known:
                path.unlink()

    async def _begun(self, upload: Upload) -> Upload:
        """Return an upload with its batch; one that a crash left without its id is looked for before one is made."""
        if upload.file:
            found = await self._persistently(lambda: self._api.find(upload.digest))
            if found is not None:
                return self.uploads.with_batch(upload, found.id)
        file = upload.file or await self._persistently(lambda: self._api.upload(self._folder / upload.name))
        held = self.uploads.with_file(upload, file)
        made = await self._persistently(lambda: self._api.create(file, upload.digest))
        return self.uploads.with_batch(held, made.id)

    async def _awaited(self, upload: Upload, told: Callable[[int, int], None]) -> BatchState | None:
        """Return how a batch ended, None where the run is to end before."""
        wait = FIRST_POLL_SECONDS
        while not self._stopped.is_set():
            state = await self._persistently(lambda: self._api.state(upload.batch))
            told(state.done, state.total)
            if state.is_ended:
                return state
            try:
                await asyncio.wait_for(self._stopped.wait(), wait * random.uniform(0.8, 1.2))  # noqa: S311
            except TimeoutError:
                wait = min(LONGEST_POLL_SECONDS, wait * 1.5)
        return None

    async def _keep(self, upload: Upload, state: BatchState) -> None:
        """Keep every answer of a batch that has ended; what it did not answer is sent with the next one."""
        asked = set(_names(self._folder / upload.name))
        missing = dict.fromkeys(asked, f"{EXPIRED}（{state.status}）")
        for file in filter(None, (state.output, state.errors)):
            path = self._folder / f"{upload.digest[:16]}.{'output' if file == state.output else 'errors'}.jsonl"
            await self._persistently(lambda file=file, path=path: self._api.download(file, path))  # type: ignore[misc]
            for result in _results(path, self._api.endpoint.model):
                if result.name in asked:
                    self._take(result, missing)
            path.unlink()
        self.uploads.fail(upload.digest, {self._key(name): reason for name, reason in missing.items()})
        self.counts.failed += len(missing)
        self.uploads.ended(upload)
        (self._folder / upload.name).unlink(missing_ok=True)

    def _take(self, result: Result, missing: dict[str, str]) -> None:
        """Keep one answer; a second one to the same request changes nothing."""
        if result.answer is None:
            if result.name in missing:
                missing[result.name] = result.failure
            return
        if missing.pop(result.name, None) is None:
            return
        key = self._key(result.name)
        earlier = self._journal.answer(key)
        reply = read_reply(result.answer.text, result.answer.finish)
        is_unreadable = bool(reply.failures) and not reply.items
        calls = earlier.calls if earlier else 0
        self._journal.keep(key, result.answer, is_final=not is_unreadable or calls + 1 >= MOST_READINGS)
        self.budget.add(result.answer.usage)
        self.counts.answered += 1
        self.counts.unreadable += is_unreadable

    async def _persistently(self, call: Callable[[], Awaitable[Result_]]) -> Result_:
        """Return what a call returns; one that fails in passing is made again, ever later."""
        for number in range(MOST_TRIES):
            try:
                return await call()
            except PassingError as error:
                wait = error.wait_seconds if error.wait_seconds is not None else min(60.0, 2.0**number)
                await asyncio.sleep(min(wait, FIRST_POLL_SECONDS) * random.uniform(0.8, 1.2))  # noqa: S311
                last = error
            if self._stopped.is_set():
                raise StoppedError
        raise BackendError(str(last))

    def _key(self, fingerprint: str) -> str:
        return sha256(f"{fingerprint} {self._address}".encode()).hexdigest()

    def _write(self, line: bytes) -> None:
        if self._file is None or self._count >= MOST_LINES or self._file.tell() + len(line) > MOST_BYTES:
            self._next_file()
        assert self._file is not None  # noqa: S101
        self._file.write(line)
        self._count += 1

    def _close(self) -> None:
        """Close the file that is being written, once the disk has it."""
        if self._file is not None:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._file = None

    def _next_file(self) -> None:
        self._close()
        self._folder.mkdir(exist_ok=True)
        path = self._folder / f"{self.uploads.count() + len(self._written) + 1:06d}.jsonl"
        self._file, self._count = path.open("wb"), 0
        self._written.append(path)


def _names(path: Path) -> Iterator[str]:
    with path.open("rb") as lines:
        for line in lines:
            yield json.loads(line)["custom_id"]


def _results(path: Path, model: str) -> Iterator[Result]:
    """Yield the lines of an output. Only a line feed ends one: U+2028 may stand inside a JSON string."""
    with path.open("rb") as lines:
        for line in lines:
            result = read_result(line.decode("utf-8", "replace"), model)
            if result is not None:
                yield result
