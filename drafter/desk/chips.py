"""Chips: the stretches of a sentence that code writes. A page names what it wants; what it says is the ledger's."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafter.audit.figures import PieceRules
from drafter.desk.actions import Written
from drafter.desk.grounds import Grounds
from drafter.desk.outcome import Refused
from drafter.desk.working import Line
from drafter.dossier.figures import read_figures
from drafter.richtext import Piece, PieceKind, Text
from drafter.writing.bank import load_bank
from drafter.writing.draft import PREAMBLE
from drafter.writing.laws import laws
from drafter.writing.stock.voice import ORGAN_LABELS

SLOT = "slot"
"""The kind of a chip that is a whole phrase: its ref is `p:app_new`, `g:app_results` or `d:app_new`."""
DATES = {"report.year": "year", "report.last": "last", "report.next": "next", "period.from": "from", "period.to": "to"}


ITEM = re.compile("[一二三四五六七八九十]{1,3}[是、]|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}，")
CONTACTS = frozenset({"organ.address", "organ.postcode", "organ.phone", "organ.email"})
FIELDS = frozenset((*ORGAN_LABELS, "self"))


@dataclass(frozen=True, slots=True)
class Pool:
    """The chips that stand in the report already: their wording is kept while it is still true."""

    here: tuple[Piece, ...]
    """Those of the sentence itself."""
    everywhere: tuple[Piece, ...]

    def like(self, written: Written) -> Iterator[Piece]:
        """Yield the chips of a kind and ref, the same words first, those of the sentence before others.

        The number of an item or of parts means nothing elsewhere; such chips, and terms, are known by their words.
        """
        pieces = self.here if written.kind == PieceKind.ORDINAL else (*self.here, *self.everywhere)
        place = (written.kind, written.ref)
        found = sorted(
            (item for item in pieces if (item.kind, item.ref) == place), key=lambda item: item.text != written.text
        )
        by_words = written.kind in (PieceKind.ORDINAL, PieceKind.TERM)
        yield from (item for item in found if item.text == written.text or not by_words)


def render(grounds: Grounds, pool: Pool, written: Written) -> Text | Refused:
    """Return what a chip says, or why there is no such chip."""
    for kept in pool.like(written):
        if is_true(grounds, kept):
            return Text((kept,))
    if written.kind == SLOT or (written.kind == PieceKind.FACT and ":" in written.ref):
        return _phrase(grounds, written.ref)
    text = _made(grounds, written)
    if text is None or not all(is_true(grounds, item) for item in text.pieces):
        return Refused("chip-unknown", f"没有“{written.text or written.ref}”这个标签可用，请从列表里重新选一个")
    return text


def is_true(grounds: Grounds, piece: Piece) -> bool:
    """Return whether a chip shows what it claims to show, by the rules of the last scan."""
    if piece.kind is PieceKind.GAP:
        return True
    rules = _rules(grounds)
    return not any(finding.code != "note-year" for finding in rules.findings(Text((piece,)), "", ""))


def misplaced(line: Line) -> Piece | None:
    """Return a chip that poses as a figure: the number of an item in mid-sentence, a postcode outside the preamble."""
    for number, item in enumerate(line.text.pieces):
        is_late = number and item.kind is PieceKind.ORDINAL and item.ref == "item"
        is_contact = item.kind is PieceKind.ORGAN and item.ref in CONTACTS and line.section != PREAMBLE
        if is_late or is_contact:
            return item
    return None


def _rules(grounds: Grounds) -> PieceRules:
    dossier = grounds.dossier
    return PieceRules(grounds.ledger, dossier.form, grounds.texts, dossier.organ, dossier.year)


def _phrase(grounds: Grounds, slot: str) -> Text | Refused:
    kind, _, ref = slot.partition(":")
    bank = load_bank()
    known: Mapping[str, Iterable[str]] = {"p": bank.phrases, "d": bank.phrases, "g": bank.groups}
    if ref not in known.get(kind, ()) or (kind != "g" and bank.phrases[ref].fact not in grounds.ledger.facts):
        return Refused("chip-unknown", f"没有“{slot}”这个说法可用，请从列表里重新选一个")
    text = grounds.voice.slot(slot)
    if not text.pieces:
        return Refused("chip-empty", "按现在的数据，这个说法没有内容可说（数为零，或没有上年数据）")
    return text


def _made(grounds: Grounds, written: Written) -> Text | None:
    """Return a chip that does not stand in the report yet; None where there is none of its name."""
    ref = written.ref
    text: Text | None = None
    match written.kind:
        case PieceKind.FACT:
            text = _fact(grounds, ref)
        case PieceKind.LAW if ref == "notice" or _in_force(grounds, ref):
            text = grounds.voice.slot(f"law:{ref}")
        case PieceKind.DATE if ref in DATES:
            text = grounds.voice.date(DATES[ref])
        case PieceKind.ORGAN if ref.removeprefix("organ.") in FIELDS:
            text = grounds.voice.organ(ref.removeprefix("organ."))
        case PieceKind.TERM if _is_term(grounds, written):
            text = Text((Piece(written.text, PieceKind.TERM, ref),))
        case PieceKind.ORDINAL if ITEM.fullmatch(written.text):
            text = Text((Piece(written.text, PieceKind.ORDINAL, "item"),))
    return text


def _fact(grounds: Grounds, ref: str) -> Text | None:
    fact = grounds.ledger.facts.get(ref)
    if fact is None:
        return None
    if fact.text:
        return Text((Piece(fact.text, PieceKind.FACT, ref),))
    return grounds.voice.speaker.figure(ref) if fact.value is not None else None


def _in_force(grounds: Grounds, ref: str) -> bool:
    law, year = laws().get(ref), grounds.dossier.year
    return law is not None and law.first_year <= year <= (law.last_year or year)


def _is_term(grounds: Grounds, written: Written) -> bool:
    figures = read_figures(written.text)
    is_whole = len(figures) == 1 and figures[0].kind == "term" and figures[0].text == written.text
    return is_whole and written.text in grounds.texts.get(written.ref, "")
