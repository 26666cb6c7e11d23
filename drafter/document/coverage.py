"""Which characters a font file has, read from its `cmap` table.

A typesetter draws a box for a character that no font has and says nothing; this is how we say it.
Source: ISO/IEC 14496-22 (OpenType), tables `ttcf`, `cmap` formats 4 and 12.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import unpack_from

_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}


@cache
def characters(path: Path, index: int) -> frozenset[int]:
    """Return the code points that face `index` of a font file has a glyph for. Raises OSError where it cannot."""
    data = path.read_bytes()
    start: int = unpack_from(">L", data, 12 + 4 * index)[0] if data[:4] == b"ttcf" else 0
    codes: set[int] = set()
    for table in _cmap_tables(data, start):
        form: int = unpack_from(">H", data, table)[0]
        if form == 4:
            codes.update(_format_4(data, table))
        elif form == 12:
            codes.update(_format_12(data, table))
    return frozenset(codes)


def _cmap_tables(data: bytes, start: int) -> Iterator[int]:
    count: int = unpack_from(">H", data, start + 4)[0]
    for number in range(count):
        tag, _, offset, _ = unpack_from(">4sLLL", data, start + 12 + 16 * number)
        if tag == b"cmap":
            for entry in range(unpack_from(">H", data, offset + 2)[0]):
                platform, encoding, place = unpack_from(">HHL", data, offset + 4 + 8 * entry)
                if (platform, encoding) in _UNICODE:
                    yield offset + place


def _format_4(data: bytes, table: int) -> Iterator[int]:
    """Yield the codes of a table of segments: ends, starts, deltas and offsets, each an array of 16-bit numbers."""
    double: int = unpack_from(">H", data, table + 6)[0]
    for place in range(table + 14, table + 14 + double, 2):
        last, first = unpack_from(">H", data, place)[0], unpack_from(">H", data, place + double + 2)[0]
        delta = unpack_from(">H", data, place + 2 * double + 2)[0]
        at = place + 3 * double + 2
        offset = unpack_from(">H", data, at)[0]
        for code in range(first, last + 1):
            stored: int = unpack_from(">H", data, at + offset + 2 * (code - first))[0] if offset else code
            if stored and (stored + delta) % 0x10000:
                yield code


def _format_12(data: bytes, table: int) -> Iterator[int]:
    for number in range(unpack_from(">L", data, table + 12)[0]):
        first, last = unpack_from(">LL", data, table + 16 + 12 * number)
        yield from range(first, last + 1)
