"""Comments as LibreOffice reads and writes them."""

import subprocess
from pathlib import Path

import pytest

from drafter.audit.annotation.comments import AUTHOR, annotated
from drafter.audit.ours import audit_of_ours
from drafter.reading.source import Place
from drafter.runs.pipeline import draft_report
from tests.audit.annotation.seen import commented, observation
from tests.audit.published import clean_dossier

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    """Return a file with comments in prose and tables, and beside it what LibreOffice makes of it."""
    folder = tmp_path_factory.mktemp("comments")
    ours = clean_dossier()
    report = draft_report(ours, [], ("docx",))
    assert audit_of_ours(ours, report.document) == ()
    found = [
        observation("", None, None, "没有落款"),
        observation("", None, Place(2), "引言"),
        observation("", None, Place(17, table=1, row=3, column=2), "格子"),
    ]
    path = folder / "audited.docx"
    path.write_bytes(annotated(report.files["report.docx"], found, Place(1)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    (folder / "out").mkdir()
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return path


def test_every_comment_comes_back_with_its_words_and_author(written: Path):
    import docx

    mine, theirs = written.read_bytes(), (written.parent / "out" / written.name).read_bytes()
    document = docx.Document(str(written.parent / "out" / written.name))

    assert sorted(_squeezed(commented(theirs))) == sorted(_squeezed(commented(mine)))
    assert {comment.author for comment in document.comments} == {AUTHOR}


def _squeezed(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [("".join(text.split()), "".join(hung.split())) for text, hung in found]
