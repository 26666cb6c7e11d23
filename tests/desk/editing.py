"""Ten editors at one desk, as a program that can be killed: every answer they get is written down before the next.

python -m tests.desk.editing OUT SECONDS LOG
"""

import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from drafter.desk.account import Account, Role
from drafter.desk.actions import (
    Action,
    AddNote,
    Approve,
    Drop,
    Edit,
    HandIn,
    Lock,
    Reopen,
    Return,
    Undo,
    Written,
)
from drafter.desk.outcome import Refused
from drafter.desk.service import Desk, Opened, Saved
from drafter.desk.store.intake import DRAFTER
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from drafter.desk.trail import Entry
from drafter.desk.working import Status

EDITORS = 10
MOST_OVERTIME = 60
MOST_PAUSE = 0.2
"""How long an editor looks at a report at most; in that time others are faster, as they should be."""
SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an editor was told: this action of mine is saved as this version."""

    who: str
    key: str
    version: int
    action: str
    mark: str
    """Words that stand in this action of this editor and in no other; empty where an action has no words."""


def account(number: int) -> Account:
    return Account(f"编辑{SIGNS[number]}", Role.MANAGER)


def mark(number: int, count: int) -> str:
    """Return words that no other editor and no other moment has; without numerals, which would be bound to facts."""
    signs = [SIGNS[(count // len(SIGNS) ** place) % len(SIGNS)] for place in range(4)]
    return f"记{SIGNS[number]}于{''.join(signs)}处"


def chosen(chance: random.Random, opened: Opened, words: str) -> Action:
    """Return what an editor does next to a report as it stands."""
    if opened.working.status in (Status.APPROVED, Status.FINAL):
        return Reopen(words)
    line = chance.choice([line for line in opened.working.lines if line.section == "overview"])
    return chance.choice(
        [
            Edit(line.id, (Written(f"公开工作{words}。"),)),
            Edit(line.id, (Written(f"公开工作{words}。"),)),
            Drop(line.id, not line.dropped),
            Lock(line.id, not line.locked),
            AddNote("监督保障", f"开展检查，{words}。", "台账"),
            HandIn() if opened.working.status is Status.RETURNED else Return((words,)),
            Approve(),
            Undo(),
        ]
    )


def carries(action: Action, words: str) -> str:
    return words if isinstance(action, Edit | AddNote | Return | Reopen) else ""


def edit_until(desk: Desk, number: int, end: float, log: int, counts: Counter[str]) -> None:
    """Let one editor work until a moment; `log` is a file that every answer goes to at once."""
    editor, chance = account(number), random.Random()  # noqa: S311
    base = int(time.time() * 10) % 100_000
    keys = desk.keys(Asked(), editor)
    own = 0
    for count in range(100_000):
        # On a busy machine nobody goes home before something of theirs is saved.
        if time.monotonic() > (end if own else end + MOST_OVERTIME):
            return
        key, words = chance.choice(keys), mark(number, base + count)
        opened = desk.open(key, editor)
        action = chosen(chance, opened, words)
        time.sleep(chance.uniform(0, MOST_PAUSE))
        result = desk.do(key, opened.version, action, editor)
        counts[type(result).__name__ if not isinstance(result, Refused) else f"Refused {result.code}"] += 1
        if isinstance(result, Saved):
            name = type(action).__name__
            answer = [editor.name, key, result.opened.version, name, carries(action, words)]
            own += 1
            os.write(log, (json.dumps(answer, ensure_ascii=False) + "\n").encode())


def answers(log: Path) -> list[Answer]:
    """Return what was written down; a line that a kill cut off was told to nobody."""
    lines = log.read_bytes().decode("utf-8", "ignore").split("\n") if log.exists() else []
    return [Answer(*json.loads(line)) for line in lines[:-1]]


def wrongs(store: Store, keys: Iterable[str], told: Sequence[Answer], kills: int) -> Iterator[str]:
    """Yield what was lost, doubled or broken; each kill may leave one action of each editor saved but not told."""
    trails = {key: store.trail(key) for key in keys}
    for key, trail in trails.items():
        yield from _broken(store, key, trail)
    for (key, version), times in Counter((answer.key, answer.version) for answer in told).items():
        if times > 1:
            yield f"{key} {version}: told to {times} editors"
    entries = {(key, entry.version): entry for key, trail in trails.items() for entry in trail}
    yield from (f"{answer}: lost or changed" for answer in told if not _stands(answer, entries))
    made, heard = Counter(entry.who for entry in entries.values()), Counter(answer.who for answer in told)
    for who in made.keys() - {DRAFTER}:
        if not heard[who] <= made[who] <= heard[who] + kills:
            yield f"{who}: told of {heard[who]}, made {made[who]}"


def _broken(store: Store, key: str, trail: Sequence[Entry]) -> Iterator[str]:
    if (broken := store.broken_at(key)) is not None:
        yield f"{key}: the chain is broken at {broken}"
    if [(entry.number, entry.version) for entry in trail] != [(n, n) for n in range(1, len(trail) + 1)]:
        yield f"{key}: the versions do not follow each other"
    if (version := store.load(key).version) != len(trail):
        yield f"{key}: the report is at {version}, its trail at {len(trail)}"


def _stands(answer: Answer, entries: Mapping[tuple[str, int], Entry]) -> bool:
    entry = entries.get((answer.key, answer.version))
    if entry is None or (entry.who, entry.action) != (answer.who, answer.action):
        return False
    return answer.mark in json.dumps(entry.after, ensure_ascii=False)


def run(out: Path, seconds: float, log: Path) -> dict[str, Any]:
    """Let all editors work, and return how often what happened."""
    desk = Desk(Store.beside(out))
    end, counts = time.monotonic() + seconds, Counter[str]()
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    editors = [Thread(target=edit_until, args=(desk, number, end, handle, counts)) for number in range(EDITORS)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    os.close(handle)
    desk.store.close()
    return dict(counts)


if __name__ == "__main__":
    out, seconds, log = sys.argv[1:]
    print(json.dumps(run(Path(out), float(seconds), Path(log)), ensure_ascii=False))  # noqa: T201
