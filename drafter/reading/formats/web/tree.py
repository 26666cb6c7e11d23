"""The tree of a page: broken markup mended as browsers do, and what does not show taken out."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import InputError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_ELEMENTS = 600_000
FORM_TEXT = 300
"""A search box has a few words; a form with more text than this is around the page."""
_GONE = (
    *("script", "style", "nav", "noscript", "template", "iframe", "object", "embed", "svg", "math", "head", "form"),
    *("select", "button", "textarea", "audio", "video", "canvas", "map"),
)
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")
_INLINE = re.compile(r"</?(?:font|b|i|u|em|strong|span|small|big|a|center|label|ins|sub|sup)\b[^>]*>", re.IGNORECASE)
_BOXES = re.compile(r"(</?)(?:div|section|article|main|blockquote)\b", re.IGNORECASE)
_WORD_XML = re.compile(r"<!\[if[^\]]*\]>|<!\[endif\]>|</?o:p[^>]*>", re.IGNORECASE)


def parse_page(path: Path, text: str) -> "HtmlElement":
    """Return the root of a page. Raises InputError where it holds nothing, or more than any page does."""
    text = _WORD_XML.sub("", _XML_HEAD.sub("", _CONTROL.sub("", text)))
    root, is_whole = _parsed(path, text)
    if not is_whole:
        # Unclosed tags nest without end, and the parser stops at some depth: paragraphs do not nest.
        root, is_whole = _parsed(path, _BOXES.sub(r"\1p", _INLINE.sub("", text)))
    if not is_whole:
        raise InputError(path, "网页的标签一层套一层，太深了，没有读取；请用浏览器打开，复制正文另存为 Word 再试")
    if sum(1 for _ in root.iter()) > MAX_ELEMENTS:
        raise InputError(path, "网页太复杂，不像年度报告，没有读取")
    return root


def _parsed(path: Path, text: str) -> "tuple[HtmlElement, bool]":
    """Return the root of a page, and whether the parser came to its end."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(path, "网页里没有内容") from error
    # The log is an open class of lxml; an entry that stopped the parser is fatal.
    return root, not any("depth" in entry.message.lower() for entry in parser.error_log)


def take_out(root: "HtmlElement") -> int:
    """Take out what does not show, and return how many characters were hidden in the text."""
    hidden = 0
    for element in [*root.iter()]:
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
            hidden += sum(len(part.strip()) for part in element.itertext())
            _drop(element)
        elif element.tag in _GONE and not _holds_page(element):
            _drop(element)
    return hidden


def _holds_page(element: "HtmlElement") -> bool:
    """Return whether a form wraps the whole page, as some site software writes it."""
    if element.tag != "form":
        return False
    return next(element.iter("table", "p"), None) is not None or sum(map(len, element.itertext())) > FORM_TEXT


def _drop(element: "HtmlElement") -> None:
    """Remove an element; the text behind it stays where it is."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
