"""The drafted example on the desk, and its file for review."""

from functools import cache
from pathlib import Path

from drafter.desk.assessing import Assessed, assess
from drafter.desk.opening import open_record
from drafter.desk.word.export import Exported, review_docx
from drafter.desk.word.notices import notices_of
from drafter.desk.working import WorkingReport
from drafter.dossier.intake import load_dossier
from drafter.runs.pipeline import draft_report
from drafter.runs.record import record_tree

EXAMPLES = Path(__file__).resolve().parent.parent.parent.parent / "examples"
EXPORTED = Exported("云岭县/灵溪镇", 3)
NAMES = ("lingxi-2025", "shuangtu-2020")


@cache
def working(name: str = "lingxi-2025") -> WorkingReport:
    """Return an example as drafted, on the desk."""
    loaded = load_dossier(EXAMPLES / name / "dossier.yaml")
    assert loaded.dossier is not None
    return open_record(record_tree(draft_report(loaded.dossier, loaded.findings), "test"))


@cache
def assessed(name: str = "lingxi-2025") -> Assessed:
    """Return what follows from an example."""
    return assess(working(name))


@cache
def review_file(name: str = "lingxi-2025") -> bytes:
    """Return an example as a file for review."""
    return review_docx(assessed(name).document, EXPORTED, notices_of(assessed(name)))


def text_of(line: str) -> str:
    """Return what a sentence of the example says."""
    found = working().line(line)
    assert found is not None
    return str(found.text)
