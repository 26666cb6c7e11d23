"""A report taken in for an audit with what is given beside it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drafter.audit.gazetteer import gazetteer_of, place_of, read_names
from drafter.audit.intake import Beside, take_in
from drafter.errors import InputError, UsageError
from drafter.runs.pipeline import draft_report
from tests.audit.published import clean
from tests.sample import ORGAN, dossier, neighbour

STATISTICS = "year: 2024\nedition: '2021'\napplications:\n  carried_out: {total: 7}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with our report in two formats and, below it, the reports of two neighbours."""
    files = draft_report(dossier(), [], ("docx", "md")).files
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    for name in ("石桥镇", "清河乡"):
        (tmp_path / "邻镇" / name).mkdir(parents=True)
        for file, content in draft_report(neighbour(name), [], ("html", "md")).files.items():
            (tmp_path / "邻镇" / name / file).write_bytes(content)
    return tmp_path


def test_a_report_alone_has_the_year_and_the_form_it_says(folder: Path):
    taken = take_in(folder / "report.docx", Beside())

    assert taken.findings == ()
    assert (taken.audited.year, taken.audited.form.edition) == (2025, "2021")
    assert taken.audited.report.contact.organ.endswith("灵溪镇人民政府")
    assert taken.audited.prior is None
    assert taken.audited.address.endswith("report.docx")


def test_the_year_that_is_asked_for_decides_the_form(folder: Path):
    audited = take_in(folder / "report.docx", Beside(year=2020)).audited

    assert (audited.year, audited.form.edition, audited.report.year) == (2020, "2019", 2025)


def test_a_dossier_is_no_report(folder: Path):
    (folder / "dossier.yaml").write_text(STATISTICS, encoding="utf-8")

    with pytest.raises(InputError):
        take_in(folder / "dossier.yaml", Beside())


def test_a_year_without_a_form_is_refused(folder: Path):
    with pytest.raises(UsageError):
        take_in(folder / "report.docx", Beside(year=2015))


def test_last_year_may_be_bare_statistics_or_a_report(folder: Path):
    (folder / "last.yaml").write_text(STATISTICS, encoding="utf-8")

    figures = take_in(folder / "report.docx", Beside(prior=folder / "last.yaml")).audited.prior
    report = take_in(folder / "report.docx", Beside(prior=folder / "report.md"))

    assert figures is not None
    assert (figures.year, figures.statistics["applications.carried_out.total"]) == (2024, 7)
    assert report.audited.prior is not None
    assert [finding.code for finding in report.findings] == ["prior-year"]


def test_last_year_that_cannot_be_used_is_refused(folder: Path):
    (folder / "last.yaml").write_text("year: 2024\n", encoding="utf-8")

    with pytest.raises(InputError):
        take_in(folder / "report.docx", Beside(prior=folder / "last.yaml"))


def test_siblings_are_read_once_each_and_name_other_places(folder: Path):
    taken = take_in(folder / "report.docx", Beside(siblings=folder / "邻镇"))

    assert sorted(item.contact.short for item in taken.audited.siblings) == ["清河乡", "石桥镇"]
    assert {"清河乡", "石桥镇"} <= taken.audited.gazetteer.others
    assert "灵溪镇" in taken.audited.gazetteer.own


def test_the_report_itself_is_not_its_sibling(folder: Path):
    taken = take_in(folder / "report.docx", Beside(siblings=folder))

    assert all("灵溪镇" not in item.contact.organ for item in taken.audited.siblings)


def test_a_sibling_that_cannot_be_read_is_said(folder: Path):
    (folder / "邻镇" / "坏.docx").write_bytes(b"PK\x03\x04 not a package")

    taken = take_in(folder / "report.docx", Beside(siblings=folder / "邻镇"))

    assert [finding.code for finding in taken.findings] == ["sibling-unreadable"]
    assert len(taken.audited.siblings) == 2


def test_a_missing_folder_is_refused(folder: Path):
    with pytest.raises(InputError):
        take_in(folder / "report.docx", Beside(siblings=folder / "没有"))


def test_variants_and_the_day_of_publication_are_handed_on(folder: Path):
    beside = Beside(variants=(folder / "report.md",), published=date(2026, 1, 20))
    audited = take_in(folder / "report.docx", beside).audited

    assert [variant.year for variant in audited.variants] == [2025]
    assert audited.published == date(2026, 1, 20)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("list.txt", "# 云岭县\n石桥镇人民政府\n\n- 清河乡\n"),
        ("list.yaml", "乡镇: [石桥镇人民政府, 清河乡]\n"),
        ("list.yml", "云岭县:\n  乡镇:\n    - 石桥镇人民政府\n    - 清河乡\n"),
    ],
)
def test_a_list_of_names_may_be_lines_or_yaml(tmp_path: Path, name: str, text: str):
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert read_names(tmp_path / name) == ("石桥镇人民政府", "清河乡")


@pytest.mark.parametrize("content", [b"", b"# \xe7\xa9\xba\n", b"\xca\xaf\xc7\xc5"])
def test_a_list_without_names_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / "list.txt").write_bytes(content)

    with pytest.raises(InputError):
        read_names(tmp_path / "list.txt")


@pytest.mark.parametrize(
    ("name", "place"),
    [("石桥镇人民政府", "石桥镇"), ("城关街道办事处", "城关街道"), ("邻山县", "邻山县"), ("县司法局", "")],
)
def test_only_places_and_governments_are_other_places(name: str, place: str):
    assert place_of(name) == place


def test_the_chain_of_the_report_is_never_another_place():
    names = ["灵溪镇人民政府", "云岭县人民政府", "云岭县灵溪镇", "云岭县", "石桥镇人民政府", "司法局"]

    gazetteer = gazetteer_of(clean(), names, ())

    assert gazetteer.others == {"石桥镇"}
    assert {ORGAN.name, ORGAN.short, ORGAN.county} <= gazetteer.own


def test_a_sibling_without_a_name_adds_none():
    nameless = replace(clean(), contact=replace(clean().contact, organ="", short=""))

    assert gazetteer_of(clean(), (), (nameless,)).others == frozenset()
