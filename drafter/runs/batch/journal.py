"""What a batch remembers between runs: every answer that arrived and every township that is finished."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from drafter.errors import OutputError
from drafter.runs.batch.summary import Summary
from drafter.runs.batch.summary_json import read_summary, summary_text
from drafter.runs.spending import added
from drafter.writing.backends.base import Answer, Usage

Row = tuple[Any, ...]
NAME = "journal.sqlite3"
VERSION = 1
SCHEMA = """
create table answers (
  request text primary key, text text, finish text not null, model text not null,
  prompt integer not null, completion integer not null, cached integer not null,
  calls integer not null, all_prompt integer not null, all_completion integer not null, all_cached integer not null,
  is_final integer not null
) without rowid;
create table townships (
  key text primary key, work text not null, prior text not null, lacks_model integer not null, summary text not null
) without rowid;
create table tellings (key text primary key, first blob not null, taken blob, inputs text not null) without rowid;
create table uploads (
  digest text primary key, name text not null, file text not null, batch text not null, state text not null
) without rowid;
create table sent (request text primary key, digest text not null, tries integer not null, error text not null)
  without rowid;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it was recorded, with all that the request took until then."""

    answer: Answer
    calls: int
    usage: Usage
    """Tokens of every answer to the request, those that could not be read included."""
    is_final: bool
    """Whether it stands; one that could not be read at all is asked for once more."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A township as it was recorded."""

    work: str
    """The fingerprint of everything that decided the result."""
    prior: str
    """The file of last year that its dossier named, for the fingerprint to be taken without reading the dossier."""
    lacks_model: bool
    """Whether a model was wanted and could not be had."""
    summary: Summary


class Journal:
    """The journal of one OUT. Every write is on the disk when its method returns; any thread may call any method."""

    def __init__(self, state: Path) -> None:
        self.path = state / NAME
        self._reading, self._writing = Lock(), Lock()
        with _readable(self.path):
            self._writer = _connection(self.path)
            known = self._writer.execute("pragma user_version").fetchone()[0]
            if known == 0:
                self._writer.executescript(f"begin; {SCHEMA} pragma user_version = {VERSION}; commit;")
            elif known != VERSION:
                raise OutputError(f"{self.path} 是别的版本的 drafter 写的，请换一个输出文件夹")
            self._reader = _connection(self.path)

    def close(self) -> None:
        """Close the journal."""
        self._reader.close()
        self._writer.close()

    def answer(self, request: str) -> Kept | None:
        """Return what was answered to a request."""
        row = self._row("select * from answers where request = ?", request)
        if row is None:
            return None
        text, finish, model, prompt, completion, cached, calls, *every, final = row[1:]
        usage = Usage(every[0], every[1], every[2])
        return Kept(Answer(text, finish, model, Usage(prompt, completion, cached)), calls, usage, bool(final))

    def keep(self, request: str, answer: Answer, *, is_final: bool = True) -> Kept:
        """Record an answer, before anything is made of it; an answer that stands is never replaced."""
        earlier = self.answer(request)
        if earlier and earlier.is_final:
            return earlier
        before, calls = (earlier.usage, earlier.calls) if earlier else (Usage(), 0)
        usage, own = added(before, answer.usage), answer.usage
        kept = Kept(answer, calls + 1, usage, is_final)
        row = (request, answer.text, answer.finish, answer.model, own.prompt, own.completion, own.cached, kept.calls)
        self.store("answers", [(*row, usage.prompt, usage.completion, usage.cached, int(is_final))])
        return kept

    def township(self, key: str) -> Recorded | None:
        """Return a township as it was recorded."""
        row = self._row("select * from townships where key = ?", key)
        return Recorded(row[1], row[2], bool(row[3]), read_summary(row[4])) if row else None

    def record(self, township: Recorded, telling: Row | None = None) -> None:
        """Record a township, after its files stand, and with it what it tells, where that has changed."""
        summary = township.summary
        row = (summary.key, township.work, township.prior, int(township.lacks_model), summary_text(summary))
        self._put([("townships", [row]), ("tellings", [telling] if telling else [])])

    def spent(self) -> tuple[int, Usage]:
        """Return how many calls were answered in this OUT so far, and their tokens."""
        row = self._row("select sum(calls), sum(all_prompt), sum(all_completion), sum(all_cached) from answers")
        calls, prompt, completion, cached = (int(value or 0) for value in row)
        return calls, Usage(prompt, completion, cached)

    def _row(self, query: str, *values: Any) -> Any:
        with _readable(self.path), self._reading:
            return self._reader.execute(query, values).fetchone()

    def rows(self, query: str, *values: Any) -> list[Any]:
        """Return the rows of a query of another module that keeps its state here."""
        with _readable(self.path), self._reading:
            return self._reader.execute(query, values).fetchall()

    def store(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows into a table, in the place of those with the same key, all or none."""
        self._put([(table, list(rows))])

    def _put(self, tables: Iterable[tuple[str, list[Row]]]) -> None:
        """Put rows into tables, all or none."""
        with _readable(self.path), self._writing, self._writer:
            for table, rows in tables:
                if rows:
                    marks = ",".join("?" * len(rows[0]))
                    self._writer.executemany(f"insert or replace into {table} values ({marks})", rows)  # noqa: S608


def _connection(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, check_same_thread=False, timeout=30)
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    return connection


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        advice = "磁盘满了的请腾出空间；文件坏了的请移走它再运行，已完成的会重做"
        raise OutputError(f"批量起草的日志 {path} 读写不了（{error}）。{advice}") from error
