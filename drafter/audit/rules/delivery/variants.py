"""J02: several files of the same report that do not say the same."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from drafter.audit.audited import Audited
from drafter.audit.labels import bare
from drafter.audit.placing import at_cell, at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.reading.report import CellState, PublishedReport
from drafter.reading.source import SourceLine

_SENTENCE = re.compile("[^。；]+")
_DIGITS = re.compile("[0-9]+")
_NOT_WORD = re.compile(r"[\W_]+")
_LIKE = 0.6
_MOST = 3
"""More differences than this between two files are counted, not named."""

Sentence = tuple[str, SourceLine, tuple[int, int]]


def _variants(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every cell and sentence that another file of the report has otherwise."""
    for variant in audited.variants:
        cells, sentences = list(_cells(audited.report, variant)), list(_sentences(audited, variant))
        if cells or sentences:
            yield _headline(variant.source.name, len(cells), len(sentences))
        yield from _first(cells)
        yield from _first(sentences)


def _headline(name: str, cells: int, sentences: int) -> Spot:
    """Return what is said of the two files as a whole; each difference is an own finding at its place."""
    counts = ((cells, "表格里 {} 格"), (sentences, "文字里 {} 句"))
    told = "、".join(words.format(count) for count, words in counts if count)
    return Spot(f"{name}与本文件不一致：{told}不同", _ADVICE, "file", severity=Severity.INFO)


def _first(spots: list[Spot]) -> Iterator[Spot]:
    rest = len(spots) - _MOST
    for number, spot in enumerate(spots[:_MOST], start=1):
        more = f"（另有 {rest} 处不同，没有一一列出）" if rest > 0 and number == _MOST else ""
        yield Spot(spot.message + more, spot.suggestion, spot.where, spot.place, spot.quote, spot.mark, spot.severity)


def _cells(report: PublishedReport, variant: PublishedReport) -> Iterator[Spot]:
    name = variant.source.name
    for path, cell in report.cells.items():
        other = variant.cells.get(path)
        if other is None or CellState.READ not in (cell.state, other.state):
            continue
        is_clear = {cell.state, other.state} <= {CellState.READ, CellState.BLANK}
        if is_clear and (cell.state is not other.state or cell.value != other.value):
            mine, theirs = (_shown(item.value) for item in (cell, other))
            message = f"{report.form.cells[path].label}这里是 {mine}，{name}里是 {theirs}"
            yield at_cell(report, path, message, _ADVICE)


def _shown(value: Number | None) -> str:
    return "空的" if value is None else shown(value)


_ADVICE = "同一份报告的各个版本应当一字不差；请以定稿为准统一"


def _sentences(audited: Audited, variant: PublishedReport) -> Iterator[Spot]:
    """Yield a spot for every sentence that only one of two files has; other figures weigh more than other words."""
    mine = _texts(audited)
    other = Audited(variant, audited.year, audited.form, audited.profile)
    theirs = _texts(other)
    theirs_left = Counter({key: len(items) for key, items in theirs.items()})
    theirs_left.subtract({key: len(items) for key, items in mine.items()})
    missing = [key for key, count in theirs_left.items() if count > 0]
    for key, items in mine.items():
        if theirs_left[key] < 0:
            yield _difference(items[0], key, missing, theirs, variant)
    for key in missing:
        _, line, (start, end) = theirs[key][0]
        message = f"{variant.source.name}多出一句“{line.text[start:end].strip()}”"
        yield Spot(message, _ADVICE, "file", severity=Severity.WARNING)


def _difference(
    found: Sentence, key: str, missing: list[str], theirs: dict[str, list[Sentence]], variant: PublishedReport
) -> Spot:
    where, line, mark = found
    near = max(missing, key=lambda item: SequenceMatcher(None, key, item).ratio(), default=None)
    if near is None or SequenceMatcher(None, key, near).ratio() < _LIKE:
        message = f"{variant.source.name}里没有这一句"
        return at_line(where, line, message, _ADVICE, mark=mark, severity=Severity.WARNING)
    missing.remove(near)
    _, other, (start, end) = theirs[near][0]
    has_other_figures = _DIGITS.findall(key) != _DIGITS.findall(near)
    severity = None if has_other_figures else Severity.WARNING
    message = f"{variant.source.name}里写的是“{other.text[start:end].strip()}”"
    return at_line(where, line, message, _ADVICE, mark=mark, severity=severity)


def _texts(audited: Audited) -> dict[str, list[Sentence]]:
    """Return the sentences of a report by their words and figures alone."""
    found: dict[str, list[Sentence]] = {}
    for where, line in audited.prose():
        for match in _SENTENCE.finditer(line.text):
            key = _NOT_WORD.sub("", bare(match.group()))
            if key:
                found.setdefault(key, []).append((where, line, match.span()))
    return found


RULES = (Rule("J02", "variants-differ", Severity.ERROR, "国办公开办函〔2021〕30号（内容准确）", _variants),)
