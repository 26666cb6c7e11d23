"""Bytes as text: byte order marks, UTF-8, the GB encodings, and what a page declares."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InputError

_DECLARED = re.compile(
    rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)|<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.-]+)", re.IGNORECASE
)
_GB = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "ms936", "euc-cn", "gb18030", "hz-gb-2312"}
_MOST_DAMAGED = 0.01


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how many of its characters could not be decoded and stand as U+FFFD."""

    text: str
    damaged: int = 0


def decode(path: Path, content: bytes, declared: str = "") -> Decoded:
    """Return the text of a file. `declared` is what a page says of itself; the bytes have the last word.

    Raises InputError where no encoding fits.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return _checked(path, content.decode(name, "replace"), strict=False)
    as_utf8 = content.decode("utf-8", "replace")
    # GB text is full of faults as UTF-8, while UTF-8 with a fault or two may pass as GB and mean nothing.
    if as_utf8.count("\ufffd") <= len(as_utf8) * _MOST_DAMAGED:
        return _checked(path, as_utf8, strict=False)
    for name in (_known(declared), "gb18030"):
        if name and (text := _strictly(content, name)) is not None:
            return _checked(path, text, strict=False)
    return _checked(path, content.decode("gb18030", "replace"), strict=True)


def _strictly(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def declared_charset(content: bytes) -> str:
    """Return the encoding that a page declares in its first bytes; empty where it declares none."""
    match = _DECLARED.search(content[:4096])
    return (match[1] or match[2]).decode() if match else ""


def _known(name: str) -> str:
    """Return how Python calls an encoding; the GB ones are read as their superset, as browsers do."""
    if name.lower() in _GB:
        return "gb18030"
    try:
        return codecs.lookup(name).name if name else ""
    except LookupError:
        return ""


def _checked(path: Path, text: str, *, strict: bool) -> Decoded:
    if "\x00" in text:
        raise InputError(path, "含有空字符，不是文本文件，或者已经损坏")
    damaged = text.count("\ufffd")
    if strict and damaged > max(len(text) * _MOST_DAMAGED, 3):
        raise InputError(path, "认不出文字的编码；请用记事本打开，另存为 UTF-8 再试")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), damaged)
