"""What a real model wrote, played back: a draft that holds, without what was refused, the same every time."""

import re
from pathlib import Path

import pytest
from vcr.cassette import Cassette
from vcr.errors import CannotOverwriteExistingCassetteException

from drafter.dossier.intake import load_dossier
from drafter.findings import blocking
from drafter.runs.drafting import draft_to_folder
from drafter.runs.files import RECORD_NAME
from drafter.runs.pipeline import Report
from drafter.writing.backends.openai import Endpoint, OpenAIBackend
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import State
from drafter.writing.model.rendering import MODEL
from drafter.writing.model.writer import ModelUse
from drafter.writing.slots import SLOT

MODEL_NAME = "qwen2.5-coder-1.5b-instruct"
DOSSIERS = {
    "small": Path(__file__).with_name("small.yaml"),
}
each_dossier = pytest.mark.parametrize("name", sorted(DOSSIERS))
SECONDS = 1800.0
KEY = "sk-not-a-key-of-anybody"


def drafted(name: str, base_url: str, folder: Path, model: str = MODEL_NAME) -> Report:
    loaded = load_dossier(DOSSIERS[name])
    assert loaded.dossier is not None
    endpoint = Endpoint(base_url, model, KEY, timeout_seconds=SECONDS, retries=0)
    use = ModelUse(OpenAIBackend(endpoint), judge, by_topic=True)
    return draft_to_folder(loaded.dossier, loaded.findings, folder, model=use)


def unanswered(report: Report) -> list[str]:
    return [entry.error for entry in report.rounds if entry.error]


def pattern(text: str) -> re.Pattern[str]:
    """Return what a sentence of a reply looks like when its slots are filled."""
    parts = SLOT.sub("\n", text.strip().rstrip("。；")).split("\n")
    return re.compile(".+".join(re.escape(part) for part in parts))


@pytest.mark.vcr
@each_dossier
def test_a_real_models_draft_completes_and_holds(name: str, base_url: str, tmp_path: Path, vcr: Cassette) -> None:
    report = drafted(name, base_url, tmp_path / "out")

    assert unanswered(report) == []
    assert not blocking(report.findings)
    assert "model-draft-refused" not in {finding.code for finding in report.findings}
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*report.files, RECORD_NAME}
    assert any(sentence.origin == MODEL for sentence in report.draft.sentences())
    assert any(item.verdict.state is State.RED for entry in report.rounds for item in entry.judged)
    if vcr.write_protected:
        assert set(vcr.play_counts) == set(range(len(vcr))), "a recorded answer was not asked for"


@pytest.mark.vcr(record_mode="none")
@each_dossier
def test_no_refused_sentence_of_a_real_model_is_in_the_draft(name: str, base_url: str, tmp_path: Path) -> None:
    report = drafted(name, base_url, tmp_path / "out")

    judged = [item for entry in report.rounds for item in entry.judged]
    stands = {item.item.text for item in judged if item.is_usable}
    refused = [item.item.text for item in judged if not item.is_usable and item.item.text not in stands]
    written = [str(sentence.text) for sentence in report.draft.sentences() if sentence.origin == MODEL]
    assert refused
    assert [text for text in refused if any(pattern(text).search(sentence) for sentence in written)] == []


@pytest.mark.vcr(record_mode="none", allow_playback_repeats=True)
@each_dossier
def test_two_replays_give_the_same_files(name: str, base_url: str, tmp_path: Path) -> None:
    first = drafted(name, base_url, tmp_path / "first")
    drafted(name, base_url, tmp_path / "second")

    assert unanswered(first) == []
    contents = [
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("first", "second")
    ]
    assert contents[0] == contents[1]


@pytest.mark.vcr(record_mode="none")
@pytest.mark.parametrize("name", ["small"])
def test_a_changed_request_is_not_answered_from_a_recording(
    name: str, base_url: str, tmp_path: Path, vcr: Cassette
) -> None:
    with pytest.raises(CannotOverwriteExistingCassetteException):
        drafted(name, base_url, tmp_path / "out", model="another-model")

    assert vcr.play_count == 0


@each_dossier
def test_a_cassette_holds_no_key_and_no_machine(name: str, vcr_cassette_dir: str) -> None:
    text = (Path(vcr_cassette_dir) / f"{name}.yaml").read_text(encoding="utf-8")

    assert "我镇" in text
    for word in ("sk-", "uthorization", "127.0.0.1", "localhost", "\\u", "/root", "/home", "user-agent", "stainless"):
        assert word not in text
