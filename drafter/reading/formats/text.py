"""Read plain text: a line a block, whatever tables it draws left to those who know the form."""

from pathlib import Path

from drafter.errors import InputError
from drafter.findings import Finding, Severity
from drafter.reading.formats.encoding import Decoded
from drafter.reading.source import Place, SourceDocument, SourceFormat, SourceLine

MAX_LINES = 200_000


def read_text(path: Path, decoded: Decoded) -> SourceDocument:
    """Return the lines of a text; empty ones are kept, because columns are counted by them."""
    lines = text_lines(path, decoded.text)
    blocks = tuple(SourceLine(line, Place(number, line=number)) for number, line in enumerate(lines, start=1))
    return SourceDocument(path.name, SourceFormat.TEXT, blocks, findings=damage_findings(decoded))


def text_lines(path: Path, text: str) -> list[str]:
    """Return the lines of a text. Raises InputError where there are more than any report has."""
    if text.count("\n") > MAX_LINES:
        raise InputError(path, f"有 {text.count(chr(10))} 行，不像年度报告，没有读取")
    # Form feeds are page breaks of text made from PDF; str.splitlines would also break at signs inside a line.
    lines = text.replace("\f", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def damage_findings(decoded: Decoded) -> tuple[Finding, ...]:
    """Return that some characters could not be decoded."""
    if not decoded.damaged:
        return ()
    message = f"有 {decoded.damaged} 个字的编码是坏的，显示为“\ufffd”，所在的地方可能读不准。"
    return (Finding("text-damaged", Severity.WARNING, "file", message, "请找没有乱码的原文件。"),)
