"""What `drafter audit` shows: a list by section for people, one JSON value for programs."""

import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drafter.cli.console import NAMES, summary

if TYPE_CHECKING:
    from drafter.audit.intake import Taken
    from drafter.audit.spot import Observation
    from drafter.findings import Finding
    from drafter.form.model import Form

_INDENT = " " * 7
_WIDTH = 96
"""How many columns of a console a quoted sentence may take; a Chinese character takes two."""
_HEADS = {"file": "文件", "title": "标题", "preamble": "引言", "unknown": "其他部分", "signature": "落款"}
_LEFT_OUT = "……"


def listing(file: Path, taken: "Taken", observations: "tuple[Observation, ...]") -> Iterator[str]:
    """Yield the lines of the list: counts, then section by section what was found."""
    from drafter.audit.auditing import READING, section_of

    findings = [*taken.findings, *(item.finding for item in observations)]
    yield f"{file}：{summary(findings)}"
    yield _about(taken)
    of_reading = [item.finding for item in observations if item.rule == READING]
    if taken.findings or of_reading:
        yield "\n读取文件"
        for finding in (*taken.findings, *of_reading):
            yield from _lines(finding)
    section = ""
    for item in (item for item in observations if item.rule != READING):
        if section_of(item) != section:
            section = section_of(item)
            yield f"\n{heading_of(section, taken.audited.form)}"
        yield from _item(item)
    if findings:
        yield f"\n共 {len(findings)} 处：{summary(findings)}。"


def _about(taken: "Taken") -> str:
    """Return whose report it is, as it was read."""
    audited = taken.audited
    title = "".join(audited.report.title.text.split()) if audited.report.title else "没有读到标题"
    year = f"{audited.year} 年度" if audited.year else "年度不明"
    read = sum(value is not None for value in audited.report.statistics.values.values())
    return f"《{title}》，{year}，{audited.form.edition} 版格式；表格读到 {read}/{len(audited.report.cells)} 格"


def heading_of(section: str, form: "Form") -> str:
    """Return how the list names a section."""
    titles = {item.key: item.heading for item in form.sections}
    return titles.get(section) or _HEADS.get(section) or _HEADS["unknown"]


def _item(item: "Observation") -> Iterator[str]:
    finding = item.finding
    place = f"{item.place} " if item.place else ""
    yield f"[{NAMES[finding.severity.value]}] {place}{finding.message}"
    if item.quote:
        yield f"{_INDENT}“{quoted(item.quote, item.mark)}”"
    if finding.suggestion:
        yield f"{_INDENT}→ {finding.suggestion}"
    yield f"{_INDENT}（{item.rule} {finding.code}，{finding.where}；依据：{item.source}）"


def _lines(finding: "Finding") -> Iterator[str]:
    yield f"[{NAMES[finding.severity.value]}] {finding.message}"
    if finding.suggestion:
        yield f"{_INDENT}→ {finding.suggestion}"
    yield f"{_INDENT}（{finding.code}，{finding.where}）"


def quoted(quote: str, mark: tuple[int, int] | None) -> str:
    """Return a sentence with the marked words in 【】, cut on both sides to what fits on a line."""
    start, end = mark or (0, 0)
    marked = quote[start:end]
    left, right = quote[:start], quote[end:]
    room = max(_WIDTH - width(marked), _WIDTH // 3)
    before = _last(left, room // 2) if left else ""
    after = _first(right, room - min(width(before), room // 2))
    text = f"【{marked}】" if marked else ""
    return " ".join(f"{before}{text}{after}".split())


def _first(text: str, room: int) -> str:
    kept = ""
    for character in text:
        room -= width(character)
        if room < 0:
            return f"{kept}{_LEFT_OUT}"
        kept += character
    return kept


def _last(text: str, room: int) -> str:
    reverse = _first(text[::-1], room)
    return f"{_LEFT_OUT}{reverse.removesuffix(_LEFT_OUT)[::-1]}" if reverse != text[::-1] else text


def width(text: str) -> int:
    """Return how many columns a text takes on a console."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def as_tree(file: Path, taken: "Taken", observations: "tuple[Observation, ...]") -> dict[str, Any]:
    """Return the audit as one JSON value: the report, the counts, and every observation with all its fields."""
    audited = taken.audited
    findings = [*taken.findings, *(item.finding for item in observations)]
    severities = [finding.severity.value for finding in findings]
    return {
        "file": str(file),
        "title": audited.report.title.text if audited.report.title else None,
        "organ": audited.report.contact.organ or None,
        "year": audited.year,
        "edition": audited.form.edition,
        "counts": {name: severities.count(name) for name in NAMES},
        "observations": [
            *(_tree_of_finding(finding) for finding in taken.findings),
            *(_tree(item) for item in observations),
        ],
    }


def _tree(item: "Observation") -> dict[str, Any]:
    return {
        **item.finding.to_json(),
        "rule": item.rule,
        "source": item.source,
        "quote": item.quote,
        "mark": list(item.mark) if item.mark else None,
        "place": asdict(item.place) if item.place else None,
        "conversion_suspect": item.conversion_suspect,
    }


def _tree_of_finding(finding: "Finding") -> dict[str, Any]:
    from drafter.audit.auditing import READING

    nothing = {"source": "", "quote": "", "mark": None, "place": None, "conversion_suspect": False}
    return {**finding.to_json(), "rule": READING, **nothing}
