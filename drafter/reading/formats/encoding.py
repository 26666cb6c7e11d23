"""Bytes as text: byte order marks, UTF-8, the GB encodings, and what a page declares."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InputError

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)|<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.-]+)", re.I)
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
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if content.startswith(mark):
            return _checked(path, content.decode(name, "replace"), strict=False)
    for name in dict.fromkeys(("utf-8", _known(declared), "gb18030")):
        try:
            return _checked(path, content.decode(name), strict=False) if name else _never()
        except (UnicodeDecodeError, LookupError):
            continue
    tries = [content.decode(name, "replace") for name in ("utf-8", "gb18030")]
    return _checked(path, min(tries, key=lambda text: text.count("\ufffd")), strict=True)


def _never() -> Decoded:
    raise LookupError


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
