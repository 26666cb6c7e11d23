"""The example dossiers: valid, complete, exact, and worded so that a good report comes of them."""

from decimal import Decimal
from pathlib import Path

import pytest

from drafter.audit.readback import read_back
from drafter.dossier.intake import load_dossier
from drafter.dossier.model import Dossier
from drafter.findings import Severity, at_or_above
from drafter.form.profile import load_profile
from drafter.richtext import PieceKind
from drafter.runs.pipeline import Report, draft_report, overview_length

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SHUANGTU = "shuangtu-2020/dossier.yaml"
LINGXI = "lingxi-2025/dossier.yaml"
LINGXI_LAST = "lingxi-2025/dossier-2024.yaml"
ALL = [SHUANGTU, LINGXI, LINGXI_LAST]


def dossier(name: str) -> Dossier:
    loaded = load_dossier(EXAMPLES / name)
    assert loaded.dossier is not None, loaded.findings
    return loaded.dossier


def report(name: str) -> Report:
    return draft_report(dossier(name), (), ())


def figures(found: Report) -> set[Decimal]:
    return {Decimal(fact.value) for fact in found.ledger.facts.values() if fact.value is not None}


def test_every_dossier_here_is_tried():
    single = [path for path in EXAMPLES.rglob("*.yaml") if "county" not in path.parts]

    assert {path.relative_to(EXAMPLES).as_posix() for path in single} == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_an_example_has_no_error(name: str):
    assert at_or_above(load_dossier(EXAMPLES / name).findings, Severity.ERROR) == []


@pytest.mark.parametrize("name", [LINGXI, LINGXI_LAST])
def test_the_invented_township_leaves_no_doubt(name: str):
    assert at_or_above(load_dossier(EXAMPLES / name).findings, Severity.WARNING) == []


@pytest.mark.parametrize("name", ALL)
def test_every_cell_of_an_example_is_reported(name: str):
    assert dossier(name).statistics.is_complete


@pytest.mark.parametrize("name", ALL)
def test_the_overview_is_as_long_as_a_good_one(name: str):
    low, high = load_profile("default").overview_characters

    assert low <= overview_length(report(name).draft) <= high


@pytest.mark.parametrize("name", ALL)
def test_every_note_of_an_example_is_used(name: str):
    found = report(name)
    cited = {source for sentence in found.draft.sentences() for source in sentence.cites}

    assert {note.id for note in found.dossier.notes} <= cited


def test_the_real_township_shows_its_published_figures():
    published = {Decimal(figure) for figure in ("77", "43", "254", "3862.673422")} | {Decimal("17.6") * 10000}

    assert published <= figures(report(SHUANGTU))


def test_what_the_real_report_does_not_say_is_left_to_be_filled_in():
    gaps = [ref for sentence in report(SHUANGTU).draft.sentences() for ref in sentence.text.refs(PieceKind.GAP)]

    assert gaps == ["工作考核结果情况", "社会评议结果情况", "责任追究结果情况"]


def test_cells_that_the_published_table_lost_are_zero_and_marked():
    found = dossier(SHUANGTU)
    marks = [mark for doubt in found.doubts for mark in doubt.cells]
    doubted = [path for path in found.statistics.values if any(path.startswith(mark.rstrip("*")) for mark in marks)]

    assert all(doubt.reason.startswith("原文缺失") for doubt in found.doubts)
    assert {found.statistics[path] for path in doubted} == {0}
    # 表三: row （一） and the nine rows from （四）3 to the end, seven cells each; the whole of 表四.
    assert len(doubted) == 10 * 7 + 15


def test_the_real_township_is_zero_but_for_its_procurement():
    found = dossier(SHUANGTU)

    assert {path: value for path, value in found.statistics.values.items() if value} == {
        "proactive.procurement.items": 254,
        "proactive.procurement.amount": Decimal("3862.673422"),
    }


def test_the_invented_township_has_every_kind_of_matter():
    value = dossier(LINGXI).statistics.number

    received = [value(f"applications.received.{column}") for column in ("natural_person", "business", "legal_service")]
    assert min(received) > 0
    assert value("applications.carried_in.total") == value("applications.carried_out.total") == 1
    assert value("disputes.review.total") == 1
    assert dossier(LINGXI).fees is not None


def test_the_invented_township_has_nothing_left_to_fill_in():
    assert [gap for name in (LINGXI, LINGXI_LAST) for gap in report(name).draft.gaps()] == []


@pytest.mark.parametrize("name", ALL)
def test_every_cell_reads_back_from_word_and_web_as_the_statistics_say(name: str):
    found = draft_report(dossier(name), (), ("docx", "html"))
    printed = [(path, cell.text) for grid in found.document.grids() for cell in grid.cells() if (path := cell.path)]

    assert {path for path, _ in printed} == set(found.dossier.form.cells)
    for file_format in ("docx", "html"):
        tables = read_back(file_format, found.files[f"report.{file_format}"]).tables
        texts = [text for table in tables for text in table]
        paths = [cell.path for grid in found.document.grids() for cell in grid.cells()]
        cells = {path: text for path, text in zip(paths, texts, strict=True) if path}
        amounts = {path: text.removesuffix("万元") for path, text in cells.items()}

        assert {path: Decimal(text) for path, text in amounts.items()} == dict(found.dossier.statistics.values)
