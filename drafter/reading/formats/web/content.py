"""Which part of a page is the report: the smallest that holds all that only a report says."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGNS = re.compile(
    r"第二十[条條]\s*第|信息[内內]容|[统統][计計]期限|主[动動]公[开開]政府信息情[况況]|[总總][体體]情[况況]\s*$"
    r"|收到和[处處]理政府信息公[开開]申[请請]|行政[复復復]?[议議].{0,3}行政[诉訴][讼訟]情[况況]|存在的主要[问問][题題]"
    r"|其他需要[报報]告的事[项項]|自然人|予以公[开開]|[规規]章|行政[处處]罚|[结結]果[维維]持|信息[处處]理[费費]"
    r"|[现現][将將].{0,40}[报報]告如下"
)
_TITLE = re.compile(r"[年度]?政[府务務].{0,8}公[开開].{0,6}[报報]告")
_ASIDE = re.compile(
    r"(?:^|[-_\s])(?:nav|menu|crumbs?|breadcrumb|position|location|dqwz|weizhi|footer?|foot|header|sidebar|aside|share"
    r"|related|toolbar|copyright|search|pagination)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_ROOMY = 40
MAX_CLIMB = 60


def main_content(root: "HtmlElement") -> "HtmlElement":
    """Return the element that holds the report; the whole body where nothing tells."""
    body = root.find("body")
    if body is None:
        return root
    signs = [element for element in body.iter() if isinstance(element.tag, str) and _is_sign(element)]
    if not signs:
        return body
    common = _common(signs[: 4 * _ROOMY])
    return _with_title(common, body)


def _is_sign(element: "HtmlElement") -> bool:
    """Return whether an element itself, not one in it, says something that only a report says."""
    text = (element.text or "") + "".join(child.tail or "" for child in element.iterchildren())
    if element.tag in {"a", "option", "li", "title"} or not _SIGNS.search(text):
        return False
    return not any(parent.tag == "a" or is_aside(parent) for parent in _parents(element))


def is_aside(element: "HtmlElement") -> bool:
    """Return whether an element calls itself navigation, head or foot of the page."""
    if element.tag in {"footer", "aside"}:
        return True
    return bool(_ASIDE.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _parents(element: "HtmlElement") -> "list[HtmlElement]":
    return [parent for parent, _ in zip(element.iterancestors(), range(MAX_CLIMB), strict=False)]


def _common(elements: "list[HtmlElement]") -> "HtmlElement":
    """Return the nearest element that holds all of them."""
    shared = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        around = {element, *element.iterancestors()}
        shared = [parent for parent in shared if parent in around]
    return shared[0]


def _with_title(element: "HtmlElement", body: "HtmlElement") -> "HtmlElement":
    """Return the element, or a parent of it near by that has the title and the preamble as well."""
    best = element
    if best.tag in {"table", "tbody", "tr", "td", "th", "p", "span", "font", "b", "strong"}:
        best = _roomy(best, body)
    length = _length(best)
    for parent, _ in zip(best.iterancestors(), range(MAX_CLIMB), strict=False):
        if _has_title(best) or parent.tag == "html":
            break
        if _length(parent) > 1.5 * length + 1500:
            break
        if parent is body or _has_title(parent) or parent.tag in {"td", "tr", "tbody", "table"}:
            best = parent
    return best


def _roomy(element: "HtmlElement", body: "HtmlElement") -> "HtmlElement":
    for parent in element.iterancestors():
        if parent is body or parent.tag in {"div", "article", "main", "section", "td"}:
            return parent
    return body


def _has_title(element: "HtmlElement") -> bool:
    return any(_TITLE.search(text) for text, _ in zip(element.itertext(), range(400), strict=False))


def _length(element: "HtmlElement") -> int:
    return sum(len(text.strip()) for text in element.itertext())
