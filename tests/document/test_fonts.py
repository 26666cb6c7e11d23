from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.document import fonts
from drafter.document.coverage import characters
from drafter.document.fonts import Face, FontBook, font_book, installed_chains
from drafter.errors import MissingExtra, OutputError

NOTO = {"Noto Serif CJK SC": (), "Noto Sans CJK SC": (), "Liberation Serif": ()}


def font_file(path, subtable: bytes, collection: bool = False):
    """Write a font that has nothing but a character map."""
    start = 16 if collection else 0
    head = b"ttcf" + pack(">LLL", 0x10000, 1, start) if collection else b""
    cmap = pack(">HHHHL", 0, 1, 3, 10, 12) + subtable
    directory = pack(">LHHHH", 0x10000, 1, 0, 0, 0) + pack(">4sLLL", b"cmap", 0, start + 28, len(cmap))
    path.write_bytes(head + directory + cmap)
    return path


def format_12(*groups: tuple[int, int]) -> bytes:
    body = b"".join(pack(">LLL", first, last, 1) for first, last in groups)
    return pack(">HHLLL", 12, 0, 16 + len(body), 0, len(groups)) + body


def test_the_best_font_of_a_role_comes_first_and_rare_characters_come_from_the_next():
    chains = installed_chains({**NOTO, "FandolFang R": (), "仿宋_GB2312": ()})

    assert chains["fangsong"] == ("仿宋_GB2312", "FandolFang R", "Noto Serif CJK SC")


def test_a_machine_without_chinese_fonts_is_told_what_to_install():
    with pytest.raises(OutputError, match=r"仿宋_GB2312.*fonts-noto-cjk"):
        installed_chains({"DejaVu Sans": (), "Times New Roman": ()})


def test_a_font_folder_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("DRAFTER_FONTS", "/not/here")

    with pytest.raises(OutputError, match="/not/here"):
        font_book()


def test_without_typst_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    fonts._font_book.cache_clear()

    with pytest.raises(MissingExtra) as caught:
        font_book()

    assert caught.value.extra == "pdf"


@pytest.mark.parametrize("collection", [False, True])
def test_a_character_map_of_groups_is_read(tmp_path, collection):
    path = font_file(tmp_path / "a.otf", format_12((0x4E00, 0x4E02), (0x20000, 0x20000)), collection)

    assert characters(path, 0) == {0x4E00, 0x4E01, 0x4E02, 0x20000}


def test_a_character_map_of_segments_is_read_and_glyph_zero_is_no_glyph(tmp_path):
    ends, starts, deltas, offsets = (0x42, 0x52, 0xFFFF), (0x41, 0x50, 0xFFFF), (0, 0, 1), (6, 6, 0)
    glyphs = (1, 0, 5, 6, 0)
    arrays = [pack(">HHH", *ends), b"\0\0", pack(">HHH", *starts), pack(">HHH", *deltas), pack(">HHH", *offsets)]
    body = b"".join(arrays) + pack(">5H", *glyphs)
    path = font_file(tmp_path / "b.otf", pack(">HHHHHHH", 4, 14 + len(body), 0, 6, 0, 0, 0) + body)

    assert characters(path, 0) == {0x41, 0x51, 0x52}


@given(st.text("甲乙丙A1 ", max_size=20))
def test_missing_characters_are_exactly_those_no_font_has(tmp_path_factory, text):
    path = font_file(tmp_path_factory.mktemp("font") / "c.otf", format_12((ord("甲"), ord("甲"))))
    chains = {"latin": ("Latin",), "fangsong": ("Fang",)}
    book = FontBook(None, chains, {"Latin": (Face(None, 0),), "Fang": (Face(path, 0),)})

    assert set(book.missing(text, "fangsong")) == set(text) & {"乙", "丙"}
