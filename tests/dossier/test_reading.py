import codecs
import os
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.dossier.reading import MAX_BYTES, read_source
from drafter.errors import InputError
from tests.dossier.sample import TEXT

CHINESE = "organ: 灵溪镇\nyear: 2025\n"


def written(folder: Path, content: bytes, name: str = "dossier.yaml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_source(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        CHINESE.encode(),
        codecs.BOM_UTF8 + CHINESE.encode(),
        codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"),
        CHINESE.replace("\n", "\r\n").encode(),
        b'{"organ": "\\u7075\\u6eaa\\u9547", "year": 2025}',
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "windows line ends", "json in a yaml file"],
)
def test_every_usual_way_to_save_a_text_is_read(tmp_path: Path, content: bytes):
    assert read_source(written(tmp_path, content)).value == {"organ": "灵溪镇", "year": 2025}


def test_a_json_file_is_read_as_json(tmp_path: Path):
    source = read_source(written(tmp_path, b'{"a": 1.10,\n "b": 2}', "dossier.json"))

    assert source.value == {"a": Decimal("1.1"), "b": 2}
    assert source.tree.line(("b",)) == 2


def test_lines_are_counted_as_an_editor_does(tmp_path: Path):
    tree = read_source(written(tmp_path, TEXT.replace("\n", "\r\n").encode())).tree

    assert TEXT.splitlines()[tree.line(("statistics", "proactive", "licensing", "decisions")) - 1].startswith(
        "    licensing"
    )


def test_gbk_is_named_with_the_way_to_save_it_right(tmp_path: Path):
    error = refused(written(tmp_path, CHINESE.encode("gbk")))

    assert "GBK" in error.reason
    assert "UTF-8" in error.reason


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04\xff\xfe\x9d", b"%PDF-1.7\xff\xff", b"\xff\xff\xff\x80", b"a: 1\x00", CHINESE.encode("utf-16-le")],
    ids=["xlsx", "pdf", "noise", "null byte", "utf-16 without mark"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes):
    refused(written(tmp_path, content))


@pytest.mark.parametrize("content", [b"", b"   \n", b"# only a comment\n", b"null\n"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes):
    refused(written(tmp_path, content))


@pytest.mark.parametrize("content", [b"- 1\n- 2\n", b"hello\n", b"12\n"])
def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path, content: bytes):
    refused(written(tmp_path, content))


def test_a_broken_line_is_named(tmp_path: Path):
    assert refused(written(tmp_path, "organ: 甲\nyear: 2025\n\tnotes: []\n".encode())).line == 3


def test_a_file_of_just_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path):
    content = b"a: 1\n# " + b"x" * (MAX_BYTES - 7)

    assert read_source(written(tmp_path, content)).value == {"a": 1}
    refused(written(tmp_path, content + b"x"))


def test_a_missing_file_is_refused(tmp_path: Path):
    refused(tmp_path / "dossier.yaml")


def test_a_folder_is_refused(tmp_path: Path):
    refused(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path: Path):
    refused(written(tmp_path, b"a: 1\n") / "dossier.yaml")


def test_a_loop_of_links_is_refused(tmp_path: Path):
    link = tmp_path / "loop.yaml"
    link.symlink_to(link)

    assert "圈" in refused(link).reason


def test_a_link_to_a_file_is_followed(tmp_path: Path):
    link = tmp_path / "link.yaml"
    link.symlink_to(written(tmp_path, b"a: 1\n"))

    assert read_source(link).value == {"a": 1}


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path):
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)

    refused(pipe)


def test_a_device_is_refused():
    refused(Path("/dev/zero"))


@pytest.mark.parametrize("name", ["a\x00b.yaml", "x" * 300 + ".yaml"])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str):
    refused(tmp_path / name)
