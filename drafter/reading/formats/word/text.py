"""The text of a paragraph as Word shows it with all changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.reading.formats.word.names import MC, A, V, W, value
from drafter.reading.formats.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}tblPr", f"{W}ruby"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_BOXES = {f"{W}txbxContent"}


@dataclass(slots=True)
class Oddities:
    """What was met on the way and is not in the text, or is there only because changes were taken as accepted."""

    hidden: int = 0
    deleted: int = 0
    inserted: int = 0
    images: int = 0
    embedded: int = 0
    comments: int = 0
    boxes: "list[_Element]" = field(default_factory=list)
    """Text boxes of the paragraph in hand, to be read after it."""


def paragraph_text(paragraph: "_Element", styles: Styles, odd: Oddities) -> str:
    """Return what a paragraph shows; a break in it is a newline."""
    style = value(paragraph, "pPr/pStyle")
    parts: list[str] = []
    for element in shown(paragraph, odd, {f"{W}r"}):
        if element.tag == f"{W}r":
            text = "".join(_run_text(element, odd))
            if text and styles.is_hidden(element, style):
                odd.hidden += len(text.strip())
            else:
                parts.append(text)
    return "".join(parts)


def shown(root: "_Element", odd: Oddities, whole: set[str]) -> "Iterator[_Element]":
    """Yield the elements below a root in order, without what was deleted; those of the tags `whole` are not entered."""
    stack = [root.iterchildren()]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        if element.tag in {f"{W}del", f"{W}moveFrom"}:
            odd.deleted += sum(len(text.text or "") for text in element.iter(f"{W}delText", f"{W}t"))
            continue
        if element.tag in _LEFT_OUT or not isinstance(element.tag, str):
            continue
        if element.tag in {f"{W}ins", f"{W}moveTo"}:
            odd.inserted += sum(len(text.text or "") for text in element.iter(f"{W}t"))
        if element.tag == f"{MC}AlternateContent":
            stack.append(_chosen(element))
            continue
        yield element
        if element.tag not in whole:
            stack.append(element.iterchildren())


def _chosen(element: "_Element") -> "Iterator[_Element]":
    """Return the children of one alternative: the two say the same."""
    found = element.find(f"{MC}Choice")
    found = element.find(f"{MC}Fallback") if found is None else found
    return iter(()) if found is None else found.iterchildren()


def _run_text(run: "_Element", odd: Oddities) -> Iterator[str]:
    """Yield the texts of a run; text boxes and pictures in it are counted and left for later."""
    stack = [run.iterchildren()]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in _SIGNS:
            yield _SIGNS[str(element.tag)]
        elif element.tag == f"{W}sym":
            yield _symbol(element)
        elif element.tag in _BOXES:
            odd.boxes.append(element)
        elif element.tag == f"{MC}AlternateContent":
            stack.append(_chosen(element))
        elif isinstance(element.tag, str) and element.tag not in _LEFT_OUT:
            _count(element, odd)
            stack.append(element.iterchildren())


def _count(element: "_Element", odd: Oddities) -> None:
    if element.tag in {f"{A}blip", f"{V}imagedata"}:
        odd.images += 1
    elif element.tag == f"{W}commentReference":
        odd.comments += 1
    elif element.tag == f"{W}object":
        odd.embedded += 1


def _symbol(element: "_Element") -> str:
    """Return a character of a symbol font; those of the private area have no meaning outside their font."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code < 0xD800 else ""
