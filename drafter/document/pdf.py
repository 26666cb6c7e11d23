"""Write a report as PDF by typst: the page of the Word file, typeset here.

The text reaches the typesetter as data, never as markup. A character that no font has is an error, never a box.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from drafter.document.blocks import CellRole, Document, Grid, GridCell, Heading, Paragraph, Signature, TableBlock, Title
from drafter.document.characters import check_characters
from drafter.document.fonts import INSTALL, FontBook, font_book
from drafter.document.measures import column_widths, font_size, is_block_title, is_left
from drafter.document.titles import title_lines
from drafter.errors import OutputError
from drafter.richtext import PieceKind, Text, joined

TEMPLATE = Path(__file__).resolve().parent / "templates" / "report.typ"
BREAKABLE_ROWS = 9
"""A label over so many rows or more may go on on the next page."""


def write_pdf(document: Document) -> bytes:
    """Return the report as PDF; equal documents give equal bytes on one machine.

    Raises MissingExtra without typst, OutputError for a missing font or a character that no font has.
    """
    check_characters(document)
    book = font_book()
    blocks = list(_blocks(document))
    _check_glyphs(book, blocks)
    data = {
        "title": document.title,
        "author": document.organ,
        "keywords": list(document.keywords),
        "fonts": book.chains,
        "blocks": blocks,
    }
    return _typeset(json.dumps(data, ensure_ascii=False), _compiler(book))


def _typeset(data: str, compiler: Any) -> bytes:
    import typst

    try:
        result, warnings = compiler.compile_with_warnings(format="pdf", sys_inputs={"data": data}, timestamp=0)
    except typst.TypstError as error:
        raise OutputError(f"生成 PDF 时出错：{error}") from error
    if warnings:
        raise OutputError(f"生成 PDF 时排版程序有警告：{'；'.join(str(warning) for warning in warnings)}。{INSTALL}")
    return bytes(result)


@cache
def _compiler(book: FontBook) -> Any:
    """Return the compiler of a font book; it is kept, because setting one up costs more than a report."""
    import typst

    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=book.handle)


def _check_glyphs(book: FontBook, blocks: list[dict[str, Any]]) -> None:
    for block in blocks:
        if missing := book.missing(block["plain"], block["role"]):
            raise OutputError(f"已安装的字体里没有“{'、'.join(missing)}”这些字，PDF 里会显示成方框。{INSTALL}")


def _blocks(document: Document) -> Iterator[dict[str, Any]]:
    following = (*document.blocks[1:], None)
    for block, after in zip(document.blocks, following, strict=False):
        match block:
            case Title():
                yield _lines("title", "title", title_lines(document, block.text))
            case Heading():
                role = "hei" if block.level == 1 else "kai"
                yield {**_lines("heading", role, (block.text,)), "level": min(block.level, 2)}
            case Paragraph():
                text = joined(sentence.text for sentence in block.sentences)
                yield {**_lines("paragraph", "fangsong", (text,)), "leads": isinstance(after, TableBlock)}
            case Signature():
                yield _lines("signature", "fangsong", block.lines)
            case TableBlock():
                yield _table(block.grid)


def _lines(kind: str, role: str, lines: tuple[Text, ...]) -> dict[str, Any]:
    pieces = [[{"text": piece.text, "gap": piece.kind is PieceKind.GAP} for piece in line.pieces] for line in lines]
    return {"kind": kind, "role": role, "lines": pieces, "plain": "".join(str(line) for line in lines)}


def _table(grid: Grid) -> dict[str, Any]:
    """Return a table in parts that each stay on one page; a table with header rows is one part that may break."""
    widths = column_widths(grid)
    parts: list[list[dict[str, Any]]] = []
    top = 0
    for row in grid.rows:
        if not parts or (row and is_block_title(grid, row[0])):
            parts.append([])
            top = row[0].row if row else top
        parts[-1] += [_cell(grid, cell, sum(widths[cell.column : cell.column + cell.colspan]), top) for cell in row]
    return {
        "kind": "table",
        "role": "fangsong",
        "plain": "".join(cell.text for cell in grid.cells()),
        "widths": [width / 20 for width in widths],
        "header_rows": grid.header_rows,
        "breaks": grid.header_rows > 0,
        "is_dense": grid.head_width > 1,
        "parts": parts,
    }


def _cell(grid: Grid, cell: GridCell, width: int, top: int) -> dict[str, Any]:
    return {
        "text": cell.text,
        "x": cell.column,
        "y": cell.row - top,
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        "breakable": cell.rowspan >= BREAKABLE_ROWS,
        "left": is_left(grid, cell),
        "size": font_size(cell.text, width),
        "gap": cell.role is CellRole.VALUE and "【待补" in cell.text,
    }
