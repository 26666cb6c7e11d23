"""xls and et: what LibreOffice saves, changed by hand into what must not be opened."""

from collections.abc import Callable
from pathlib import Path
from struct import pack, unpack_from

import pytest

from drafter.dossier.reading import read_source
from drafter.errors import InputError
from tests.dossier.workbook.filling import filled
from tests.dossier.workbook.office import converted

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def xls(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("xls")
    filled().save(folder / "filled.xlsx")
    return (converted(folder, [folder / "filled.xlsx"], "xls") / "filled.xls").read_bytes()


def renamed(content: bytes, new: str) -> bytes:
    """Return the file with its stream Workbook called otherwise."""
    place = content.index("Workbook".encode("utf-16-le"))
    name = new.encode("utf-16-le")
    return content[:place] + name.ljust(64, b"\0") + pack("<H", len(name) + 2) + content[place + 66 :]


def with_record(content: bytes, old: int, change: Callable[[bytearray, int], None]) -> bytes:
    """Return the file with the first record of a kind changed."""
    safe, place = bytearray(content), content.index(pack("<HHHH", 0x0809, 16, 0x0600, 5))
    while unpack_from("<H", safe, place)[0] != old:
        place += 4 + unpack_from("<H", safe, place + 2)[0]
    change(safe, place)
    return bytes(safe)


def lock(content: bytearray, place: int) -> None:
    content[place : place + 2] = pack("<H", 0x002F)


def claim_many_texts(content: bytearray, place: int) -> None:
    content[place + 8 : place + 12] = pack("<I", 0x7FFFFFFF)


def claim_a_far_end(content: bytearray, place: int) -> None:
    content[place + 4 : place + 14] = pack("<IIHH", 0, 65536, 0, 65535)[:10]


def test_an_et_file_is_an_xls_by_another_name(xls: bytes, tmp_path: Path):
    path = tmp_path / "年报资料.et"
    path.write_bytes(xls)

    assert read_source(path).tree.value["organ"]["short"] == "灵溪镇"


REFUSED: dict[str, Callable[[bytes], bytes]] = {
    "an encrypted package": lambda content: renamed(content, "EncryptedPackage"),
    "a Word file": lambda content: renamed(content, "WordDocument"),
    "macros": lambda content: renamed(content, "_VBA_PROJECT_CUR"),
    "a password": lambda content: with_record(content, 0x0042, lock),
    "a claim of two billion texts": lambda content: with_record(content, 0x00FC, claim_many_texts),
    "half a file": lambda content: content[: len(content) // 2],
    "a chain in a circle": lambda content: content[:512] + pack("<128I", *[0] * 128) + content[1024:],
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line(name: str, xls: bytes, tmp_path: Path):
    path = tmp_path / "a.xls"
    path.write_bytes(REFUSED[name](xls))
    with pytest.raises(InputError) as caught:
        read_source(path)

    assert "\n" not in str(caught.value)


def test_dimensions_that_are_only_claimed_are_not_believed(xls: bytes, tmp_path: Path):
    path = tmp_path / "a.xls"
    place = xls.index(pack("<HH", 0x0200, 14))
    content = bytearray(xls)
    claim_a_far_end(content, place)
    path.write_bytes(content)

    assert read_source(path).tree.value["organ"]["short"] == "灵溪镇"
