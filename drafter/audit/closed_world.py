"""Scan a finished report as a closed world: every numeral has a source, every figure the value of its fact.

The scan knows nothing of how figures were found or rendered. It reads characters, and allows what it can account for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from drafter.audit.characters import character_findings
from drafter.audit.figures import PieceRules
from drafter.audit.tables import table_findings
from drafter.document.blocks import Document, Heading, Paragraph, Signature, TableBlock, Title
from drafter.dossier.facts import Ledger
from drafter.dossier.model import Dossier
from drafter.findings import Finding, Severity
from drafter.lexicon import Lexicon, always_spans, load_lexicon
from drafter.richtext import PieceKind, Text

HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of visible text, where it stands and in which section."""

    where: str
    section: str
    text: Text


def scan(document: Document, ledger: Ledger, dossier: Dossier, notes: Mapping[str, str]) -> list[Finding]:
    """Return everything in a report that has no source or differs from it; `notes` are the clerk's texts by id.

    Codes: numeral-without-fact, figure-differs, figure-hedged, term-without-note, law-differs, organ-differs,
    year-differs, table-differs, hidden-character, placeholder-left (errors) and note-year (warning).
    """
    rules = PieceRules(ledger, dossier.form, notes, dossier.organ, dossier.year)
    findings: list[Finding] = []
    for line in lines(document):
        findings += character_findings(line.text, line.where)
        findings += _numeral_findings(line)
        findings += rules.findings(line.text, line.where, line.section)
    return [*findings, *table_findings(document, dossier.statistics, dossier.form)]


def lines(document: Document) -> Iterator[Line]:
    """Yield every line of the report outside its tables: title, headings, sentences, signature."""
    for number, block in enumerate(document.blocks, start=1):
        match block:
            case Title(text):
                yield Line("title", "title", text)
            case Heading(_, text, section):
                yield Line(f"{section}/heading.{number}", section, text)
            case Paragraph(section, sentences):
                yield from (Line(f"{section}/{sentence.id}", section, sentence.text) for sentence in sentences)
            case Signature(signed):
                yield from (Line("signature", "signature", text) for text in signed)
            case TableBlock():
                pass


def _numeral_findings(line: Line) -> Iterator[Finding]:
    """Yield an error for every run of numerals in plain pieces that no allowed word covers."""
    visible, places = str(line.text), unaccounted(line.text)
    for place in places:
        if place - 1 in places:
            continue
        end = place
        while end in places:
            end += 1
        yield Finding(
            "numeral-without-fact",
            Severity.ERROR,
            line.where,
            f"“{visible[max(0, place - 8) : end + 8]}”里的“{visible[place:end]}”没有数据来源",
            "请改用资料文件里的数据，或在材料里写明后重新起草",
        )


def unaccounted(text: Text) -> list[int]:
    """Return the places, in the visible text, of numerals in plain pieces that stand in no allowed word.

    A word is allowed where it lies in one plain piece: what is composed across pieces is not a word of ours.
    """
    lexicon, visible = load_lexicon(), str(text)
    plain = _plain_ranges(text)
    characters = list(visible)
    for start, end in always_spans(visible):
        if any(left <= start and end <= right for left, right in plain):
            characters[start:end] = HIDDEN * (end - start)
    shown = "".join(characters)
    places = (place for left, right in plain for place in range(left, right))
    return [place for place in places if _may_count(shown[place]) and _counts(lexicon, shown, place)]


def _plain_ranges(text: Text) -> list[tuple[int, int]]:
    ranges, start = [], 0
    for item in text.pieces:
        if item.kind is PieceKind.PLAIN:
            ranges.append((start, start + len(item.text)))
        start += len(item.text)
    return ranges


@lru_cache(maxsize=65_536)
def _may_count(character: str) -> bool:
    """Return whether a character is a numeral anywhere: of the thousands in a report hardly one is."""
    lexicon = load_lexicon()
    return lexicon.is_numeral(character) or character in lexicon.formal or character in lexicon.loose


def _counts(lexicon: Lexicon, text: str, place: int) -> bool:
    """Return whether a character is a numeral where it stands."""
    character = text[place]
    if lexicon.is_numeral(character):
        return True
    before, after = text[:place][-1:], text[place + 1 :]
    if character in lexicon.formal:
        beside = _is_one_of(before, lexicon.han) or _is_one_of(after[:1], f"{lexicon.han}{lexicon.formal}圆")
        return beside or _is_unit(lexicon, after)
    if character in lexicon.loose:
        beside = _is_one_of(before, lexicon.han) or _is_one_of(
            after[:1], f"0123456789０１２３４５６７８９{lexicon.han}"
        )
        return beside or _is_unit(lexicon, after)
    return False


def _is_one_of(character: str, characters: str) -> bool:
    return character != "" and character in characters


def _is_unit(lexicon: Lexicon, text: str) -> bool:
    return text.startswith(lexicon.units)
