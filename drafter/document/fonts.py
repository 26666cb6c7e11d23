"""Find the fonts of official documents, or what stands in for them, among the fonts of this machine.

仿宋_GB2312 and 方正小标宋简体 are proprietary and never shipped; Windows and many offices have them. A chain names what
to take instead, best first, and every font of it that is installed: a rare character of a place name is then taken
from the next. Folders: those of the system, and one that `DRAFTER_FONTS` may name.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from drafter.document.coverage import characters
from drafter.errors import MissingExtra, OutputError

_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun", "NSimSun")
_SANS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei")
CHAINS: Mapping[str, tuple[str, ...]] = {
    "latin": ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "Libertinus Serif"),
    "fangsong": (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "FangSong",
        "仿宋",
        "STFangsong",
        "FandolFang R",
        "FandolFang",
        *_SERIF,
    ),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti", "FandolKai", "LXGW WenKai", *_SERIF),
    "title": ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "STZhongsong", *_SERIF),
    "hei": ("SimHei", "黑体", *_SANS, "FandolHei", "STHeiti"),
    "song": ("SimSun", "宋体", "STSong", "FandolSong", *_SERIF),
}
_NAMES = {
    "latin": "Times New Roman",
    "fangsong": "仿宋_GB2312",
    "kai": "楷体_GB2312",
    "title": "方正小标宋简体",
    "hei": "黑体",
    "song": "宋体",
}
INSTALL = (
    "请安装中文字体后重试：Windows 可安装仿宋_GB2312、楷体_GB2312、方正小标宋简体；Debian、Ubuntu 可运行 "
    "apt install fonts-noto-cjk；也可以把字体文件放进一个文件夹，用环境变量 DRAFTER_FONTS 指明"
)


@dataclass(frozen=True, slots=True)
class Face:
    """A face of a font file; one without a path is built into the typesetter and has printable ASCII at least."""

    path: Path | None
    index: int

    def has(self, character: str) -> bool:
        """Return whether the face has a glyph for a character."""
        if self.path is None:
            return " " <= character <= "~"
        return ord(character) in characters(self.path, self.index)


@dataclass(frozen=True, slots=True, eq=False)
class FontBook:
    """The fonts found: `handle` is for the typesetter, `chains` the installed families of every role, best first."""

    handle: Any
    chains: Mapping[str, tuple[str, ...]]
    faces: Mapping[str, tuple[Face, ...]]

    def missing(self, text: str, role: str) -> str:
        """Return the characters of a text that no font of a role's chain nor the Latin font has."""
        families = (*self.chains["latin"], *self.chains[role])
        faces = [face for family in families for face in self.faces[family][:1]]
        return "".join(sorted({sign for sign in text if not any(face.has(sign) for face in faces)}))


def font_book() -> FontBook:
    """Return the fonts of this machine. Raises MissingExtra without typst, OutputError where a role has no font."""
    return _font_book(os.environ.get("DRAFTER_FONTS", ""))


@cache
def _font_book(folder: str) -> FontBook:
    try:
        import typst
    except ImportError as error:
        raise MissingExtra("生成 PDF", "pdf") from error
    if folder and not Path(folder).is_dir():
        raise OutputError(f"环境变量 DRAFTER_FONTS 指明的文件夹 {folder} 不存在")
    handle = typst.Fonts(font_paths=[folder] if folder else [])
    faces: dict[str, tuple[Face, ...]] = {}
    for font in handle.fonts():
        face = Face(Path(font.path) if font.path else None, font.index)
        faces[font.family] = (*faces.get(font.family, ()), face)
    return FontBook(handle, installed_chains(faces), faces)


def installed_chains(families: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """Return the chains with what is not installed left out. Raises OutputError for a role that has no font."""
    chains = {role: tuple(name for name in chain if name in families) for role, chain in CHAINS.items()}
    lacking = [_NAMES[role] for role, chain in chains.items() if not chain]
    if lacking:
        raise OutputError(f"没有找到生成 PDF 所需的字体：{'、'.join(lacking)}，也没有可以代替的字体。{INSTALL}")
    return chains
