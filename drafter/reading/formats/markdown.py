"""Read Markdown: `#` headings, pipe tables with their escapes, paragraphs and lines.

Only a table with its rule of dashes is one that the file marks; other rows with bars or tabs stay lines.
"""

import html
import itertools
import re
from pathlib import Path

from drafter.reading.formats.encoding import Decoded
from drafter.reading.formats.text import damage_findings, text_lines
from drafter.reading.source import Place, SourceBlock, SourceCell, SourceDocument, SourceFormat, SourceLine, SourceTable

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_BAR = re.compile(r"(?<!\\)\|")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_AUTOLINK = re.compile(r"(?<!\\)<((?:https?|ftp|mailto):[^\s<>]+)>")
_LINK = re.compile(r"(?<![\\!])\[((?:\\.|[^\[\]\\])*)\]\(([^()\s]*)\)")
_IMAGE = re.compile(r"(?<!\\)!\[[^\[\]]*\]\([^()]*\)")
_STRONG = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_MARK = re.compile(r"[ \t]{0,3}(?:[*+-]|>)[ \t]+(?=\S)")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def is_markdown(text: str) -> bool:
    """Return whether a text has marks of Markdown: a heading with `#`, or a table with its rule."""
    lines = text.split("\n", 5000)[:5000]
    has_table = any("|" in above and "|" in rule and _RULE.match(rule) for above, rule in itertools.pairwise(lines))
    return has_table or any(match[2].strip() for line in lines if (match := _HEADING.match(line)))


def read_markdown(path: Path, decoded: Decoded) -> SourceDocument:
    """Return the blocks of a Markdown text."""
    lines = text_lines(path, decoded.text)
    blocks: list[SourceBlock] = []
    number = tables = images = 0
    while number < len(lines):
        line = lines[number]
        images += len(_IMAGE.findall(line))
        place = Place(len(blocks) + 1, line=number + 1)
        if _opens_table(lines, number):
            end = _end_of_table(lines, number)
            tables += 1
            place = Place(len(blocks) + 1, line=number + 1, table=tables)
            blocks.append(_table(lines[number:end], place))
            number = end
            continue
        match = _HEADING.match(line)
        if match:
            blocks.append(SourceLine(_shown(match[2]), place, len(match[1])))
        else:
            blocks.append(SourceLine(_shown(_MARK.sub("", line, count=1)), place))
        number += 1
    metadata = {"title": first} if (first := _first_heading(blocks)) else {}
    findings = damage_findings(decoded)
    return SourceDocument(path.name, SourceFormat.MARKDOWN, tuple(blocks), images, None, metadata, findings)


def _first_heading(blocks: list[SourceBlock]) -> str:
    return next((block.text for block in blocks if isinstance(block, SourceLine) and block.level == 1), "")


def _opens_table(lines: list[str], number: int) -> bool:
    if number + 1 >= len(lines) or "|" not in lines[number]:
        return False
    rule = lines[number + 1]
    return bool(_RULE.match(rule)) and len(_row(rule)) == len(_row(lines[number]))


def _end_of_table(lines: list[str], number: int) -> int:
    end = number + 2
    while end < len(lines) and "|" in lines[end] and lines[end].strip():
        end += 1
    return end


def _row(line: str) -> list[str]:
    """Return the cells of a row as written; a bar behind a backslash is no border."""
    cells = _BAR.split(line.strip(" \t"))
    if cells and not cells[0].strip():
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1].strip() else cells


def _table(lines: list[str], place: Place) -> SourceTable:
    rows = [_row(lines[0]), *(_row(line) for line in lines[2:])]
    width = len(rows[0])
    cells = [
        SourceCell(_shown(text.strip(" \t")), row, column)
        for row, texts in enumerate(rows)
        # As Markdown has it: what stands beyond the heads is no cell. What is missing is not there, and not empty.
        for column, text in enumerate(texts[: max(width, 1)])
    ]
    return SourceTable(tuple(cells), place)


def _shown(text: str) -> str:
    """Return what a text shows: without marks, with its escapes and entities resolved once."""
    text = _LINK.sub(lambda match: match[1] or match[2], _IMAGE.sub("", text))
    text = _STRONG.sub(r"\2", _BREAK.sub("\n", _AUTOLINK.sub(r"\1", text)))
    parts: list[str] = []
    at = 0
    for match in re.finditer(f"{_ESCAPE.pattern}|{_ENTITY.pattern}", text):
        parts += [text[at : match.start()], match[1] or html.unescape(match[0])]
        at = match.end()
    return "".join([*parts, text[at:]])
