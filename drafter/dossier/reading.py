"""Read a file that a clerk hands in: the only place of this folder that touches the disk."""

import codecs
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from drafter.dossier.workbook.container import MAX_BYTES as MAX_WORKBOOK_BYTES
from drafter.dossier.workbook.container import SUFFIXES, is_workbook, read_container
from drafter.dossier.workbook.county_sheet import find_county
from drafter.dossier.workbook.reading import workbook_tree
from drafter.errors import InputError
from drafter.infile import read_regular
from drafter.yamltree import Tree, YamlTextError, parse_json, parse_yaml

MAX_BYTES = 1_000_000
_SAVE_AS = "请用记事本打开，选“另存为”，编码选 UTF-8，再试一次"


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its text (none of a workbook), its values with their places, and the hash of its bytes."""

    path: Path
    text: str
    tree: Tree
    sha256: str

    @property
    def value(self) -> dict[str, Any]:
        """Return the mapping that the file holds."""
        mapping: dict[str, Any] = self.tree.value
        return mapping


def read_source(path: Path) -> Source:
    """Return a YAML or JSON file that holds a mapping, or a workbook of one dossier.

    Raises InputError for whatever is not a regular file of at most 1 MB (a workbook: 10 MB), in UTF-8 or in UTF-16
    with a byte order mark, that can be parsed.
    """
    content = file_content(path)
    if is_workbook(path, content):
        return Source(path, "", _workbook(path, content), sha256(content).hexdigest())
    text = _decoded(path, content)
    try:
        tree = parse_json(text) if path.suffix.lower() == ".json" else parse_yaml(text)
    except YamlTextError as error:
        raise InputError(path, error.reason, error.line) from error
    if tree.value is None:
        raise InputError(path, "文件是空的，可以先运行 drafter new 生成一份空白资料")
    if not isinstance(tree.value, dict):
        raise InputError(path, "内容应当是一组“名称: 内容”，现在是清单或一段文字")
    return Source(path, text, tree, sha256(content).hexdigest())


def _workbook(path: Path, content: bytes) -> Tree:
    container = read_container(path, content)
    if find_county(container.sheets):
        raise InputError(path, "这是全县汇总表，里面有许多机关；请用 drafter check 检查，或给每个机关一份资料")
    return workbook_tree(path, container)


def file_content(path: Path) -> bytes:
    """Return the bytes of a file that a clerk hands in. Raises InputError where there are none to be had."""
    most = MAX_WORKBOOK_BYTES if path.suffix.lower() in SUFFIXES else MAX_BYTES
    return read_regular(path, most, kind="资料", example="，例如 dossier.yaml")


def _decoded(path: Path, content: bytes) -> str:
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(path, _encoding_problem(content)) from error
    if "\x00" in text:
        raise InputError(path, "含有空字符，不是文本文件，或者是没有标记的 UTF-16 编码")
    return text


def _encoding_problem(content: bytes) -> str:
    """Return what the bytes seem to be instead of UTF-8."""
    if content.startswith(b"%PDF"):
        return "这是 PDF 文件，不是文本；这里需要 YAML、JSON 或表格（xlsx）资料文件"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "不是 UTF-8 文本，也不像 GBK，可能是别的类型的文件"
    return f"编码不是 UTF-8，像是 GBK（ANSI）：{_SAVE_AS}（WPS 里另存为“纯文本”时同样选 UTF-8）"
