"""Find every figure in what a clerk wrote, and bind it: text in, pieces and facts out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from drafter.dossier.facts import Fact
from drafter.dossier.figure_grammar import CIRCLED, STRANGE, figure_pattern
from drafter.dossier.figure_values import Worth, amount, exact, fraction
from drafter.dossier.numerals import read_numeral
from drafter.form.statistics import Number
from drafter.lexicon import always_spans, load_lexicon
from drafter.richtext import PieceKind, Text, joined, piece

MASK = "\0"
"""Stands for a character of a fixed word while figures are looked for; no note holds it."""
UNNUMBERED = {"term": PieceKind.TERM, "enumerator": PieceKind.ORDINAL}
LABEL_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A stretch of a note that holds a numeral, `text[start:end]` of it, with qualifiers and measure word.

    `kind` is count, approximate, range, percent, points, multiple, money, date, clock, document, article, ordinal,
    code, term, enumerator or other. `value` is exact, in `unit`, None where the text gives no single exact value.
    """

    start: int
    end: int
    text: str
    kind: str
    low: Decimal | None
    high: Decimal | None
    value: Number | None
    approximate: bool
    unit: str

    @property
    def is_numbered(self) -> bool:
        """Return whether the figure is a fact of its own, which a fixed term or the number of an item is not."""
        return self.kind not in UNNUMBERED


@lru_cache(maxsize=2048)
def read_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text in order; every numeral is in one or in an `always` word of the lexicon."""
    return tuple(_figure(text, match) for match in figure_pattern().finditer(_masked(text)))


def bind_figures(note_id: str, text: str) -> Text:
    """Return a text with every figure a piece; a figure's ref is its fact, such as `N01.1`."""
    parts: list[Text | str] = []
    number, end = 0, 0
    for figure in read_figures(text):
        number += figure.is_numbered
        ref = f"{note_id}.{number}" if figure.is_numbered else note_id
        parts += [text[end : figure.start], piece(figure.text, UNNUMBERED.get(figure.kind, PieceKind.FACT), ref)]
        end = figure.end
    return joined([*parts, text[end:]])


def note_facts(note_id: str, text: str) -> tuple[Fact, ...]:
    """Return the figures of a text as facts, numbered from 1 as `bind_figures` numbers them."""
    numbered = [figure for figure in read_figures(text) if figure.is_numbered]
    return tuple(_facts(note_id, text, numbered))


def _masked(text: str) -> str:
    """Return the text, of the same length, that the grammar reads: fixed words hidden, strange numerals alike."""
    plain = text.replace(MASK, " ").replace(STRANGE, " ")
    masked = [STRANGE if _is_strange(character) else character for character in plain]
    for start, end in always_spans(text):
        masked[start:end] = MASK * (end - start)
    return "".join(masked)


@lru_cache(maxsize=65_536)
def _is_strange(character: str) -> bool:
    """Return whether a character is a numeral that the grammar does not read."""
    lexicon = load_lexicon()
    usual = f"0123456789０１２３４５６７８９%％‰{CIRCLED}{lexicon.han}"
    return character not in usual and lexicon.is_numeral(character)


def _facts(note_id: str, text: str, figures: list[Figure]) -> Iterator[Fact]:
    for number, figure in enumerate(figures, start=1):
        yield Fact(
            id=f"{note_id}.{number}",
            label=f"材料{note_id}“{_clause(text, figure)}”",
            value=figure.value,
            unit=figure.unit,
            kind=figure.kind,
            sources=(note_id,),
            text=figure.text,
            approximate=figure.approximate,
            low=figure.low,
            high=figure.high,
        )


def _clause(text: str, figure: Figure) -> str:
    """Return the figure with the words of its clause before it."""
    before = re.split(r"[，,。；;：:、！？\s]", text[: figure.start])[-1]
    return before[-LABEL_BEFORE:] + figure.text


def _figure(text: str, match: re.Match[str]) -> Figure:
    kind = match.lastgroup or "other"
    start, end = match.span()
    worth = _worth(kind, match)
    return Figure(
        start, end, text[start:end], worth.kind, worth.low, worth.high, worth.value, worth.approximate, worth.unit
    )


def _worth(kind: str, match: re.Match[str]) -> Worth:
    groups = match.groupdict()
    if kind == "amount":
        return amount(groups)
    if kind == "fraction":
        is_whole = match.group() == "百分百"
        return fraction("百" if is_whole else groups["base"], "百" if is_whole else groups["part"])
    if kind == "multiple":
        return exact(kind, read_numeral(groups["fold"] or ""), "番")
    if kind == "ordinal":
        unit = next((unit for unit in load_lexicon().units if match.group().endswith(unit)), "")
        return Worth(kind, unit)
    return Worth(kind)
