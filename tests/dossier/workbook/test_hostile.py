"""No file, however it is made, costs more than a moment and a bounded piece of memory."""

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.dossier.intake import assess
from drafter.dossier.reading import read_source
from drafter.errors import InputError
from tests.dossier.workbook.filling import NAME, blank, filled, found, read, saved
from tests.dossier.workbook.hostile import REFUSED, repacked, unchanged, with_rows

ROOT = Path(__file__).resolve().parents[3]
MEMORY, SECONDS = 900_000_000, 30
LIMITED = (
    "import resource, runpy, sys\n"
    f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))\n"
    "sys.argv = ['drafter', *sys.argv[1:]]\n"
    "runpy.run_module('drafter', run_name='__main__')\n"
)


def written(folder: Path, content: bytes, name: str = "年报资料.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_one_line(name: str, tmp_path: Path):
    path = written(tmp_path, REFUSED[name]())
    with pytest.raises(InputError) as caught:
        read_source(path)

    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_all_of_them_together_stay_within_time_and_memory(tmp_path: Path):
    paths = [written(tmp_path, make(), f"{number}.xlsx") for number, make in enumerate(REFUSED.values())]
    command = [sys.executable, "-c", LIMITED, "check", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)

    assert (done.returncode, done.stdout) == (4, ""), done.stderr[-800:]
    assert done.stderr.count("\n") == done.stderr.count("错误：") == len(REFUSED)


TEXTS = {
    "a page": b"<html><table><tr><td>1</td></tr></table></html>",
    "XML of 2003": b'<?xml version="1.0"?><Workbook/>',
    "ten thousand rows": b"1,2\n" * 10_000,
    "sixteen thousand columns": b"," * 16_384,
    "noise": bytes(range(128, 256)) * 1000,
    "null bytes": b"1,2\n\x00,3\n",
    "one endless field": b'"' + b"a" * 200_000,
    "nothing": b"",
    "other words": "姓名,年龄\n张三,3\n".encode(),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_csv_that_is_none_is_refused(name: str, tmp_path: Path):
    with pytest.raises(InputError):
        read_source(written(tmp_path, TEXTS[name], "表三.csv"))


def test_a_file_of_more_than_ten_megabytes_is_not_opened(tmp_path: Path):
    with pytest.raises(InputError):
        read_source(written(tmp_path, b"PK\x03\x04" + bytes(10_000_000)))


def test_cells_that_are_formatted_but_empty_do_no_harm():
    rows = "".join(f'<row r="{row}"><c r="XFD{row}" s="1"/></row>' for row in (1, 5_000, 1_048_576))

    assert read(with_rows(rows)).value["year"] == 2025


def test_links_to_other_files_are_never_followed_and_are_said():
    content = repacked(unchanged, {"xl/externalLinks/externalLink1.xml": b"<a/>"})

    assert [(item.code, item.severity.value) for item in read(content).findings] == [("external-link", "warning")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://a")', "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str):
    book = filled()
    book["工作材料"]["B4"], book["工作材料"]["C4"] = "主动公开", text
    book["工作材料"]["C4"].data_type = "s"

    assert read(saved(book)).value["notes"][0]["text"] == text


def test_what_a_macro_file_is_called_changes_nothing(tmp_path: Path):
    assert read_source(written(tmp_path, blank(2025), "年报资料.xls")).tree.value["year"] == 2025


@given(data=st.data())
@settings(max_examples=60)
def test_a_damaged_workbook_is_read_or_refused_and_nothing_else(data: st.DataObject):
    content = bytearray(blank(2025))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(content) // 2, len(content)))
    with contextlib.suppress(InputError):
        assess(read(bytes(content[:cut])))


@given(content=st.binary(max_size=400) | st.text(max_size=300).map(str.encode))
@settings(max_examples=100)
def test_any_csv_is_read_or_refused_and_nothing_else(content: bytes):
    with contextlib.suppress(InputError):
        assess(read(content, Path("表三.csv")))


def test_a_good_workbook_passes_all_of_this():
    assert found(filled()) == []
    assert NAME.suffix == ".xlsx"
