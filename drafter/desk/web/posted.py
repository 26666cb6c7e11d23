"""Turn a posted form into an action. What does not fit is refused: no page of ours sends it."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from drafter.desk.actions import (
    Accept,
    Action,
    AddNote,
    Approve,
    Correct,
    Drop,
    Edit,
    Finalise,
    HandIn,
    Insert,
    Lock,
    Reopen,
    Return,
    Undo,
    Waive,
    Written,
)
from drafter.desk.web.sessions import text_of
from drafter.form.numbers import read_back
from drafter.form.statistics import Number
from drafter.richtext import PieceKind

MOST_PIECES = 200
MOST_REASONS = 50
MOST_DIGITS = 18
KINDS = {kind.value for kind in PieceKind} | {"slot"}


def action_of(form: FormData) -> Action:
    """Return the action that a form asks for. Raises 400 where it asks for none, or is not of its form."""
    make = _MAKERS.get(text_of(form, "action", 40))
    if make is None:
        raise HTTPException(400, "没有这样的操作")
    return make(form)


def version_of(form: FormData) -> int:
    """Return which version of the report the page showed."""
    text = text_of(form, "version", 12)
    if not (text.isascii() and text.isdigit()):
        raise HTTPException(400, "没有写明报告的版本")
    return int(text)


def pieces_of(form: FormData) -> tuple[Written, ...]:
    """Return the sentence that an editor sent: typed words and chips."""
    try:
        items = json.loads(text_of(form, "pieces", 40_000))
    except (json.JSONDecodeError, RecursionError) as error:
        raise HTTPException(400, "句子的内容没有传完整，请重试") from error
    if not isinstance(items, list) or len(items) > MOST_PIECES:
        raise HTTPException(400, "句子的内容没有传完整，请重试")
    return tuple(_piece(item) for item in items)


def _piece(item: Any) -> Written:
    fields = item if isinstance(item, Mapping) else {}
    text, kind, ref = (fields.get(name, "") for name in ("text", "kind", "ref"))
    is_text = all(isinstance(field, str) and _is_sound(field) for field in (text, kind, ref))
    if not is_text or (kind or "plain") not in KINDS:
        raise HTTPException(400, "句子的内容没有传完整，请重试")
    # A line break that a paste brought in is a space: a sentence is one line.
    return Written(" ".join(text.split("\n")), kind or "plain", ref)


def _is_sound(text: str) -> bool:
    """Return whether a text can be written at all: an escape of JSON can name half a character."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _edit(form: FormData) -> Edit:
    cites = tuple(map(str, form.getlist("cites"))) if "with_cites" in form else None
    return Edit(text_of(form, "line"), pieces_of(form), cites)


def _insert(form: FormData) -> Insert:
    return Insert(text_of(form, "line"), pieces_of(form), tuple(map(str, form.getlist("cites"))))


def _accept(form: FormData) -> Accept:
    return Accept(text_of(form, "line"), tuple(map(str, form.getlist("words"))))


def _correct(form: FormData) -> Correct:
    paths, values = form.getlist("cell"), form.getlist("value")
    if not paths or len(paths) != len(values):
        raise HTTPException(400, "没有写明改哪一格、改成多少")
    cells = tuple((str(path), number_of(str(value))) for path, value in zip(paths, values, strict=True))
    return Correct(cells, text_of(form, "reason"))


def number_of(text: str) -> Number | None:
    """Return a typed value; an empty one is "not reported". Raises 422 for what is no number."""
    text = text.strip().translate(_NARROW)
    if not text:
        return None
    number = read_back(text) if len(text) <= MOST_DIGITS else None
    if number is None:
        raise HTTPException(422, f"“{text[:40]}”不是数，请只填数字；没有填报的留空")
    return number


def _return(form: FormData) -> Return:
    reasons = [line.strip() for line in text_of(form, "reasons", 8000).split("\n") if line.strip()]
    reasons += [str(reason).strip() for reason in form.getlist("reason") if str(reason).strip()]
    return Return(tuple(dict.fromkeys(reasons))[:MOST_REASONS])


def _waive(form: FormData) -> Waive:
    fields = (text_of(form, name) for name in ("code", "where", "message", "reason"))
    return Waive(*fields)


_NARROW = str.maketrans("０１２３４５６７８９．－", "0123456789.-")
_MAKERS: Mapping[str, Callable[[FormData], Action]] = {
    "edit": _edit,
    "insert": _insert,
    "drop": lambda form: Drop(text_of(form, "line")),
    "restore": lambda form: Drop(text_of(form, "line"), dropped=False),
    "lock": lambda form: Lock(text_of(form, "line")),
    "unlock": lambda form: Lock(text_of(form, "line"), locked=False),
    "accept": _accept,
    "note": lambda form: AddNote(text_of(form, "aspect", 40), text_of(form, "text"), text_of(form, "source", 400)),
    "correct": _correct,
    "waive": _waive,
    "return": _return,
    "hand-in": lambda _form: HandIn(),
    "approve": lambda _form: Approve(),
    "finalise": lambda _form: Finalise(),
    "reopen": lambda form: Reopen(text_of(form, "reason")),
    "undo": lambda _form: Undo(),
}
