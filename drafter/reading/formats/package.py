"""The parts of an Office package: its directory is checked before a part is opened, and no part is trusted.

A part is read up to a bound, parsed without entities, without DTD and without a network; relations to other places
are never followed.
"""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from drafter.errors import InputError
from drafter.reading.formats.kinds import MAX_PARTS

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART = 24_000_000
"""No text part of a report comes near: 10,000 rows of a table are some 20 MB."""
_DAMAGED = "文件不完整或已损坏，请重新下载，或用 Word、WPS 打开后另存为 .docx 再试"
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose directory has been checked."""

    path: Path
    content: bytes
    parts: dict[str, ZipInfo]

    def xml(self, name: str) -> "_Element | None":
        """Return a part as a tree; None where there is none. Raises InputError for one that is not to be trusted."""
        if name not in self.parts:
            return None
        return parse_xml(self.path, self.read(name))

    def read(self, name: str) -> bytes:
        """Return the bytes of a part. Raises InputError where it is damaged or protected."""
        info = self.parts[name]
        if info.flag_bits & 0x1:
            raise InputError(self.path, "文件设了密码，请去掉密码后另存再试")
        try:
            with ZipFile(BytesIO(self.content)) as archive, archive.open(info) as part:
                # A stream that is longer than the directory says ends there, with a wrong checksum.
                return part.read()
        except (BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error) as error:
            raise InputError(self.path, _DAMAGED) from error


def open_package(path: Path, content: bytes) -> Package:
    """Return a package. Raises InputError where its directory claims what no report holds."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(path, _DAMAGED) from error
    if len(entries) > MAX_PARTS:
        raise InputError(path, f"压缩包里有 {len(entries)} 个部件，不像 Word 文件，没有打开")
    for entry in entries:
        if _is_read(entry.filename) and entry.file_size > MAX_PART:
            size = entry.file_size / 1_000_000
            raise InputError(path, f"里面的 {entry.filename[:60]} 解压后有 {size:.0f} MB，不像正常的报告，没有打开")
    return Package(path, content, {entry.filename: entry for entry in entries})


def _is_read(name: str) -> bool:
    return name.startswith("word/") and name.endswith((".xml", ".rels"))


def parse_xml(path: Path, content: bytes) -> "_Element":
    """Return the root of an XML text. Raises InputError where it declares a DTD or is broken."""
    from lxml import etree

    # UTF-16 hides the declaration from the search; Office writes UTF-8 only.
    if _DTD.search(content.replace(b"\x00", b"")):
        raise InputError(path, "文件里声明了外部或自定义实体（DTD），Word 不会这样写，没有读取")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(path, _DAMAGED) from error
