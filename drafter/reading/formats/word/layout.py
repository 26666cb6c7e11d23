"""How a Word file sets its pages and text."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from drafter.reading.formats.word.names import W, find, number, value
from drafter.reading.formats.word.styles import Look, Styles
from drafter.reading.source import Layout

if TYPE_CHECKING:
    from lxml.etree import _Element

_TWIPS_MM = 25.4 / 1440
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Set:
    """A paragraph outside tables, as far as its look is asked for."""

    paragraph: "_Element"
    text: str
    is_title: bool
    is_heading: bool


def read_layout(body: "_Element", paragraphs: Sequence[Set], styles: Styles, footers: "Sequence[_Element]") -> Layout:
    """Return the layout; a value that differs from place to place is the one of most of the text, or None."""
    sections = [*body.iter(f"{W}sectPr")]
    texts = [item for item in paragraphs if not item.is_title and not item.is_heading]
    title = _look([item for item in paragraphs if item.is_title], styles)
    look = _look(texts, styles)
    return Layout(
        paper_mm=_paper(sections),
        margins_mm=_margins(sections),
        title_font=title.font,
        title_size_pt=title.size_pt,
        body_font=look.font,
        body_size_pt=look.size_pt,
        line_spacing_pt=_most(texts, styles, _spacing),
        first_line_indent_chars=_most(texts, styles, _indent),
        has_page_numbers=any(_has_page(footer) for footer in footers),
    )


def _paper(sections: "Sequence[_Element]") -> tuple[float, float] | None:
    sizes = {
        (_mm(value(section, "pgSz", "w")), _mm(value(section, "pgSz", "h")))
        for section in sections
        if find(section, "pgSz") is not None
    }
    return sizes.pop() if len(sizes) == 1 else None


def _margins(sections: "Sequence[_Element]") -> tuple[float, float, float, float] | None:
    found = {
        (
            _mm(value(section, "pgMar", "top")),
            _mm(value(section, "pgMar", "right")),
            _mm(value(section, "pgMar", "bottom")),
            _mm(value(section, "pgMar", "left")),
        )
        for section in sections
        if find(section, "pgMar") is not None
    }
    return found.pop() if len(found) == 1 else None


def _mm(twips: str | None) -> float:
    return round(number(twips) * _TWIPS_MM, 1)


def _look(paragraphs: Sequence[Set], styles: Styles) -> Look:
    """Return font and size of most characters."""
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    for item in paragraphs:
        for run in item.paragraph.iter(f"{W}r"):
            length = sum(len(text.text or "") for text in run.iterchildren(f"{W}t"))
            look = styles.look(run, item.paragraph) if length else Look()
            if look.font:
                fonts[look.font] += length
            if look.size_pt:
                sizes[look.size_pt] += length
    return Look(_first(fonts), _first(sizes))


def _first(counts: "Counter[T]") -> T | None:
    return counts.most_common(1)[0][0] if counts else None


def _most(paragraphs: Sequence[Set], styles: Styles, ask: Callable[["_Element", Styles], float | None]) -> float | None:
    """Return what holds for most of the text, by characters."""
    counts: Counter[float | None] = Counter()
    for item in paragraphs:
        counts[ask(item.paragraph, styles)] += len(item.text)
    return _first(counts)


def _spacing(paragraph: "_Element", styles: Styles) -> float | None:
    """Return the fixed distance of lines; None where it goes by the size of the type."""
    if styles.paragraph_value(paragraph, "spacing", "lineRule") not in {"exact", "atLeast"}:
        return None
    line = number(styles.paragraph_value(paragraph, "spacing", "line"))
    return line / 20 if line else None


def _indent(paragraph: "_Element", styles: Styles) -> float | None:
    """Return the indent of the first line in characters; one in twips is divided by the size of the type."""
    characters = number(styles.paragraph_value(paragraph, "ind", "firstLineChars"))
    if characters:
        return characters / 100
    twips = number(styles.paragraph_value(paragraph, "ind", "firstLine"))
    run = next(paragraph.iter(f"{W}r"), None)
    size = styles.look(run, paragraph).size_pt if run is not None else None
    return round(twips / 20 / size, 1) if size else 0.0


def _has_page(part: "_Element") -> bool:
    fields = [text.text or "" for text in part.iter(f"{W}instrText")]
    fields += [field.get(f"{W}instr") or "" for field in part.iter(f"{W}fldSimple")]
    return any("PAGE" in field.upper().split() for field in fields)
