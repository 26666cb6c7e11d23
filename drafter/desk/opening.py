"""From a run record to a report on the desk."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafter.desk.grounds import grounds_of
from drafter.desk.working import Line, WorkingReport
from drafter.errors import InputError, ShippedDataError
from drafter.richtext import Piece, PieceKind, Text, joined
from drafter.writing.slots import SLOT
from drafter.writing.stock.voice import Voice

REDRAFT = "是旧版本的起草记录，里面没有资料全文，审核台打不开。请用现在的版本重新起草（drafter draft）"


def open_record(record: Mapping[str, Any]) -> WorkingReport:
    """Return the report that a run record holds, as nobody has touched it yet.

    Raises InputError for a record that does not hold what was drafted from, or that does not fit its own dossier.
    """
    if "source" not in record or any("paragraph" not in sentence for sentence in record.get("sentences", ())):
        raise InputError("report.json", REDRAFT)
    try:
        lines = tuple(_line(sentence) for sentence in record["sentences"])
        working = WorkingReport(record["source"], record["model"], lines, plan=record.get("plan", 0))
        voice = grounds_of(working).voice
        working = replace(working, lines=tuple(_readable(voice, line) for line in lines))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("report.json", f"起草记录不完整（{error}），请重新起草") from error
    return working


def _readable(voice: Voice, line: Line) -> Line:
    """Return a line whose unproved words read as the sentence does: a model wrote slots, a person sees figures."""
    return replace(line, unproved=tuple(_shown(voice, words) for words in line.unproved))


def _shown(voice: Voice, words: str) -> str:
    try:
        return SLOT.sub(lambda found: str(voice.slot(f"{found[1]}:{found[2]}")), words)
    except (KeyError, ShippedDataError):
        return words


def _line(raw: Mapping[str, Any]) -> Line:
    return Line(
        id=raw["id"],
        section=raw["section"],
        paragraph=raw["paragraph"],
        aspect=raw["aspect"],
        text=_text(raw["text"], raw["spans"]),
        origin=raw["origin"],
        cites=tuple(raw["cites"]),
        state=raw["state"],
        unproved=tuple(raw["unproved"]),
        drafted=raw["text"],
        wording=raw["origin"],
    )


def _text(text: str, spans: list[Mapping[str, Any]]) -> Text:
    """Return a text with the pieces that its spans name."""
    parts: list[Text | str] = []
    end = 0
    for span in spans:
        parts.append(text[end : span["start"]])
        parts.append(Text((Piece(text[span["start"] : span["end"]], PieceKind(span["kind"]), span["ref"]),)))
        end = span["end"]
    return joined([*parts, text[end:]])
