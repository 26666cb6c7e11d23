"""A label as the page has it, and the same label without what pages do to it."""

import re
from functools import cache, lru_cache
from typing import Any

from drafter.resources import read_text
from drafter.yamltree import parse_own

# Only ASCII's full-width twins and odd blanks: NFKC would also turn ① into 1 and ² into 2.
_NARROW = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | dict.fromkeys((0x3000, 0xA0, 0x2002, 0x2003), " ")
_UNSEEN = re.compile(r"[\s​-‏⁠﻿­]+")
_MARKUP = re.compile(r"\\(?=[^\w\s减])|\*\*|&nbsp;|<br ?/?>")
_READING = re.compile(r"\([a-zA-Zü\u00c0-\u01dc]+\)")
_ORDINAL = re.compile(
    r"(?P<section>[一二三四五六七八九十]{1,2})[、.]|\((?P<part>[一二三四五六七八九十]{1,2})\)|\(?(?P<item>\d{1,2})[.、)](?!\d)"
)
_NOT_WORD = re.compile(r"[\W_]+")


@cache
def wording() -> dict[str, Any]:
    """Return `schemas/reading/labels.yaml`: what pages write for a label and what they write for nothing."""
    value: dict[str, Any] = parse_own(read_text("schemas/reading/labels.yaml")).value
    return value


@cache
def _traditional() -> frozenset[str]:
    return frozenset(wording()["traditional"])


@cache
def _converter() -> Any:
    # opencc takes 30 ms to load and most reports have no use for it.
    import opencc

    return opencc.OpenCC("t2s")


def narrow(text: str) -> str:
    """Return a text with the full-width forms of ASCII as ASCII and odd blanks as blanks."""
    return text.translate(_NARROW)


def squeezed(text: str) -> str:
    """Return a text without blanks, marks of pronunciation `(xiàng)` and markup, half-width and in Simplified."""
    text = _MARKUP.sub("", narrow(text))
    text = _READING.sub("", _UNSEEN.sub("", text))
    return str(_converter().convert(text)) if not _traditional().isdisjoint(text) else text


@lru_cache(maxsize=4096)
def flat(text: str) -> str:
    """Return the words of a label, those in its brackets among them."""
    return _NOT_WORD.sub("", squeezed(text))


@lru_cache(maxsize=4096)
def core(text: str) -> str:
    """Return the words of a label without its ordinal and without glosses in brackets, closed or cut."""
    text = squeezed(text)
    if found := _ORDINAL.match(text):
        text = text[found.end() :]
    return _NOT_WORD.sub("", _without_glosses(text))


@lru_cache(maxsize=4096)
def ordinal(text: str) -> str:
    """Return the ordinal before a label, such as `（三）` as (三) and `3．` as 3; empty where there is none."""
    found = _ORDINAL.match(squeezed(text))
    if not found:
        return ""
    return found["item"] or (f"({found['part']})" if found["part"] else found["section"])


def _without_glosses(text: str) -> str:
    kept, depth = [], 0
    for sign in text.translate({ord("["): "(", ord("]"): ")", ord("【"): "(", ord("】"): ")"}):
        if sign == "(":
            depth += 1
        elif sign == ")":
            # A bracket that was opened in another line: all that stands before it is gloss.
            kept, depth = (kept, depth - 1) if depth else ([], 0)
        elif not depth:
            kept.append(sign)
    return "".join(kept)
