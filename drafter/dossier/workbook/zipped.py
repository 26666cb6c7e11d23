"""xlsx and ods: looked into before they are read, and passed on as a clean copy of the parts that hold values.

What calamine gets is not the file's own archive but one packed here: no claimed size, no overlapping part, no macro,
link or picture of the file reaches it.
"""

import re
import zipfile
import zlib
from io import BytesIO

from drafter.dossier.workbook.bounds import TooMuch, check_ods_content, check_xlsx_sheet

MAX_PARTS, MAX_UNPACKED, MAX_RATIO, SMALL = 2_000, 60_000_000, 300, 5_000_000
_DAMAGED = "文件不完整或已损坏，请重新复制，或用 WPS、Excel 打开，另存为 xlsx 再试"
_ERROR_VALUE = re.compile(rb"(<(?:\w+:)?c\s[^<>]*?\bt=)[\"']e[\"']")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_XLSX_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/.+|xl/worksheets/.+", re.IGNORECASE
)
_ODS_PARTS = re.compile(r"mimetype|content\.xml|styles\.xml|META-INF/manifest\.xml")


def clean_copy(content: bytes) -> tuple[bytes, bool]:
    """Return the workbook with nothing but its values, and whether it links to other files.

    Raises TooMuch, which says why, for what is damaged, encrypted, too large, no workbook, or has macros.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_directory(parts)
            names = [part.filename.replace("\\", "/") for part in parts]
            wanted = _wanted(names)
            found = {
                name: archive.read(part) for name, part in zip(names, parts, strict=True) if wanted.fullmatch(name)
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise error if isinstance(error, TooMuch) else TooMuch(_DAMAGED) from error
    has_links = any("externallink" in name.lower() for name in names)
    return _packed({name: _checked(name, part) for name, part in found.items()}), has_links


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    """Raise TooMuch for what the directory of the archive already shows."""
    if len(parts) > MAX_PARTS:
        raise TooMuch(f"文件里的部件太多（{len(parts)} 个），不像年报资料，没有打开")
    if any(part.flag_bits & 1 for part in parts):
        raise TooMuch("文件加了密码，请在 WPS 或 Excel 里取消密码后再试")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise TooMuch("文件解压后太大，不像年报资料，没有打开")
    if any(part.file_size > SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts):
        raise TooMuch("文件的压缩比异常，可能是恶意文件，没有打开")
    names = {part.filename for part in parts}
    if len(names) < len(parts):
        raise TooMuch("文件里有重名的部件，可能被改动过，没有打开")


def _wanted(names: list[str]) -> re.Pattern[str]:
    lower = [name.lower() for name in names]
    if any(
        name.endswith("vbaproject.bin") or name.startswith(("basic/", "scripts/", "xl/macrosheets/")) for name in lower
    ):
        raise TooMuch("文件里有宏。请在 WPS 或 Excel 里另存为不带宏的 xlsx 再试")
    if any(name.startswith("word/") for name in lower):
        raise TooMuch("这是 Word 文档，不是表格文件；资料文件是 YAML、JSON 或表格（xlsx、xls、et、ods、csv）")
    if any(name.startswith("xl/") and name.endswith("workbook.bin") for name in lower):
        raise TooMuch("这是 xlsb 文件，请另存为 xlsx 再试")
    if "xl/workbook.xml" in lower or any(name.startswith("xl/worksheets/") for name in lower):
        return _XLSX_PARTS
    if "content.xml" in lower:
        return _ODS_PARTS
    raise TooMuch("这是压缩文件，里面没有表格；资料文件是 YAML、JSON 或表格（xlsx、xls、et、ods、csv）")


def _checked(name: str, part: bytes) -> bytes:
    """Return a part; one that reaches too far is refused, and errors such as #REF! are kept as texts."""
    if b"<!DOCTYPE" in part:
        raise TooMuch("文件里有不该有的内容（文档类型声明），不能读取")
    if _SHEET.fullmatch(name):
        check_xlsx_sheet(part)
        return _ERROR_VALUE.sub(rb'\1"str"', part)
    if name == "content.xml":
        check_ods_content(part)
    if name == "META-INF/manifest.xml" and b"encryption-data" in part:
        raise TooMuch("文件加了密码，请取消密码后再试")
    return part


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()
