"""The trail of a report as a file of its own: one entry a line, so that anybody can check the chain."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from drafter.desk.trail import Entry, broken_at
from drafter.dossier.building import canonical_json
from drafter.errors import InputError


def trail_file(entries: Iterable[Entry]) -> bytes:
    """Return the entries as JSON lines, oldest first."""
    return "".join(f"{canonical_json(asdict(entry))}\n" for entry in entries).encode()


def read_trail(content: bytes, name: str = "trail.jsonl") -> tuple[Entry, ...]:
    """Return the entries of such a file. Raises InputError where it is none, or where its chain does not hold."""
    entries = []
    for number, line in enumerate(content.decode(errors="replace").splitlines(), start=1):
        try:
            entries.append(Entry(**json.loads(line)))
        except (ValueError, TypeError) as error:
            raise InputError(name, "不是审核记录，或者这一行被改动过", number) from error
    if broken := broken_at(entries):
        raise InputError(name, f"第 {broken} 条记录与前面的对不上：记录被改动过", broken)
    return tuple(entries)
