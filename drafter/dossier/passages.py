"""Every text a dossier holds, with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.dossier.fields import field_path, item_place
from drafter.yamltree import Path, Tree


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, where findings say it stands, and whether the report may print it as the township's own words."""

    where: str
    """A note id, or a field such as `organ.address` or `problems.1.text`."""
    label: str
    """Such as 材料 N01 or 第 1 个问题的 measure."""
    text: str
    path: Path
    line: int | None

    @property
    def is_prose(self) -> bool:
        """Return whether the text is a note, a problem, a measure or what became of last year's problem."""
        return self.path[0] in ("notes", "problems", "last_year") and self.path[-1] in ("text", "measure", "status")


def passages(tree: Tree) -> Iterator[Passage]:
    """Yield every text of a dossier but those of its statistics and of what was read elsewhere, in their order."""
    for name, value in tree.value.items():
        if name not in {"statistics", "read"}:
            yield from _below(tree, (name,), value)


def _below(tree: Tree, path: Path, value: Any) -> Iterator[Passage]:
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _below(tree, (*path, name), item)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _below(tree, (*path, number), item)
    elif isinstance(value, str):
        note = _note_id(tree, path)
        where = note or field_path(path)
        label = f"材料 {note} " if note else item_place(path) or f"{where} "
        yield Passage(where, label, value, path, tree.line(path))


def _note_id(tree: Tree, path: Path) -> str:
    """Return the id of the note that a path lies in, where the note has one."""
    if len(path) < 3 or path[0] != "notes":
        return ""
    note = tree.value["notes"][path[1]]
    note_id = note.get("id") if isinstance(note, Mapping) else None
    return note_id if isinstance(note_id, str) and len(note_id) <= 6 else ""
