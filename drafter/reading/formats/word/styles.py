"""Styles of a Word file, with what each inherits: heading level, numbering, hiding, fonts, sizes, spacing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.reading.formats.word.names import A, W, find, is_on, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 20
_HEADINGS = ("heading ", "标题 ")


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are set, as far as anything says so."""

    font: str | None = None
    size_pt: float | None = None


class Styles:
    """The styles by id; every question is asked of a style, then of what it is based on."""

    def __init__(self, root: "_Element | None", theme: "_Element | None") -> None:
        self.styles: dict[str, _Element] = {}
        self.defaults: dict[str, str] = {}
        self.root = root
        self.theme_font = _theme_font(theme)
        for style in () if root is None else root.iterchildren(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            self.styles.setdefault(name, style)
            if style.get(f"{W}default") in {"1", "true", "on"}:
                self.defaults.setdefault(style.get(f"{W}type") or "", name)

    def chain(self, name: str | None, kind: str = "paragraph") -> "Iterator[_Element]":
        """Yield a style and those it is based on; the default style where there is no name or an unknown one."""
        current = name if name in self.styles else self.defaults.get(kind)
        for _ in range(_DEEPEST):
            style = self.styles.get(current or "")
            if style is None:
                return
            yield style
            current = value(style, "basedOn")

    def level(self, paragraph: "_Element") -> int | None:
        """Return the heading level of a paragraph from 1; None for body text."""
        direct = value(paragraph, "pPr/outlineLvl")
        if direct is not None:
            return _level(direct)
        for style in self.chain(value(paragraph, "pPr/pStyle")):
            outline = value(style, "pPr/outlineLvl")
            if outline is not None:
                return _level(outline)
            name = (value(style, "name") or "").lower()
            for lead in _HEADINGS:
                if name.startswith(lead) and name.removeprefix(lead).strip().isdigit():
                    return number(name.removeprefix(lead)) or None
        return None

    def name(self, paragraph: "_Element") -> str:
        """Return the name of a paragraph's style in lower case, such as title."""
        return next((value(style, "name") or "" for style in self.chain(value(paragraph, "pPr/pStyle"))), "").lower()

    def numbering(self, paragraph: "_Element") -> "tuple[_Element, str | None] | None":
        """Return the numbering properties that hold for a paragraph and the style they come from."""
        direct = find(paragraph, "pPr/numPr")
        if direct is not None:
            return direct, None
        for style in self.chain(value(paragraph, "pPr/pStyle")):
            found = find(style, "pPr/numPr")
            if found is not None:
                return found, style.get(f"{W}styleId")
        return None

    def is_hidden(self, run: "_Element", paragraph_style: str | None) -> bool:
        """Return whether the text of a run does not show."""
        direct = is_on(run, "rPr/vanish")
        if direct is not None:
            return direct
        named = value(run, "rPr/rStyle")
        chains = [self.chain(named, "character")] if named else []
        for chain in (*chains, self.chain(paragraph_style)):
            for style in chain:
                hidden = is_on(style, "rPr/vanish")
                if hidden is not None:
                    return hidden
        return False

    def look(self, run: "_Element", paragraph: "_Element") -> Look:
        """Return font (East Asian) and size of a run, styles resolved."""
        named = value(run, "rPr/rStyle")
        sources = [
            run,
            *(self.chain(named, "character") if named else ()),
            *self.chain(value(paragraph, "pPr/pStyle")),
        ]
        defaults = find(self.root, "docDefaults/rPrDefault")
        font: str | None = None
        size: str | None = None
        for source in [*sources, *([defaults] if defaults is not None else [])]:
            font = font or self._font(source)
            size = size or value(source, "rPr/sz")
        return Look(font, number(size) / 2 if size else None)

    def _font(self, source: "_Element") -> str | None:
        fonts = find(source, "rPr/rFonts")
        if fonts is None:
            return None
        if fonts.get(f"{W}eastAsiaTheme"):
            return self.theme_font or None
        return fonts.get(f"{W}eastAsia")

    def paragraph_value(self, paragraph: "_Element", path: str, name: str) -> str | None:
        """Return a paragraph property such as (`spacing`, `line`), styles and defaults resolved."""
        found = value(paragraph, f"pPr/{path}", name)
        if found is not None:
            return found
        for style in self.chain(value(paragraph, "pPr/pStyle")):
            found = value(style, f"pPr/{path}", name)
            if found is not None:
                return found
        return value(self.root, f"docDefaults/pPrDefault/pPr/{path}", name)


def _level(outline: str) -> int | None:
    """Return the heading level of an outline level; 9 means body text."""
    level = number(outline, 9)
    return level + 1 if 0 <= level < 9 else None


def _theme_font(theme: "_Element | None") -> str:
    """Return the East Asian body font of a theme."""
    minor = None if theme is None else theme.find(f".//{A}minorFont")
    if minor is None:
        return ""
    east = minor.find(f"{A}ea")
    if east is not None and east.get("typeface"):
        return east.get("typeface") or ""
    named = (font for font in minor.iterchildren(f"{A}font") if font.get("script") == "Hans")
    return next((font.get("typeface") or "" for font in named), "")
