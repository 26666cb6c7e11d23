"""A whole report from a file: what is certain is read, the rest is said."""

from pathlib import Path

import pytest

from drafter.document.formats import FORMATS
from drafter.reading.published import read_report
from drafter.reading.report import PublishedReport
from tests.document.sample import distinct_statistics
from tests.reading.formats.pages import PROSE, site
from tests.reading.formats.word_files import paragraph, saved, table, word
from tests.reading.round_trip import document_of
from tests.sample import dossier


def codes(report: PublishedReport) -> list[str]:
    return [finding.code for finding in report.findings]


def read_text(folder: Path, text: str, name: str = "report.txt") -> PublishedReport:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_report(path)


BLOCK = (
    "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t2\t1\t6\n"
)


def test_a_page_of_a_site_is_read_whole(tmp_path: Path):
    path = tmp_path / "年报.htm"
    path.write_bytes(site(charset="gb2312").encode("gb18030"))

    report = read_report(path)

    assert (report.year, report.form.edition, report.period) == (2025, "2021", ("2025-01-01", "2025-12-31"))
    assert report.title is not None
    assert report.title.text == PROSE["title"]
    assert (report.contact.organ, report.contact.phone) == ("灵溪镇人民政府", "0000-1234567")
    assert report.statistics["proactive.normative_documents.in_force"] == 6
    assert str(report.statistics["proactive.fees.amount"]) == "0.038"
    assert report.fees is not None
    assert [section.key for section in report.sections] == ["overview", "proactive", "other"]
    assert codes(report) == ["hidden-text", "table-absent", "table-absent"]
    assert len(report.source.sha256) == 64


def test_a_fragment_gives_statistics_without_a_year(tmp_path: Path):
    report = read_text(tmp_path, BLOCK)

    assert (report.year, report.title, report.sections, report.form.edition) == (None, None, (), "2021")
    assert report.statistics["proactive.normative_documents.issued"] == 2
    assert "year-unknown" in codes(report)


def test_the_edition_is_that_of_the_labels(tmp_path: Path):
    old = (
        "第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
        "规章\t0\t0\t0\n规范性文件\t2\t2\t6\n"
    )

    assert read_text(tmp_path, old).form.edition == "2019"


def test_a_table_of_another_edition_than_the_year_is_said(tmp_path: Path):
    report = read_text(tmp_path, f"灵溪镇2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n{BLOCK}")

    assert (report.year, report.form.edition) == (2020, "2021")
    assert "edition-differs" in codes(report)


def test_a_title_and_a_period_of_two_years_are_said(tmp_path: Path):
    text = "灵溪镇2025年政府信息公开工作年度报告\n统计期限自2024年1月1日至2024年12月31日。\n一、总体情况\n正文。\n"

    report = read_text(tmp_path, text)

    assert (report.year, "year-differs" in codes(report)) == (2025, True)


def test_a_report_from_before_the_forms_has_its_year_all_the_same(tmp_path: Path):
    report = read_text(tmp_path, "灵溪镇2017年政府信息公开工作年度报告\n一、概述\n正文。\n")

    assert report.year == 2017


def test_empty_cells_are_blank_and_not_zero(tmp_path: Path):
    report = read_text(tmp_path, BLOCK.replace("规章\t0\t0\t0", "规章\t\t/\t0"), "a.txt")
    blank = [path for path, cell in report.cells.items() if cell.state.value == "blank"]

    assert report.statistics["proactive.regulations.issued"] is None
    assert set(blank) >= {"proactive.regulations.repealed"}
    assert "cell-blank" in codes(report)


def test_numbers_of_tables_are_in_no_prose(tmp_path: Path):
    body = (
        paragraph("二、主动公开政府信息情况")
        + table(["规章", "0", "0", "0"], ["行政规范性文件", "2", "1", "6"])
        + paragraph("后。")
    )

    report = read_report(saved(tmp_path, word(body)))

    assert [line.text for line in report.sections[0].lines] == ["后。"]


def test_pictures_where_tables_should_be_are_said(tmp_path: Path):
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    body = paragraph("二、主动公开政府信息情况") + paragraph(picture)

    absent = [
        finding for finding in read_report(saved(tmp_path, word(body))).findings if finding.code == "table-absent"
    ]

    assert len(absent) == 3
    assert all("图片" in finding.message for finding in absent)


def test_a_traditional_page_reads_as_a_simplified_one(tmp_path: Path):
    from opencc import OpenCC

    written = dossier("2021", statistics=distinct_statistics("2021"))
    page = FORMATS["html"](document_of(written)).decode()
    path = tmp_path / "report.html"
    path.write_text(OpenCC("s2t").convert(page), encoding="utf-8")

    report = read_report(path)

    assert [section.key for section in report.sections] == [section.key for section in report.form.sections]
    assert report.contact.organ == "灵溪镇人民政府"
    assert [problem.text for problem in report.problems] == [problem.text for problem in written.problems]
    assert dict(report.statistics.values) == dict(written.statistics.values)


@pytest.mark.parametrize("style", ["|", "\t"])
def test_the_seed_of_flattened_tables_goes_through(style: str, tmp_path: Path):
    report = read_text(tmp_path, f"一、总体情况\n公开3条。\n二、主动公开政府信息情况\n{BLOCK.replace(chr(9), style)}")

    assert report.statistics["proactive.normative_documents.repealed"] == 1
    assert [line.text for section in report.sections for line in section.lines] == ["公开3条。"]
