"""The walk of one report: no figure without a fact, no file with an error, the same input the same bytes."""

import re
from dataclasses import replace

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.dossier.model import Dossier, Note
from drafter.errors import UsageError
from drafter.findings import Finding, Severity, blocking
from drafter.form.statistics import Statistics
from drafter.richtext import PieceKind
from drafter.runs.pipeline import Report, draft_report
from tests.form.strategies import valid_statistics
from tests.sample import NOTES, RECEIVED, dossier, statistics

CODES = {"to-fill", "overview-length", "note-unused", "note-year", "figure-rounded"}


def codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings}


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_complete_dossier_becomes_files_in_every_default_format(edition: str) -> None:
    report = draft_report(dossier(edition), [])

    assert set(report.files) == {"report.docx", "report.html", "report.md"}
    assert codes(report) <= CODES


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_equal_input_gives_equal_bytes(edition: str) -> None:
    assert draft_report(dossier(edition), []).files == draft_report(dossier(edition), []).files


def test_an_unknown_format_is_refused_before_any_work() -> None:
    with pytest.raises(UsageError):
        draft_report(dossier(), [], ["docx", "rtf"])


def test_an_error_among_the_findings_leaves_no_file() -> None:
    error = Finding("cell-null", Severity.ERROR, "applications.received.total", "未填")

    assert draft_report(dossier(), [error]).files == {}


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请5件，均已办理",
        "全年办结政府信息公开申请两件",
        "全年未收到政府信息公开申请",
        "发生行政复议1件",
        "制发行政规范性文件6件",
    ],
)
def test_a_note_that_contradicts_the_tables_leaves_no_file(text: str) -> None:
    report = draft_report(dossier(notes=(*NOTES, Note("N20", "监督保障", text))), [])

    assert "prose-contradicts-table" in codes(report)
    assert report.files == {}


@pytest.mark.parametrize(
    "text", ["全年收到政府信息公开申请3件", "办结申请3件，结转下年度1件", "收到群众意见5件并全部答复"]
)
def test_a_note_that_agrees_with_the_tables_passes(text: str) -> None:
    report = draft_report(dossier(notes=(*NOTES, Note("N20", "依申请公开", text))), [])

    assert codes(report) <= CODES
    assert report.files


def test_gaps_are_warnings_and_the_draft_is_still_written() -> None:
    report = draft_report(dossier(notes=()), [])

    assert "to-fill" in codes(report)
    assert blocking(report.findings) == []
    assert report.files


def test_a_note_that_stands_nowhere_is_reported() -> None:
    note = Note("N30", "不存在的方面", "某事")

    assert "N30" in {
        f.where for f in draft_report(dossier(notes=(*NOTES, note)), []).findings if f.code == "note-unused"
    }


def digits_outside_spans(report: Report) -> list[str]:
    texts = [block.text for block in report.document.blocks if hasattr(block, "text")]
    texts += [sentence.text for paragraph in report.document.paragraphs() for sentence in paragraph.sentences]
    return [
        piece.text
        for text in texts
        for piece in text.pieces
        if piece.kind is PieceKind.PLAIN and any(character.isdigit() for character in piece.text)
    ]


@pytest.mark.parametrize("edition", ["2019", "2021"])
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_valid_statistics_give_a_report_without_errors_and_without_stray_figures(
    edition: str, data: st.DataObject
) -> None:
    values: Statistics = data.draw(valid_statistics(edition))
    source: Dossier = replace(dossier(edition), statistics=values, notes=NOTES[1:3])

    report = draft_report(source, [], ["md"])

    assert [f for f in report.findings if f.severity is Severity.ERROR] == []
    assert digits_outside_spans(report) == []


NUMERALS = "0123456789０１２３〇一二两三四五六七八九十百千万亿廿半几多余约近第条件次个年月日%％元成倍，。、的了和"


@given(text=st.text(alphabet=NUMERALS + "开展培训公开信息村镇", min_size=2, max_size=40))
@settings(max_examples=60, deadline=None)
def test_whatever_numerals_a_note_holds_none_stands_outside_a_span(text: str) -> None:
    source = dossier(notes=(Note("N01", "主动公开", f"公开{text}"),), statistics=statistics(**RECEIVED))

    report = draft_report(source, [], ["md"])

    assert "numeral-without-fact" not in codes(report)
    assert digits_outside_spans(report) == []


def unmarked_digits(page: bytes) -> str:
    """Return the digits of a web page's body that stand in no marked span and no table."""
    body = lxml.html.document_fromstring(page.decode()).body
    for element in body.xpath(".//*[@data-fact or @data-kind] | .//table"):
        element.drop_tree()
    return "".join(re.findall(r"\d", body.text_content()))


@pytest.mark.parametrize("edition", ["2019", "2021"])
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_in_the_web_page_every_figure_is_marked_with_its_source(edition: str, data: st.DataObject) -> None:
    source = dossier(edition, statistics=data.draw(valid_statistics(edition)), notes=NOTES[1:3])

    report = draft_report(source, [], ["html"])

    assert unmarked_digits(report.files["report.html"]) == ""
    assert re.search(rb"data-fact=\"applications\.received\.total\"", report.files["report.html"])
