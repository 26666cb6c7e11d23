from pathlib import Path

import pytest

from drafter.dossier.blank import blank_dossier
from drafter.dossier.intake import load_dossier
from drafter.findings import Severity
from drafter.form.editions import load_form
from tests.dossier.sample import TEXT

# The year before: one application carried over into 2025, five documents in force.
LAST = (
    TEXT.replace("year: 2025", "year: 2024")
    .replace("issued: 2, repealed: 1, in_force: 6", "issued: 0, repealed: 0, in_force: 5")
    .replace("2026年起", "2025年起")
)


def town(folder: Path, last: str | bytes | None = LAST, prior: str = "last.yaml") -> Path:
    """Return this year's dossier in a folder that holds last year's."""
    if last is not None:
        (folder / "last.yaml").write_bytes(last if isinstance(last, bytes) else last.encode())
    path = folder / "dossier.yaml"
    path.write_text(f"{TEXT}prior: {prior}\n", encoding="utf-8")
    return path


def codes(path: Path, prior: Path | None = None) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in load_dossier(path, prior=prior).findings]


def test_last_year_is_found_beside_the_dossier(tmp_path: Path):
    found = load_dossier(town(tmp_path))

    assert found.findings == ()
    assert found.dossier is not None
    assert found.dossier.prior is not None
    assert (found.dossier.prior.year, found.dossier.prior.form.edition) == (2024, "2021")


def test_a_bare_file_of_statistics_will_do(tmp_path: Path):
    statistics = LAST.partition("statistics:\n")[2].partition("notes:")[0]
    bare = "year: 2024\n" + "".join(line[2:] for line in statistics.splitlines(keepends=True))

    found = load_dossier(town(tmp_path, bare))
    assert found.findings == ()
    assert found.dossier is not None
    assert found.dossier.prior is not None


def test_the_option_takes_the_place_of_the_field(tmp_path: Path):
    path = town(tmp_path, prior="nowhere.yaml")

    assert codes(path) == [("prior-unreadable", "prior")]
    assert codes(path, tmp_path / "last.yaml") == []


def test_carry_over_and_documents_in_force_are_compared(tmp_path: Path):
    last = LAST.replace("in_force: 5", "in_force: 4").replace(
        "carried_out: {natural_person: 1, business: 0", "carried_out: {natural_person: 0, business: 1"
    )

    assert codes(town(tmp_path, last)) == [
        ("in-force-differs", "proactive.normative_documents.in_force"),
        ("carry-over-differs", "applications.carried_in.business"),
        ("carry-over-differs", "applications.carried_in.natural_person"),
    ]


def test_a_jump_asks_for_a_reason_with_its_line(tmp_path: Path):
    (finding,) = load_dossier(town(tmp_path, LAST.replace("decisions: 46", "decisions: 9"))).findings

    assert (finding.code, finding.where) == ("jump-from-last-year", "proactive.licensing.decisions")
    assert TEXT.splitlines()[(finding.line or 0) - 1].startswith("    licensing")


def test_yuan_typed_as_wan_yuan_blocks(tmp_path: Path):
    (finding,) = load_dossier(town(tmp_path, LAST.replace("amount: 0.038", "amount: 380"))).findings

    assert (finding.code, finding.where, finding.severity) == ("unit-slip", "proactive.fees.amount", Severity.ERROR)


@pytest.mark.parametrize(
    "last",
    [
        None,
        b"",
        b"- 1\n",
        b"\xff\xfe\xfd",
        "year: 2024\n",
        "edition: '2021'\n",
        "organ: 甲\nyear: 2024年\nstatistics: {}\n",
        "year: 2024\nedition: '1999'\n",
        "a: &x 1\nb: *x\n",
        "year: 99999999\nstatistics: {edition: '2021'}\n",
    ],
    ids=["missing", "empty", "list", "noise", "no figures", "no year", "bad year", "bad edition", "alias", "far year"],
)
def test_a_file_that_cannot_be_used_is_a_finding_and_no_crash(tmp_path: Path, last: str | bytes | None):
    found = load_dossier(town(tmp_path, last))
    (finding,) = found.findings

    assert (finding.code, finding.where, finding.severity) == ("prior-unreadable", "prior", Severity.ERROR)
    assert finding.line == len(TEXT.splitlines()) + 1


def test_a_dossier_that_names_itself_is_compared_with_no_year(tmp_path: Path):
    assert codes(town(tmp_path, None, prior="dossier.yaml")) == [("prior-year", "prior")]


def test_a_year_that_is_not_the_year_before_is_not_compared(tmp_path: Path):
    found = load_dossier(
        town(tmp_path, LAST.replace("year: 2024", "year: 2023").replace("in_force: 5", "in_force: 99"))
    )

    assert [(finding.code, finding.severity) for finding in found.findings] == [("prior-year", Severity.WARNING)]
    assert found.dossier is not None
    assert found.dossier.prior is None


def test_the_file_of_another_township_is_noticed(tmp_path: Path):
    assert codes(town(tmp_path, LAST.replace("name: 灵溪镇人民政府", "name: 平桥镇人民政府"))) == [
        ("prior-organ", "prior")
    ]


def test_cells_of_last_year_that_are_no_numbers_are_not_compared(tmp_path: Path):
    found = load_dossier(town(tmp_path, LAST.replace("decisions: 46", "decisions: 46件")))

    assert [(finding.code, finding.severity) for finding in found.findings] == [("prior-cells", Severity.WARNING)]
    assert found.dossier is not None
    assert found.dossier.prior is not None
    assert found.dossier.prior.statistics["proactive.licensing.decisions"] is None


def test_last_year_may_be_in_the_older_edition(tmp_path: Path):
    older = blank_dossier(load_form("2019"), 2020).replace("null   # 总计", "1   # 总计")
    path = town(tmp_path, older)
    path.write_text(
        path.read_text(encoding="utf-8").replace("year: 2025", "year: 2021").replace("2026年起", ""), encoding="utf-8"
    )
    (tmp_path / "last.yaml").write_text(older.replace("\n  name: null", "\n  name: 灵溪镇人民政府"), encoding="utf-8")

    found = load_dossier(path)

    assert found.dossier is not None
    assert found.dossier.prior is not None
    assert found.dossier.prior.form.edition == "2019"
    assert {finding.code for finding in found.findings} <= {"jump-from-last-year", "note-year"}
