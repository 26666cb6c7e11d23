"""`drafter.toml`: named models, and no key in it."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.settings import load_settings

GOOD = '[models.office]\nbase_url = "http://127.0.0.1:1/v1"\nmodel = "qwen"\nkey_env = "OFFICE_KEY"\n'


def written(folder: Path, text: str) -> Path:
    (folder / "drafter.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_there_are_no_models(tmp_path: Path) -> None:
    assert load_settings(tmp_path).models == {}


def test_a_model_is_read_and_its_key_comes_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = load_settings(written(tmp_path, GOOD)).models["office"]

    assert (model.model, model.key()) == ("qwen", "")
    monkeypatch.setenv("OFFICE_KEY", "sk-1")
    assert model.key() == "sk-1"


def test_another_file_may_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "office.toml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path / "office.toml"))

    assert set(load_settings(tmp_path / "elsewhere").models) == {"office"}


def test_a_named_file_that_is_not_there_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path / "none.toml"))

    with pytest.raises(InputError):
        load_settings(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "[models.office",
        "[other]\nx = 1\n",
        "models = 3\n",
        "[models]\noffice = 3\n",
        '[models.office]\nmodel = "qwen"\n',
        '[models.office]\nbase_url = "http://x"\n',
        f'{GOOD}api_key = "sk-1"\n',
        f'{GOOD}timeout_seconds = "long"\n',
        f"{GOOD}timeout_seconds = true\n",
        f"{GOOD}timeout_seconds = 0\n",
        f"{GOOD}timeout_seconds = nan\n",
        f"{GOOD}timeout_seconds = inf\n",
        f"{GOOD}retries = -1\n",
        f"{GOOD}retries = 11\n",
        f"{GOOD}retries = 1.5\n",
        f"{GOOD}retries = true\n",
        f'{GOOD}structure = "grammar"\n',
    ],
)
def test_what_is_not_a_setting_is_an_input_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        load_settings(written(tmp_path, text))


def test_a_key_in_the_file_is_refused_with_the_way_to_do_it(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_settings(written(tmp_path, f'{GOOD}api_key = "sk-secret"\n'))

    assert "key_env" in str(caught.value)
    assert "sk-secret" not in str(caught.value)


def test_the_example_is_a_valid_setting() -> None:
    examples = Path(__file__).resolve().parent.parent / "examples"

    assert load_settings(examples).models["office"].key_env == "OFFICE_KEY"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://office/v1",
        "office:8000/v1",
        "http://",
        "http://[::1",
        "http://me:sk-secret@office/v1",
        "https://office/v1?key=sk-secret",
    ],
)
def test_an_address_that_is_none_or_could_hold_a_key_is_refused_unshown(tmp_path: Path, address: str) -> None:
    with pytest.raises(InputError) as caught:
        load_settings(written(tmp_path, GOOD.replace("http://127.0.0.1:1/v1", address)))

    assert "base_url" in str(caught.value)
    assert "sk-secret" not in str(caught.value)


def test_how_often_and_how_long_an_endpoint_is_asked_is_read(tmp_path: Path) -> None:
    model = load_settings(written(tmp_path, f"{GOOD}timeout_seconds = 0.5\nretries = 0\n")).models["office"]

    assert (model.timeout_seconds, model.retries) == (0.5, 0)


def test_white_space_around_a_key_is_not_part_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_KEY", " sk-1\r\n")

    assert load_settings(written(tmp_path, GOOD)).models["office"].key() == "sk-1"
