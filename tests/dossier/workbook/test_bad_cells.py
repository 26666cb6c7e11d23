"""Whatever is typed into a number cell and is no number is a finding with its address; nothing is mended."""

from datetime import date, datetime, time
from typing import Any

import pytest

from drafter.findings import Severity
from tests.dossier.workbook.filling import filled, found, loaded, place, put, read, read_statistics, saved

CELL = "applications.granted.natural_person"
MONEY = "proactive.fees.amount"
BAD = {
    "slash": ("/", "cell-slash"),
    "dash": ("-", "cell-slash"),
    "long dash": ("——", "cell-slash"),
    "none": ("无", "cell-slash"),
    "spaces": ("  ", "cell-blank"),
    "full width": ("１２", "cell-fullwidth"),
    "thousands": ("1,234", "cell-thousands-separator"),
    "unit": ("3件", "cell-unit"),
    "word": ("三", "cell-not-a-number"),
    "number as text": ("12", "cell-not-a-number"),
    "decimal as text": ("3.0", "cell-not-a-number"),
    "decimal": (3.5, "cell-decimal"),
    "negative": (-3, "cell-negative"),
    "huge": (1e12, "cell-too-large"),
    "beyond all bounds": (1e300, "cell-too-large"),
    "tiny": (1e-300, "cell-decimal"),
    "true": (True, "cell-not-a-number"),
    "date": (date(2025, 1, 3), "cell-date"),
    "moment": (datetime.fromisoformat("2025-01-03T04:05"), "cell-date"),
    "time": (time(4, 5), "cell-date"),
    "formula as text": ("=1+1", "cell-not-a-number"),
    "sheet formula as text": ("@SUM(A1)", "cell-not-a-number"),
    "long text": ("很" * 500, "cell-not-a-number"),
}


def with_cell(value: Any, path: str = CELL) -> Any:
    book = filled()
    address = place(("statistics", path))
    put(book, address, value)
    if isinstance(value, str):
        book["表三" if path == CELL else "表二"][address.split("!")[1]].data_type = "s"
    return book


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_count_is_named_with_its_address(name: str):
    value, code = BAD[name]
    book = with_cell(value)

    # The total of the row and of the column lack a part, so they are empty; nothing else is wrong.
    assert (code, place(("statistics", CELL))) in found(book)
    assert {item for item, _ in found(book)} == {code, "cell-null"}
    assert all(len(item.message) < 150 for item in loaded(book).findings)


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!"])
def test_an_error_value_is_no_empty_cell(text: str):
    book = filled()
    put(book, place(("statistics", CELL)), text)
    book["表三"][place(("statistics", CELL)).split("!")[1]].data_type = "e"

    assert ("cell-error", place(("statistics", CELL))) in found(book)


def test_all_problems_come_at_once():
    book, paths = filled(), [f"applications.refused.{key}.natural_person" for key in ("state_secret", "stability")]
    for path, value in zip((*paths, MONEY), ("无", -1, "3.5元"), strict=True):
        put(book, place(("statistics", path)), value)

    assert {("cell-slash", "表三!D11"), ("cell-negative", "表三!D13"), ("cell-unit", "表二!B17")} <= set(found(book))


@pytest.mark.parametrize("value", [3.0, 3])
def test_a_whole_number_is_whole_however_it_is_stored(value: float):
    values = read_statistics(read(saved(with_cell(value)))).values

    assert repr(values[CELL]) == "3"


def test_money_is_exact():
    values = read_statistics(read(saved(with_cell(3862.673422, MONEY)))).values

    assert str(values[MONEY]) == "3862.673422"


def test_an_empty_cell_stays_empty_and_so_do_its_totals():
    values = read_statistics(read(saved(with_cell(None)))).values

    assert {path for path, value in values.items() if value is None} == {
        CELL,
        "applications.granted.total",
        "applications.concluded.natural_person",
        "applications.concluded.total",
    }


