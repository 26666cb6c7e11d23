"""What was read, as a dossier that every command takes in."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.contracts import violations
from drafter.document.formats import FORMATS
from drafter.dossier.intake import Loaded, assess, load_dossier
from drafter.dossier.reading import MAX_BYTES
from drafter.form.statistics import statistics_from_tree
from drafter.reading.published import published_report, read_report
from drafter.reading.source import Place, SourceDocument, SourceFormat, SourceLine
from drafter.reading.transcript import transcript
from drafter.yamltree import parse_yaml
from tests.document.sample import distinct_statistics
from tests.reading.round_trip import document_of
from tests.sample import dossier, statistics


def report_of(folder: Path, **changes: object):
    path = folder / "report.docx"
    path.write_bytes(FORMATS["docx"](document_of(dossier("2021", **changes))))
    return read_report(path)


def loaded(text: str) -> Loaded:
    return assess(parse_yaml(text))


def lines_document(*texts: str) -> SourceDocument:
    blocks = tuple(SourceLine(text, Place(at, line=at)) for at, text in enumerate(texts, start=1))
    return SourceDocument("x.txt", SourceFormat.TEXT, blocks)


def test_a_report_of_ours_becomes_a_dossier_without_errors(tmp_path: Path):
    report = report_of(tmp_path)

    found = loaded(transcript(report))

    assert found.dossier is not None
    assert [finding.code for finding in found.findings if finding.severity.value == "error"] == []
    assert dict(found.dossier.statistics.values) == dict(report.statistics.values)
    assert (found.dossier.organ.name, found.dossier.organ.county, found.dossier.year) == (
        "灵溪镇人民政府",
        "云岭县",
        2025,
    )
    assert [(problem.text, problem.measure) for problem in found.dossier.problems] == [
        ("政策解读形式单一", "增加图解和短视频解读"),
        ("信息员均为兼职", ""),
    ]
    assert found.dossier.fees is not None
    assert found.dossier.fees.collected_yuan == Decimal(0)


def test_the_record_of_reading_holds_every_cell_and_section(tmp_path: Path):
    report = report_of(tmp_path)

    record = parse_yaml(transcript(report)).value["read"]

    assert [item["cell"] for item in record["cells"]] == list(report.form.cells)
    assert {item["state"] for item in record["cells"]} == {"read"}
    assert all(item["place"] and 0 < item["confidence"] <= 1 for item in record["cells"])
    assert [item["key"] for item in record["sections"]][:2] == ["preamble", "overview"]
    assert (record["sha256"], record["period"]) == (report.source.sha256, ["2025-01-01", "2025-12-31"])


def test_money_and_changes_are_written_exactly(tmp_path: Path):
    values = distinct_statistics("2019")
    path = tmp_path / "report.docx"
    path.write_bytes(FORMATS["docx"](document_of(dossier("2019", statistics=values))))
    report = read_report(path)

    tree = parse_yaml(transcript(report)).value["statistics"]

    assert dict(statistics_from_tree(report.form, tree).values) == dict(values.values)


def test_what_is_not_known_is_null_and_check_says_so():
    text = transcript(
        published_report(
            lines_document("第二十条第（一）项", "信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "规章\t0\t0\t0")
        )
    )

    value = parse_yaml(text).value
    wrong = {(finding.code, finding.where) for finding in loaded(text).findings}

    assert (value["organ"]["name"], value["year"], value["statistics"]["edition"]) == (None, None, "2021")
    assert value["statistics"]["proactive"]["licensing"]["decisions"] is None
    assert {("field-missing", "organ.name"), ("field-missing", "year")} <= wrong


def test_an_incomplete_report_serves_as_last_year(tmp_path: Path):
    text = transcript(report_of(tmp_path, statistics=statistics(applications__received__total=None)))
    text = text.replace("year: 2025", "year: 2024").replace('county: "云岭县"', "county: null")
    last = tmp_path / "last.yaml"
    last.write_text(text, encoding="utf-8")
    this = tmp_path / "this.yaml"
    this.write_text(text.replace("year: 2024", "year: 2025"), encoding="utf-8")

    found = load_dossier(this, prior=last)

    assert not [finding for finding in found.findings if finding.where == "prior"]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=30), max_size=12))
def test_whatever_a_file_says_the_dossier_stays_one(texts: list[str]):
    lines = (
        "灵溪镇2025年政府信息公开工作年度报告",
        "一、总体情况",
        *texts,
        "五、存在的主要问题及改进情况",
        "一是" + "".join(texts),
    )

    value = parse_yaml(transcript(published_report(lines_document(*lines)))).value

    assert [
        item for item in violations("dossier", value) if item.path[0] in {"read", "problems", "fees", "profile"}
    ] == []


@pytest.mark.parametrize(
    "text", ["一、总体情况" + "字" * 400_000, "\n".join(f"{n}、其他" for n in "一二三四五六七八九十" * 30)]
)
def test_a_dossier_stays_small(text: str):
    made = transcript(published_report(lines_document(*text.split("\n"))))

    assert len(made.encode()) < MAX_BYTES
    assert [item for item in violations("dossier", parse_yaml(made).value) if item.path[0] == "read"] == []
