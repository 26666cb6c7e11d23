"""Whatever is done to a file in Word: where every proposal is taken, the report says what the file says."""

import random

import pytest

from drafter.desk.account import ALONE
from drafter.desk.acting import act
from drafter.desk.assessing import assess
from drafter.desk.outcome import Refused
from drafter.desk.word.imported import taking_order
from drafter.desk.word.importing import import_docx
from drafter.desk.word.reading import read_edited
from drafter.desk.word.sentences import bare
from drafter.desk.working import WorkingReport
from tests.desk.word.edits import (
    as_word_writes,
    edited,
    moved,
    new_paragraph,
    plain,
    struck,
    tracked,
    without_bookmarks,
)
from tests.desk.word.sample import review_file, text_of, working

LINES = [line for line in working().lines if line.section == "overview"]
NEW = ("组织窗口人员轮训。", "走访各村听取意见。", "编印办事指南。", "会同司法所抽查答复文书。", "建立值班接听制度。")
ADDED = ("按月", "会同站所", "及时", "逐项")


def slug(line: str) -> str:
    return line.replace(".", "_")


def edits(chance: random.Random) -> list:
    """Return a few edits, each of another sentence, none of a figure."""
    chosen = chance.sample(LINES[1:], chance.randint(1, 6))
    new = list(NEW)
    chance.shuffle(new)
    made = []
    for line in chosen:
        text = text_of(line.id)
        kind = chance.choice(("words", "tracked", "strike", "behind", "paragraph", "move"))
        if kind in ("words", "tracked"):
            edit = tracked if kind == "tracked" else plain
            made.append(edit(text, text[:-1] + "，" + chance.choice(ADDED) + "推进" + text[-1]))
        elif kind == "strike":
            made.append(struck(slug(line.id)))
        elif kind == "behind" and new:
            made.append(plain(text, text + new.pop()))
        elif kind == "paragraph" and new:
            made.append(new_paragraph(new.pop(), text))
        else:
            others = [other for other in LINES if other.aspect == line.aspect and other not in chosen]
            if others:
                made.append(moved(slug(line.id), slug(chance.choice(others).id)))
    # What strikes or moves needs the marks and runs where they were.
    return sorted(made, key=lambda edit: edit.__qualname__.split(".")[0] in ("struck", "moved"))


def said(content: bytes) -> str:
    """Return what the prose of a file says, headings and signature included."""
    return bare("".join(passage.text for passage in read_edited(content, "x").passages()))


def said_on_the_desk(report: WorkingReport) -> str:
    document = assess(report).document
    texts = []
    for block in document.blocks:
        texts.append(str(getattr(block, "text", "")) or "".join(map(str, getattr(block, "lines", ()))))
        if hasattr(block, "sentences"):
            texts[-1] = str(block)
    return bare("".join(texts))


def all_taken(content: bytes) -> WorkingReport:
    """Return the report after every proposal of a file was taken."""
    report = working()
    for proposal in taking_order(import_docx(content, report).proposals):
        outcome = act(report, proposal.action, ALONE)
        assert not isinstance(outcome, Refused), (proposal, outcome)
        report = outcome.working
    return report


@pytest.mark.parametrize("seed", range(15))
def test_a_report_that_takes_all_says_what_the_file_says(seed):
    chance = random.Random(seed)  # noqa: S311 - the same edits every time
    content = edited(review_file(), *edits(chance))
    content = edited(content, *chance.choice(((), (as_word_writes,), (without_bookmarks,))))

    assert said_on_the_desk(all_taken(content)) == said(content)
