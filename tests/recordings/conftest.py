"""Cassettes of a real model: what is kept of an exchange, and when a recorded answer may be played."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from vcr import VCR

from tests.recordings import cassette_format

PLACE = "http://model.example/v1"
"""Where every cassette says the model was. It is nowhere: no host of any machine is kept."""
RECORD_FROM = "RECORD_FROM"
"""The environment variable that says where the model is while a cassette is made."""
KEPT_HEADERS = ("content-type",)
KEPT_OF_AN_ANSWER = ("object", "model", "choices", "usage")


def pytest_recording_configure(vcr: VCR) -> None:
    vcr.register_serializer("yaml", cassette_format)


@pytest.fixture
def base_url() -> str:
    """Return where the model is asked: nowhere, but while recording."""
    return os.environ.get(RECORD_FROM, PLACE)


@pytest.fixture
def vcr_config(base_url: str) -> dict[str, Any]:
    def request_kept(request: Any) -> Any:
        request.uri = request.uri.replace(base_url, PLACE)
        request.headers = {name: value for name, value in request.headers.items() if name.lower() in KEPT_HEADERS}
        return request

    return {
        "serializer": "yaml",
        "match_on": ["method", "uri", "body"],
        "before_record_request": request_kept,
        "before_record_response": response_kept,
    }


def response_kept(response: dict[str, Any]) -> dict[str, Any]:
    """Return of an answer what decides a draft: no clock times, no ids, no software of the server."""
    tree = json.loads(response["body"]["string"])
    kept = {name: tree[name] for name in KEPT_OF_AN_ANSWER if name in tree}
    kept |= {"id": "recorded", "created": 0}
    headers = {name: value for name, value in response["headers"].items() if name.lower() in KEPT_HEADERS}
    return {"status": response["status"], "headers": headers, "body": {"string": json.dumps(kept).encode()}}


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    return str(Path(__file__).parent / "cassettes")


@pytest.fixture
def default_cassette_name(request: pytest.FixtureRequest) -> str:
    """Return the cassette of the dossier that a test drafts, so that tests of one dossier share it."""
    return str(request.getfixturevalue("name"))