def test_totals_without_a_saved_value_are_computed_and_it_is_said():
    findings = [item for item in loaded(filled()).findings if item.code == "total-computed"]

    assert [(item.severity, item.address) for item in findings] == [
        (Severity.INFO, "表三!J7"),
        (Severity.INFO, "表四!E7"),
    ]


def test_a_total_typed_over_that_is_no_sum_is_a_finding():
    book = filled()
    put(book, place(("statistics", "applications.received.total")), 4)

    assert ("applicants-sum", "表三!J7") in found(book)


def test_an_unknown_level_or_aspect_is_named_at_its_cell():
    book = filled()
    put(book, place(("organ", "level")), "区")
    book["工作材料"]["B4"], book["工作材料"]["C4"], book["工作材料"]["H4"] = "宣传", "开展宣传", "做完了"

    assert found(book) == [
        ("field-value", "机关信息!B6"),
        ("field-value", "工作材料!B4"),
        ("field-value", "工作材料!H4"),
    ]


def test_a_note_without_aspect_or_number_is_named_at_the_empty_cell():
    book = filled()
    book["工作材料"]["A5"], book["工作材料"]["C5"] = None, "开展宣传"

    assert found(book) == [("field-missing", "工作材料!A5"), ("field-missing", "工作材料!B5")]


def test_notes_problems_and_fees_become_those_of_a_dossier():
    book = filled(fees={"notices": 1, "billed_yuan": 30.5, "collected_yuan": 0})
    for column, value in zip(
        "BCDEFGH", ["监督保障", "开展培训 2 次", "通知", "培训通知", date(2025, 6, 11), "党政办", "已完成"], strict=True
    ):
        book["工作材料"][f"{column}4"] = value
    book["工作材料"]["B7"], book["工作材料"]["C7"], book["工作材料"]["H7"] = "改进", "每季度自查", "拟开展"
    book["问题与措施"]["A4"], book["问题与措施"]["B4"] = "政策解读形式单一", "增加图解"
    book["上年问题整改"]["A4"], book["上年问题整改"]["B4"] = "更新不及时", "已更换公开栏6块"
    put(book, place(("organ", "postcode")), 276300)
    dossier = loaded(book).dossier

    assert dossier is not None
    assert [(note.id, note.aspect, note.source.date, note.planned) for note in dossier.notes] == [
        ("N01", "监督保障", "2025-06-11", False),
        ("N04", "改进", "", True),
    ]
    assert [(item.text, item.measure) for item in dossier.problems] == [("政策解读形式单一", "增加图解")]
    assert [(item.text, item.status) for item in dossier.last_problems] == [("更新不及时", "已更换公开栏6块")]
    assert (dossier.fees.notices, str(dossier.fees.billed_yuan)) == (1, "30.5")
    assert dossier.organ.postcode == "276300"


def test_a_field_that_stands_twice_is_a_finding():
    book = filled()
    book["机关信息"]["A25"], book["机关信息"]["B25"] = "机关全称", "别的镇人民政府"

    assert found(book) == [("field-repeated", "机关信息!B25")]


def test_a_sheet_that_is_not_known_is_said_to_be_left_out():
    book = filled()
    book.create_sheet("草稿")["C3"] = "随手记"

    assert found(book) == [("sheet-unknown", "草稿!A1")]


def test_findings_come_in_the_order_of_the_workbook():
    book = filled()
    for path in ("disputes.review.upheld", "proactive.fees.amount", "applications.received.business"):
        put(book, place(("statistics", path)), "无")
    put(book, place(("organ", "name")), None)

    sheets = [address.split("!")[0] for _, address in found(book)]
    assert sheets == sorted(sheets, key=["机关信息", "表二", "表三", "表四"].index)


def test_last_years_bad_cell_is_a_warning_with_its_address():
    book = filled(prior={"applications.carried_out.total": 0})
    put(book, place(("prior", "applications.carried_out.business")), "无")

    assert found(book) == [("prior-cells", place(("prior", "applications.carried_out.business")))]


def test_last_years_figures_are_compared():
    book = filled(prior={"applications.carried_out.total": 2})

    assert found(book) == [("carry-over-differs", "表三!J8")]
