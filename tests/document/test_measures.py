import pytest

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.document.measures import FONT_SIZE, TEXT_WIDTH, column_widths, font_size, keeps_next
from tests.document.sample import sample


@pytest.mark.parametrize("width", [1, 2, 7, 11, 15])
def test_the_columns_of_any_table_add_up_to_the_text_area(width):
    assert sum(column_widths(Grid("t", "表", width, 0, ()))) == TEXT_WIDTH


def test_a_figure_of_four_digits_keeps_its_size_and_a_long_one_shrinks():
    assert font_size("9999", 590) == FONT_SIZE
    assert font_size("1234567", 590) == 7.0


def test_a_label_keeps_its_size_because_it_wraps():
    assert font_size("申请人无正当理由逾期不补正", 590) == FONT_SIZE


def test_a_small_group_stays_on_one_page_and_a_long_one_may_break():
    applications = list(sample().grids())[1]
    kept = [row for row in range(len(applications.rows)) if keeps_next(applications, row)]
    first_secret = next(cell.row for cell in applications.cells() if cell.path.endswith("state_secret.total"))

    assert kept[:3] == [0, 1, 2]
    assert set(range(first_secret, first_secret + 7)) <= set(kept)
    assert {first_secret - 1, first_secret + 7}.isdisjoint(kept)


def test_a_table_of_one_row_keeps_nothing():
    cell = GridCell(0, 0, "1", CellRole.VALUE, path="a")

    assert not keeps_next(Grid("t", "表", 1, 0, ((cell,),)), 0)
