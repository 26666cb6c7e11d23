"""A model file on this machine: what is wrong with it is said before anything is drafted."""

import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from drafter.errors import InputError, MissingExtra
from drafter.runs.models import model_named
from drafter.writing.backends.local import LocalBackend
from drafter.writing.backends.openai import OpenAIBackend

CONTENT = b"GGUF\x03\x00\x00\x00 but no model"


@pytest.fixture
def model_file(tmp_path: Path) -> Path:
    path = tmp_path / "small.gguf"
    path.write_bytes(CONTENT)
    return path


class Native:
    """Stands in for the package: keeps what its server was asked for, and would listen on a port."""

    def __init__(self) -> None:
        self.asked: Any = None

    def CommonParams(self) -> SimpleNamespace:  # noqa: N802
        return SimpleNamespace(model=SimpleNamespace(path=""), cpuparams=SimpleNamespace(n_threads=0))

    def Server(self, options: SimpleNamespace) -> SimpleNamespace:  # noqa: N802
        self.asked = options
        return SimpleNamespace(listening_address="http://127.0.0.1:9")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        LocalBackend(tmp_path / "none.gguf")

    assert caught.value.path == str(tmp_path / "none.gguf")


def test_a_file_of_another_format_is_refused_before_the_package_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    path = tmp_path / "model.gguf"
    path.write_bytes(b"PK\x03\x04")

    with pytest.raises(InputError):
        LocalBackend(path)


def test_a_damaged_model_is_refused_by_the_real_server(model_file: Path) -> None:
    with pytest.raises(InputError) as caught:
        LocalBackend(model_file)

    assert caught.value.path == str(model_file)


def test_without_the_package_the_extra_is_named(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)

    with pytest.raises(MissingExtra) as caught:
        LocalBackend(model_file)

    assert caught.value.extra == "local"


def test_the_record_names_file_and_hash_and_no_folder(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    native = Native()
    monkeypatch.setitem(sys.modules, "xllamacpp", native)

    backend = model_named(f"gguf:{model_file}", model_file.parent)

    assert isinstance(backend, OpenAIBackend)
    assert backend.model == f"small.gguf@sha256:{sha256(CONTENT).hexdigest()[:12]}"
    assert native.asked.model_alias == {backend.model}


def test_the_server_is_on_loopback_and_asked_there(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    native = Native()
    monkeypatch.setitem(sys.modules, "xllamacpp", native)

    backend = LocalBackend(model_file)

    assert native.asked.hostnames == ["127.0.0.1"]
    assert backend.endpoint.base_url == "http://127.0.0.1:9/v1"


def test_the_server_answers_nobody_else(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    native = Native()
    monkeypatch.setitem(sys.modules, "xllamacpp", native)

    keys = {LocalBackend(model_file).endpoint.key for _ in range(2)}

    assert native.asked.api_keys[0] in keys
    assert len(keys) == 2
    assert "" not in keys


def test_no_proxy_stands_before_a_server_on_this_machine(model_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", Native())
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")

    backend = LocalBackend(model_file)

    assert not backend._new_client().trust_env
