"""xls and et: the old binary format, walked record by record before calamine lays anything out in memory."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from

from drafter.dossier.workbook.bounds import MAX_CELLS, Extent, TooMuch

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGED = "文件不完整或已损坏，请用 WPS 或 Excel 打开，另存为 xlsx 再试"
_ROOT, _STREAM = 5, 2
_ENCRYPTED = "文件加了密码，请在 WPS 或 Excel 里取消密码后再试"
_FREE, _ENTRY, _LEAST_TEXT = 0xFFFFFFFA, 128, 3
_BOF, _DIMENSIONS, _SST, _MULRK, _FILEPASS = (0x0009, 0x0209, 0x0409, 0x0809), 0x0200, 0x00FC, 0x00BD, 0x002F
_CELLS = {0x0203, 0x0204, 0x0205, 0x0006, 0x0206, 0x0406, 0x027E, 0x00FD, 0x00D6}


def safe_copy(content: bytes) -> bytes:
    """Return an old workbook that is safe to lay out, its claimed dimensions set to what its cells need.

    Raises TooMuch, which says why, for what is damaged, encrypted, too large, no workbook, or has macros.
    """
    try:
        return _checked(content)
    except (struct.error, IndexError) as error:
        raise TooMuch(_DAMAGED) from error


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream of the compound file: where its sectors begin, their size, and its own size."""

    starts: tuple[int, ...]
    sector: int
    size: int

    def offset(self, position: int) -> int:
        return self.starts[position // self.sector] + position % self.sector

    def content(self, file: bytes) -> bytes:
        return b"".join(file[start : start + self.sector] for start in self.starts)[: self.size]


def _checked(content: bytes) -> bytes:
    stream = _book_stream(content)
    safe, book = bytearray(content), stream.content(content)
    for start, length in _claims(book):
        for position in range(start, start + length):
            safe[stream.offset(position)] = 0
    return bytes(safe)


def _book_stream(content: bytes) -> _Stream:
    streams = dict(_streams(content))
    if "EncryptedPackage" in streams:
        raise TooMuch(_ENCRYPTED)
    if any(name.startswith("_VBA_PROJECT") for name in streams):
        raise TooMuch("文件里有宏。请在 WPS 或 Excel 里另存为不带宏的 xlsx 再试")
    stream = streams.get("Workbook") or streams.get("Book")
    if stream is None:
        raise TooMuch("这不是表格文件（可能是旧版 Word）；请另存为 xlsx 再试")
    return stream


def _claims(book: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the book claims dimensions: place and length. Raises TooMuch where its cells reach too far."""
    extent = Extent()
    for kind, start, length in _records(book):
        if kind == _FILEPASS:
            raise TooMuch(_ENCRYPTED)
        if kind == _SST and unpack_from("<I", book, start + 4)[0] > min(MAX_CELLS, len(book) // _LEAST_TEXT):
            raise TooMuch(_DAMAGED)
        if kind in _BOF:
            extent.new_sheet()
        elif kind == _DIMENSIONS:
            yield start, length
        elif kind in _CELLS:
            extent.add(*unpack_from("<HH", book, start))
        elif kind == _MULRK:
            row, first, last = *unpack_from("<HH", book, start), *unpack_from("<H", book, start + length - 2)
            extent.add(row, last, max(last - first + 1, 1))


def _records(book: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, start and length of every record."""
    position = 0
    while position + 4 <= len(book):
        kind, length = unpack_from("<HH", book, position)
        if position + 4 + length > len(book):
            raise TooMuch(_DAMAGED)
        yield kind, position + 4, length
        position += 4 + length


def _streams(content: bytes) -> Iterator[tuple[str, _Stream]]:
    """Yield the streams of a compound file by name."""
    file = _File(content)
    folder = _Stream(file.starts(file.number(48)), file.sector, len(content)).content(content)
    for place in range(0, len(folder) - _ENTRY + 1, _ENTRY):
        kind, first, size = folder[place + 66], *unpack_from("<II", folder, place + 116)
        name = folder[place : place + 64].decode("utf-16-le", "replace").partition("\x00")[0]
        if kind and size > len(content):
            raise TooMuch(_DAMAGED)
        if kind == _ROOT and size:
            file.open_small(first)
        elif kind:
            is_stream = kind == _STREAM and size > 0
            yield name, file.stream(first, size) if is_stream else _Stream((), file.sector, size)


class _File:
    """A compound file: sectors in chains, and small streams in a stream of their own."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.sector, self.mini = 1 << unpack_from("<H", content, 30)[0], 1 << unpack_from("<H", content, 32)[0]
        if self.sector not in (512, 4096) or self.mini != 64:
            raise TooMuch(_DAMAGED)
        if any(self.number(place) > len(content) // self.sector + 1 for place in (40, 44, 64, 72)):
            raise TooMuch(_DAMAGED)
        self.fat = self._fat(self.number(44))
        self.small_fat = list[int]()
        self.small_starts = tuple[int, ...]()

    def number(self, place: int) -> int:
        return int(unpack_from("<I", self.content, place)[0])

    def starts(self, first: int) -> tuple[int, ...]:
        starts = tuple((link + 1) * self.sector for link in _chain(self.fat, first))
        if any(start >= len(self.content) for start in starts):
            raise TooMuch(_DAMAGED)
        return starts

    def open_small(self, first: int) -> None:
        steps = range(0, self.sector, self.mini)
        self.small_starts = tuple(start + step for start in self.starts(first) for step in steps)
        tables = self.starts(self.number(60)) if self.number(64) else ()
        self.small_fat = [link for start in tables for link in self._links(start)]

    def stream(self, first: int, size: int) -> _Stream:
        if size >= self.number(56):
            return _Stream(self.starts(first), self.sector, size)
        return _Stream(tuple(self.small_starts[link] for link in _chain(self.small_fat, first)), self.mini, size)

    def _fat(self, count: int) -> list[int]:
        places = [place for place in unpack_from("<109I", self.content, 76) if place < _FREE]
        following = self.number(68)
        while following < _FREE and len(places) < count:
            links = self._links((following + 1) * self.sector)
            places += [place for place in links[:-1] if place < _FREE]
            following = links[-1]
        return [link for place in places[:count] for link in self._links((place + 1) * self.sector)]

    def _links(self, start: int) -> tuple[int, ...]:
        return unpack_from(f"<{self.sector // 4}I", self.content, start)


def _chain(fat: list[int], first: int) -> list[int]:
    """Return the sectors of a chain. Raises TooMuch where it runs in a circle."""
    chain, link = [], first
    while link < _FREE:
        chain.append(link)
        if len(chain) > len(fat):
            raise TooMuch(_DAMAGED)
        link = fat[link]
    return chain
