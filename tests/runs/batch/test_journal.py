"""What a batch remembers, whoever asks and whenever it was killed."""

from pathlib import Path

import pytest

from drafter.errors import OutputError
from drafter.findings import Finding, Severity
from drafter.runs.batch.journal import NAME, Journal, Recorded
from drafter.runs.batch.lock import locked
from drafter.runs.batch.summary import Spent, Status, Summary
from drafter.runs.batch.uploads import Upload, Uploads
from drafter.writing.backends.base import Answer, Usage
from tests.sample import statistics

ANSWER = Answer("回复", "stop", "m", Usage(10, 5, 3))


@pytest.fixture
def journal(tmp_path: Path):
    opened = Journal(tmp_path)
    yield opened
    opened.close()


def test_an_answer_is_there_for_the_next_run(tmp_path: Path, journal: Journal):
    journal.keep("a", ANSWER)
    again = Journal(tmp_path)

    kept = again.answer("a")
    again.close()

    assert kept is not None
    assert (kept.answer, kept.is_final, kept.calls) == (ANSWER, True, 1)


def test_an_answer_that_stands_is_never_replaced(journal: Journal):
    journal.keep("a", ANSWER)

    kept = journal.keep("a", Answer("anders", "stop", "m", Usage(1, 1)))

    assert kept.answer == ANSWER
    assert journal.spent() == (1, Usage(10, 5, 3))


def test_an_answer_that_could_not_be_read_gives_way_and_still_counts_as_spent(journal: Journal):
    journal.keep("a", Answer("kaputt", "stop", "m", Usage(7, 2, 1)), is_final=False)
    kept = journal.keep("a", ANSWER)

    assert (kept.answer, kept.calls, kept.usage) == (ANSWER, 2, Usage(17, 7, 4))
    assert journal.spent() == (2, Usage(17, 7, 4))


def test_an_answer_without_text_is_kept_as_such(journal: Journal):
    journal.keep("a", Answer(None, "content_filter", "m"))

    kept = journal.answer("a")

    assert kept is not None
    assert kept.answer.text is None


def test_a_township_comes_back_as_it_was_recorded(journal: Journal):
    finding = Finding("code", Severity.WARNING, "a.b", "什么", "怎么办", 7, "表三!D7")
    summary = Summary(
        "k",
        "灵溪镇人民政府",
        Status.DONE,
        findings=(finding,),
        sentences={"green": 3},
        statistics=dict(statistics("2021", fees__amount=None).values),
        spent=Spent(1, 2, 3, 4, 0.5),
    )
    journal.record(Recorded("work", "last.yaml", True, summary))

    assert journal.township("k") == Recorded("work", "last.yaml", True, summary)
    assert journal.township("other") is None


def test_a_journal_of_another_version_is_refused_and_left_alone(tmp_path: Path, journal: Journal):
    journal._writer.execute("pragma user_version = 99")
    journal._writer.commit()

    with pytest.raises(OutputError):
        Journal(tmp_path)


def test_a_damaged_journal_is_an_error_that_says_which_file(tmp_path: Path):
    (tmp_path / NAME).write_bytes(b"not a database, and long enough to be read as one" * 100)

    with pytest.raises(OutputError, match=NAME):
        Journal(tmp_path)


def test_a_second_batch_on_the_same_folder_is_refused_and_the_next_one_is_not(tmp_path: Path):
    with locked(tmp_path), pytest.raises(OutputError), locked(tmp_path):
        pass
    with locked(tmp_path) as state:
        assert state.is_dir()


def test_uploads_are_open_until_all_their_answers_are_in(journal: Journal):
    uploads = Uploads(journal)
    upload = uploads.put(Upload("digest", "000001.jsonl"))
    running = uploads.with_batch(uploads.with_file(upload, "file-1"), "batch-1")

    assert uploads.open() == [running]
    uploads.ended(running)
    assert uploads.open() == []


def test_one_batch_counts_once_however_often_its_results_are_read(journal: Journal):
    uploads = Uploads(journal)
    for digest in ("one", "one", "two"):
        uploads.fail(digest, {"a": f"过期 {digest}"})

    assert uploads.failures("a") == (2, "过期 two")
    assert uploads.failures("b") == (0, "")
