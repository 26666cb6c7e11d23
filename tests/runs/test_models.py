"""Which model a name stands for: what `drafter.toml` says of it reaches the endpoint, and its key is never shown."""

from pathlib import Path

import pytest

from drafter.errors import UsageError
from drafter.runs.models import model_named
from drafter.writing.backends.base import Structure
from drafter.writing.backends.openai import OpenAIBackend

OFFICE = '[models.office]\nbase_url = "http://127.0.0.1:1/v1"\nmodel = "qwen"\nkey_env = "OFFICE_KEY"\n'
KEY = "sk-office-7f3a91c2"


def named(folder: Path, text: str, name: str = "office") -> OpenAIBackend:
    (folder / "drafter.toml").write_text(text, encoding="utf-8")
    backend = model_named(name, folder)
    assert isinstance(backend, OpenAIBackend)
    return backend


def test_what_the_settings_say_reaches_the_endpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_KEY", KEY)
    endpoint = named(tmp_path, f'{OFFICE}timeout_seconds = 9\nretries = 1\nstructure = "text"\n').endpoint

    assert (endpoint.base_url, endpoint.model, endpoint.key) == ("http://127.0.0.1:1/v1", "qwen", KEY)
    assert (endpoint.timeout_seconds, endpoint.retries, endpoint.structure) == (9, 1, Structure.TEXT)


def test_without_settings_the_strongest_form_is_asked_for(tmp_path: Path) -> None:
    endpoint = named(tmp_path, OFFICE).endpoint

    assert (endpoint.timeout_seconds, endpoint.retries, endpoint.structure) == (120, 3, Structure.PATTERN)


def test_a_model_is_called_what_the_endpoint_calls_it(tmp_path: Path) -> None:
    assert named(tmp_path, OFFICE).model == "qwen"


def test_an_unknown_name_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        named(tmp_path, OFFICE, "gpt")

    assert "stock" in str(caught.value)
    assert "office" in str(caught.value)


def test_what_is_shown_of_an_endpoint_holds_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_KEY", KEY)

    assert KEY not in repr(named(tmp_path, OFFICE).endpoint)


@pytest.mark.parametrize("wrong", ["密", "\u200b", "\x07", "\n-"])
def test_a_key_that_no_header_can_hold_is_refused_unshown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("OFFICE_KEY", f"{KEY}{wrong}x")

    with pytest.raises(UsageError) as caught:
        named(tmp_path, OFFICE)
    assert KEY not in str(caught.value)
    assert "OFFICE_KEY" in str(caught.value)


def test_an_endpoint_without_a_key_needs_none(tmp_path: Path) -> None:
    assert named(tmp_path, OFFICE.replace('key_env = "OFFICE_KEY"\n', "")).endpoint.key == ""
