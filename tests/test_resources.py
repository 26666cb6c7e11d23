from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter import resources
from drafter.errors import ShippedDataError
from drafter.resources import folder, read_text, resource


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    folder.cache_clear()
    yield
    folder.cache_clear()


def test_a_checkout_uses_its_own_files():
    assert folder("schemas") == Path(__file__).resolve().parent.parent / "schemas"


def test_a_file_is_found_and_read_by_its_name():
    assert resource("schemas/forms/2021.yaml").name == "2021.yaml"
    assert '"2021"' in read_text("schemas/forms/2021.yaml")


@pytest.mark.parametrize("name", ["schemas/forms/1999.yaml", "nothing/at/all"])
def test_a_file_that_is_not_there_is_a_bug_of_ours(name: str):
    with pytest.raises(ShippedDataError):
        resource(name)


def test_an_office_may_keep_its_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "own.txt").write_text("自备", encoding="utf-8")
    monkeypatch.setenv("DRAFTER_DATA", str(tmp_path))

    assert read_text("schemas/own.txt") == "自备"


def test_an_office_folder_that_lacks_a_part_is_an_error_and_not_ours_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("DRAFTER_DATA", str(tmp_path))

    with pytest.raises(ShippedDataError):
        folder("schemas")


def test_a_wheel_carries_its_files_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    package = tmp_path / "site-packages" / "drafter"
    (package / "_data" / "schemas").mkdir(parents=True)
    (package.parent / "schemas").mkdir()
    monkeypatch.setattr(resources, "HERE", package)

    assert folder("schemas") == package / "_data" / "schemas"
