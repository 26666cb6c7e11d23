"""The editor of one sentence: chips that cannot be mistyped, words that can."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from drafter.desk.actions import Written
from drafter.desk.grounds import grounds_of
from drafter.desk.outcome import Option
from drafter.desk.web.site import Site
from drafter.desk.web.views.bench import Beside, Desktop
from drafter.desk.web.views.sheet import Chip
from drafter.desk.working import Line
from drafter.richtext import PieceKind

EDIT, INSERT = "1", "2"
BEHIND = ">"
"""Follows the id of a sentence where what is typed goes behind it."""


@dataclass(frozen=True, slots=True)
class Citable:
    """A note that a sentence can cite."""

    id: str
    text: str
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Editor:
    """A sentence that is being written."""

    line: str
    draft: str
    """The name under which what was typed is kept."""
    action: str
    """edit or insert."""
    heading: str
    chips: tuple[Chip, ...]
    notes: tuple[Citable, ...]
    kept_at: str = ""
    """When what is shown was typed, where it was never saved."""
    refusal: str = ""
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed and the desk did not take, or never got to see."""

    pieces: tuple[Written, ...]
    cites: tuple[str, ...]
    refusal: str = ""
    options: tuple[Option, ...] = ()
    kept_at: str = ""


def editor_beside(site: Site, open_: Desktop, line_id: str, mode: str, typed: Typed | None = None) -> Beside:
    """Return the editor of a sentence; what was typed and not saved comes back. The to-do where it is gone."""
    line = open_.working.line(line_id)
    if line is None:
        return Beside()
    typed = typed or _kept(site, open_, line_id + (BEHIND if mode == INSERT else ""))
    return Beside("panel_edit.html", _editor(open_, line, mode, typed), line_id)


def _editor(open_: Desktop, line: Line, mode: str, typed: Typed | None) -> Editor:
    number = [item.id for item in open_.working.lines].index(line.id) + 1
    is_new = mode == INSERT
    cites = typed.cites if typed else () if is_new else line.cites
    pieces = typed.pieces if typed else () if is_new else _written(line)
    return Editor(
        line=line.id,
        draft=line.id + (BEHIND if is_new else ""),
        action="insert" if is_new else "edit",
        heading=f"在第 {number} 句后面加一句" if is_new else f"修改第 {number} 句",
        chips=tuple(_chip(open_, piece) for piece in pieces),
        notes=_notes(open_, cites),
        kept_at=typed.kept_at if typed else "",
        refusal=typed.refusal if typed else "",
        options=typed.options if typed else (),
    )


def draft_content(pieces: Iterable[Written], cites: Iterable[str]) -> str:
    """Return what was typed, as it is kept."""
    items = [{"text": piece.text, "kind": piece.kind, "ref": piece.ref} for piece in pieces]
    return json.dumps({"pieces": items, "cites": list(cites)}, ensure_ascii=False)


def _kept(site: Site, open_: Desktop, name: str) -> Typed | None:
    kept = site.desk.drafts_of(open_.key, open_.account).get(name)
    if kept is None:
        return None
    content: Mapping[str, Any] = json.loads(kept.content)
    pieces = tuple(Written(item["text"], item["kind"], item["ref"]) for item in content["pieces"])
    return Typed(pieces, tuple(content["cites"]), kept_at=kept.at)


def _written(line: Line) -> tuple[Written, ...]:
    return tuple(Written(piece.text, piece.kind.value, piece.ref) for piece in line.text.pieces)


def _chip(open_: Desktop, piece: Written) -> Chip:
    if piece.kind == PieceKind.PLAIN:
        return Chip(piece.text, piece.kind, "", "", "", "")
    behind = open_.backing.behind(piece.kind, piece.ref)
    return Chip(piece.text or piece.ref, piece.kind, piece.ref, "", behind.tip, "")


def _notes(open_: Desktop, cites: Iterable[str]) -> tuple[Citable, ...]:
    cited = set(cites)
    texts = grounds_of(open_.working).texts
    return tuple(
        sorted((Citable(key, text, key in cited) for key, text in texts.items()), key=lambda n: not n.is_cited)
    )
