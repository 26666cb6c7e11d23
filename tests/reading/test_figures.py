from decimal import Decimal

import pytest

from drafter.form.model import Kind
from drafter.reading.report import CellState
from drafter.reading.tables.figures import figure, is_figure


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", Kind.COUNT, 12),
        ("１２", Kind.COUNT, 12),
        ("1,234", Kind.COUNT, 1234),
        ("12件", Kind.COUNT, 12),
        ("0.00", Kind.COUNT, 0),
        ("????0", Kind.COUNT, 0),
        ("? 3", Kind.COUNT, 3),
        ("+208", Kind.CHANGE, 208),
        ("-10", Kind.CHANGE, -10),
        ("－10", Kind.CHANGE, -10),
        ("减4", Kind.CHANGE, -4),
        ("減少4項", Kind.CHANGE, -4),
        ("增加3", Kind.CHANGE, 3),
        ("70487元", Kind.MONEY, Decimal("7.0487")),
        ("3862.673422 万元", Kind.MONEY, Decimal("3862.673422")),
        ("1.2亿元", Kind.MONEY, 12000),
    ],
)
def test_a_number_is_read_exactly(text: str, kind: Kind, value: int | Decimal):
    assert (figure(text, kind).state, figure(text, kind).value) == (CellState.READ, value)


@pytest.mark.parametrize("text", ["", " ", "　", "/", "－", "—", "_", "无", "【待补】"])
def test_nothing_is_blank_and_never_zero(text: str):
    assert all((figure(text, kind).state, figure(text, kind).value) == (CellState.BLANK, None) for kind in Kind)


@pytest.mark.parametrize("text", ["????", "①", "00", "012", "1 2", "5.5", "-3", "3元", "2020年", "见附件", "0/0", "2."])
def test_what_is_no_certain_count_is_not_read(text: str):
    assert figure(text, Kind.COUNT).state is CellState.UNREADABLE


def test_the_unit_of_a_label_counts_where_the_cell_has_none():
    assert figure("70487", Kind.MONEY, "采购总金额（元）").value == Decimal("7.0487")
    assert figure("26.55", Kind.MONEY, "本年收費金額(單位:萬元)").value == Decimal("26.55")
    assert figure("7万元", Kind.MONEY, "采购总金额（元）").value == 7


def test_an_amount_without_any_unit_is_less_certain():
    assert (
        figure("52.15", Kind.MONEY, "采购总金额").confidence < figure("52.15万元", Kind.MONEY, "采购总金额").confidence
    )


def test_the_number_of_a_label_is_no_figure():
    assert [text for text in ("1.", "3、", "（一）", "5") if is_figure(text)] == ["5"]
