"""Which townships a folder holds, and what their folders are called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.runs.batch.discovery import find_entries
from drafter.runs.batch.keys import keyed, safe_name


def put(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("year: 2025\n", encoding="utf-8")
    return folder


def found(folder: Path, out: str = "out") -> dict[str, str]:
    entries = find_entries(folder, folder / out).entries
    return {entry.key: entry.source.relative_to(folder).as_posix() for entry in entries}


def test_a_file_is_a_township_and_so_is_a_folder_with_a_dossier(tmp_path: Path):
    put(tmp_path, "甲镇.yaml", "乙乡.xlsx", "丙镇/dossier.json", "丙镇/dossier-2024.yaml", "说明.txt")

    assert found(tmp_path) == {"丙镇": "丙镇/dossier.json", "乙乡": "乙乡.xlsx", "甲镇": "甲镇.yaml"}


def test_a_folder_with_one_file_needs_no_special_name(tmp_path: Path):
    put(tmp_path, "甲镇/统计.xlsx", "甲镇/照片.jpg")

    assert found(tmp_path) == {"甲镇": "甲镇/统计.xlsx"}


def test_a_folder_with_several_files_is_unclear_and_stops_nobody(tmp_path: Path):
    put(tmp_path, "甲镇/一.yaml", "甲镇/二.yaml", "乙镇.yaml")

    whole = find_entries(tmp_path, tmp_path / "out")

    assert [entry.key for entry in whole.entries] == ["乙镇", "甲镇"]
    assert list(whole.unclear) == ["甲镇"]


def test_folders_of_counties_are_gone_into(tmp_path: Path):
    put(tmp_path, "云岭县/甲镇/dossier.yaml", "石门县/甲镇/dossier.yaml")

    assert set(found(tmp_path)) == {"云岭县_甲镇", "石门县_甲镇"}


def test_neither_the_output_nor_what_is_hidden_is_taken_for_a_dossier(tmp_path: Path):
    put(tmp_path, "甲镇.yaml", "out/甲镇/report.json", ".git/x.yaml", "~$乙镇.xlsx")

    assert found(tmp_path) == {"甲镇": "甲镇.yaml"}


def test_two_files_of_one_name_get_two_folders_the_same_in_every_run(tmp_path: Path):
    put(tmp_path, "甲镇.yaml", "甲镇.json")

    first = found(tmp_path)

    assert first == found(tmp_path)
    assert len(first) == 2


def test_a_folder_without_dossiers_is_an_error(tmp_path: Path):
    with pytest.raises(InputError):
        find_entries(tmp_path, tmp_path / "out")
    with pytest.raises(InputError):
        find_entries(tmp_path / "none", tmp_path / "out")


@pytest.mark.parametrize("name", ["CON", "nul.txt", "a/b", "..", "甲镇. ", "", "总览.html", "x" * 300, ".drafter"])
def test_a_key_can_be_a_folder_everywhere(name: str):
    key = safe_name(name)

    assert key
    assert key == key.strip(" .")
    assert not set(key) & set('<>:"/\\|?*')
    assert len(key) <= 61
    assert key.split(".")[0].casefold() not in ("con", "nul")
    assert key != "总览.html"


@given(st.lists(st.text(max_size=8), max_size=12))
def test_keys_are_unique_and_depend_on_what_came_before_only(names: list[str]):
    named = [(name, f"{number}/{name}") for number, name in enumerate(names)]

    keys = list(keyed(named))

    assert len({key.casefold() for key in keys}) == len(keys)
    assert list(keyed(named)) == keys
