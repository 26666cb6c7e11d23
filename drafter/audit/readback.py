"""Read a finished file again and compare it with the report it was made from.

Nothing of the writers is used here: a file is opened as anybody would open it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from typing import Any

from drafter.document.blocks import Document, Grid, Heading, Paragraph, Signature, TableBlock, Title
from drafter.findings import Finding, Severity

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d+);")
_HEADING = re.compile(r"#{1,6} +")


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a file says: its paragraphs with headings, empty ones left out, and the cells of every table in order."""

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Place:
    where: str
    text: str


def read_back(file_format: str, data: bytes) -> ReadBack:
    """Return what a docx, html or md file says. Raises ValueError for another format."""
    readers = {"docx": _read_docx, "html": _read_html, "md": _read_markdown}
    if file_format not in readers:
        raise ValueError(f"cannot read {file_format} back")
    return readers[file_format](data)


def disagreements(document: Document, file_format: str, data: bytes) -> list[Finding]:
    """Return a finding `file-differs` for every paragraph and cell that the file lacks, adds or says otherwise."""
    found = read_back(file_format, data)
    paragraphs = [place for place in _paragraphs(document) if place.text]
    findings = list(_differences(file_format, paragraphs, found.paragraphs))
    grids = list(document.grids())
    if len(grids) != len(found.tables):
        findings.append(_finding(file_format, "tables", f"{len(grids)} 张表", f"{len(found.tables)} 张表"))
    for grid, cells in zip(grids, found.tables, strict=False):
        expected = _pipe_cells(grid) if file_format == "md" else _cells(grid)
        findings += _differences(file_format, expected, cells)
    return findings


def _differences(file_format: str, expected: list[_Place], found: tuple[str, ...]) -> Iterator[Finding]:
    texts = [place.text for place in expected]
    if texts == list(found):
        return
    if len(texts) == len(found):
        for place, text in zip(expected, found, strict=True):
            if place.text != text:
                yield _finding(file_format, place.where, place.text, text)
        return
    for tag, left, right, low, high in SequenceMatcher(None, texts, found, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _changed(file_format, expected[left:right], found[low:high], expected[max(left - 1, 0)].where)


def _changed(file_format: str, expected: list[_Place], found: tuple[str, ...], before: str) -> Iterator[Finding]:
    for number in range(max(len(expected), len(found))):
        place = expected[number] if number < len(expected) else None
        text = found[number] if number < len(found) else None
        yield _finding(file_format, place.where if place else before, place.text if place else None, text)


def _finding(file_format: str, where: str, expected: str | None, found: str | None) -> Finding:
    wanted = "报告里没有" if expected is None else f"报告里是“{_short(expected)}”"
    stands = "文件里没有" if found is None else f"文件里是“{_short(found)}”"
    return Finding(
        "file-differs",
        Severity.ERROR,
        where,
        f"生成的 {file_format} 文件与报告不一致：{wanted}，{stands}",
        "这是程序的问题，文件没有保存；请重新生成，如仍出现，请联系维护人员",
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:30]}……{text[-25:]}"


def _paragraphs(document: Document) -> Iterator[_Place]:
    for block in document.blocks:
        match block:
            case Title():
                yield _Place("title", str(block.text))
            case Heading():
                yield _Place(block.section, str(block.text))
            case Paragraph():
                yield _Place(block.section, str(block))
            case Signature():
                yield from (_Place("signature", str(line)) for line in block.lines)
            case TableBlock():
                pass


def _cells(grid: Grid) -> list[_Place]:
    return [_Place(cell.path or f"{grid.key}.r{cell.row}c{cell.column}", cell.text) for cell in grid.cells()]


def _pipe_cells(grid: Grid) -> list[_Place]:
    """Return the cells of the pipe table that stands for a grid.

    The header rows are one line of label paths; a label over rows is in each of them; covered columns are empty.
    """
    places = [
        [_Place(f"{grid.key}.r{row}c{column}", "") for column in range(grid.width)] for row in range(len(grid.rows))
    ]
    heads = [""] * grid.width
    for cell in grid.cells():
        in_head = cell.row < grid.header_rows
        for row in range(cell.row, cell.row + cell.rowspan):
            places[row][cell.column] = _Place(cell.path or places[row][cell.column].where, cell.text)
        if in_head:
            last = cell.column + 1 if cell.rowspan > 1 and cell.colspan > 1 else cell.column + cell.colspan
            for column in range(cell.column, last):
                heads[column] += f"·{cell.text}"
    lines = places[grid.header_rows :]
    if grid.header_rows:
        lines = [[_Place(f"{grid.key}.c{at}", text.removeprefix("·")) for at, text in enumerate(heads)], *lines]
    return [place for line in lines for place in line]


def _read_docx(data: bytes) -> ReadBack:
    import docx

    body = docx.Document(BytesIO(data)).element.body
    paragraphs = [_word_text(element) for element in body.iterchildren(f"{_W}p")]
    tables = (tuple(_word_cells(element)) for element in body.iterchildren(f"{_W}tbl"))
    return ReadBack(tuple(text for text in paragraphs if text), tuple(tables))


def _word_cells(table: Any) -> Iterator[str]:
    for cell in table.iter(f"{_W}tc"):
        text = _word_text(cell)
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        is_covered = merge is not None and merge.get(f"{_W}val") != "restart"
        if text or not is_covered:
            yield text


def _word_text(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(f"{_W}t"))


def _read_html(data: bytes) -> ReadBack:
    from lxml import html

    main = html.document_fromstring(data.decode()).find(".//main")
    if main is None:
        return ReadBack((), ())
    tags = {"h1", "h2", "h3", "p"}
    texts = (element.text_content() for element in main.iter() if element.tag in tags)
    tables = (tuple(cell.text_content() for cell in table.iter("th", "td")) for table in main.iter("table"))
    return ReadBack(tuple(text for text in texts if text), tuple(tables))


def _read_markdown(data: bytes) -> ReadBack:
    paragraphs: list[str] = []
    tables: list[tuple[str, ...]] = []
    for block in data.decode().removesuffix("\n").split("\n\n"):
        if block.startswith("|"):
            lines = block.split("\n")
            cells = (cell for line in [lines[0], *lines[2:]] for cell in _PIPE.split(line)[1:-1])
            tables.append(tuple(_unescaped(cell.strip(" ")) for cell in cells))
        elif text := _unescaped(_HEADING.sub("", block, count=1) if block.startswith("#") else block):
            paragraphs.append(text)
    return ReadBack(tuple(paragraphs), tuple(tables))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: match[1] or chr(int(match[2])), text)
