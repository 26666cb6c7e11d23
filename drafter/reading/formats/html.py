"""Read a saved web page as blocks: the report in it, without the page around it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.findings import Finding, Severity
from drafter.reading.formats.encoding import Decoded
from drafter.reading.formats.text import damage_findings
from drafter.reading.formats.web.blocks import Reader, shown_text
from drafter.reading.formats.web.content import main_content
from drafter.reading.formats.web.tree import parse_page, take_out
from drafter.reading.source import SourceBlock, SourceDocument, SourceFormat, SourceLine

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HIDDEN_TOLD = 20
"""Fewer hidden characters than this are the site's own small print."""
_DATE = re.compile(r"(20\d\d)\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})")
_PUBLISHED = re.compile(
    r"(?:[发發][布佈]|公[开開布]|生成|成文|[创創]建|更新)(?:日期|[时時][间間])?\s*[:：]\s*[\[【]?\s*"
    r"(20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2})"
)
_METAS = ("pubdate", "publishdate", "firstpublishedtime", "article:published_time", "dc.date", "publishtime")
_TITLES = ("articletitle", "og:title", "title", "dc.title")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_FURNITURE = re.compile(
    r"^\s*(?:[【\[（(]?\s*(?:字[体體号號]|打印|[关關][闭閉]|分享|收藏|[浏瀏][览覽]|[阅閱][读讀]|[点點][击擊]|下[载載]|[当當]前位置|[现現]在位置|您[现現]?"
    r"在的?位置|首[页頁]\s*[>›»]|上一[篇条條]|下一[篇条條]|[扫掃]一[扫掃]|[责責]任[编編][辑輯]|信息[来來]源|[来來]源|作者"
    r"|[发發][布佈](?:日期|[时時][间間]|[机機][构構])|索引[号號]|文[号號]|【?大中小】?|[无無]障[碍礙]))"
)


def read_html(path: Path, decoded: Decoded) -> SourceDocument:
    """Return the blocks of the report in a page. Raises InputError for a page without content."""
    root = parse_page(path, decoded.text)
    metadata = _metadata(root, decoded.text)
    hidden = take_out(root)
    reader = Reader(path)
    reader.read(main_content(root))
    metadata.setdefault("published", _published(root))
    blocks = _renumbered([block for block in reader.blocks if not _is_furniture(block)])
    findings = [*damage_findings(decoded)]
    if hidden >= HIDDEN_TOLD:
        message = f"网页里有 {hidden} 个字设成了不显示，读者看不到，没有读取。"
        findings.append(Finding("hidden-text", Severity.INFO, "file", message, "请核对是不是多余的内容。"))
    known = {name: text for name, text in metadata.items() if text}
    return SourceDocument(path.name, SourceFormat.HTML, tuple(blocks), reader.images, None, known, tuple(findings))


def _is_furniture(block: SourceBlock) -> bool:
    """Return whether a line is the page's and not the report's, such as 字号：大 中 小."""
    if not isinstance(block, SourceLine) or len(block.text) > 80 or "。" in block.text:
        return False
    return bool(_FURNITURE.match(block.text))


def _renumbered(blocks: list[SourceBlock]) -> list[SourceBlock]:
    from dataclasses import replace

    return [replace(block, place=replace(block.place, block=number)) for number, block in enumerate(blocks, start=1)]


def _metadata(root: "HtmlElement", text: str) -> dict[str, str]:
    metas = {
        (meta.get("name") or meta.get("property") or "").strip().lower(): (meta.get("content") or "").strip()
        for meta in root.iter("meta")
    }
    links = [link.get("href", "") for link in root.iter("link") if link.get("rel", "").lower() == "canonical"]
    saved = _SAVED_FROM.search(text[:2000])
    title = root.find(".//title")
    found = {"address": next((link for link in (*links, metas.get("og:url"), saved and saved[1]) if link), "")}
    found["title"] = next((metas[name] for name in _TITLES if metas.get(name)), "")
    if not found["title"] and title is not None:
        found["title"] = shown_text(title.text or "").strip()
    dates = [match for name in _METAS if (match := _DATE.search(metas.get(name, "")))]
    if dates:
        found["published"] = _iso(dates[0])
    return found


def _published(root: "HtmlElement") -> str:
    """Return the date that the page gives as that of publication; empty where it gives none."""
    whole = "".join(f"{text} " for text in root.itertext())
    match = _PUBLISHED.search(shown_text(whole))
    date = _DATE.match(match[1]) if match else None
    return _iso(date) if date else ""


def _iso(match: "re.Match[str]") -> str:
    return f"{match[1]}-{int(match[2]):02d}-{int(match[3]):02d}"
