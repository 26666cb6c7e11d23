"""What single pages do, each in the fewest lines that show it."""

from drafter.reading.report import CellState
from drafter.reading.source import Place, SourceLine
from drafter.reading.tables import read_tables
from tests.reading.pages import read_text, states, text_blocks

APPLICANTS = ("natural_person", "business", "research", "welfare", "legal_service", "other", "total")
RULES = ("proactive.regulations.issued", "proactive.regulations.repealed", "proactive.regulations.in_force")
HEADS = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n"


def row(key: str) -> list[str]:
    return [f"applications.{key}.{column}" for column in APPLICANTS]


def test_a_row_with_a_value_too_few_is_not_read_and_marked():
    read = read_text("一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n三、\t(一) 予以公开\t0\t0\t0\t0\t0\t0")

    cells = [read.cells[path] for path in row("granted")]

    assert {(cell.state, cell.conversion_suspect) for cell in cells} == {(CellState.UNREADABLE, True)}
    assert read.cells["applications.received.total"].value == 0


def test_a_table_that_stops_is_marked_and_its_other_cells_are_absent():
    read = read_text(HEADS + "规章 | 1 | 2 | 3 |")

    assert read.tables[0].conversion_suspect
    assert read.cells["proactive.licensing.decisions"].state is CellState.ABSENT


def test_blank_cells_are_found_by_counting_line_ends():
    text = "一、本年新收政府信息公开申请数量\n\n12" + "\n" * 7 + "12\n\n二、上年结转政府信息公开申请数量" + "\n\n0" * 7

    assert states(text, *row("received")) == [12, "blank", "blank", "blank", "blank", "blank", 12]


def test_local_rows_move_no_other_and_are_kept_as_rows_of_no_key():
    text = "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n3\n行政检查\n5\n行政强制\n4\n行政事业性收费\n0"

    assert states(text, "proactive.penalties.decisions", "proactive.coercion.decisions") == [3, 4]
    assert [row.label for row in read_text(text).tables[0].rows if not row.key] == ["行政检查"]


def test_a_change_under_a_count_shows_that_the_row_is_out_of_place():
    heads = "第二十条第（五）项\n信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n"
    paths = [f"proactive.licensing.{column}" for column in ("previous_items", "change", "decisions")]

    assert states(heads + "行政许可 | 12 | 增加3 | 40 |", *paths) == [12, 3, 40]
    assert states(heads + "行政许可 |  | 12 | 增加3 |", *paths) == ["unreadable"] * 3


def test_the_old_heads_over_one_value_leave_it_open_which_column_it_is():
    text = "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 7 |||"

    assert 7 not in states(text, *(f"proactive.licensing.{key}" for key in ("previous_items", "change", "decisions")))


def test_a_report_of_mixed_editions_keeps_the_cells_of_both():
    text = (
        "第二十条第(一)项 |\n信息内容 | 本年新 制作数量 | 本年新 公开数量 | 对外公开总数量 |\n规章 | 1 | 2 | 3 |\n"
        "第二十条第(八)项 |\n信息内容 | 本年收费金额(单位:万元) |\n行政事业性收费 | 10 |"
    )
    read = read_text(text, 2022)

    assert read.cells["proactive.regulations.published_total"].value == 3
    assert read.foreign_cells["proactive.fees.amount"].value == 10


def test_the_total_may_stand_first():
    head = "申请人情况\n总计\n自然人\n法人或其他组织\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n"

    assert states(head + "一、本年新收政府信息公开申请数量\n21\n1\n2\n3\n4\n5\n6", *row("received")) == [
        1,
        2,
        3,
        4,
        5,
        6,
        21,
    ]


def test_rows_that_lost_their_labels_are_placed_if_they_fill_the_gap():
    rows = "\n".join(f"| {number} | 0 | 0 | 0 | 0 | 0 | {number} |" for number in (5, 6))
    text = (
        f"| 2.其他法律行政法规禁止公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n{rows}\n"
        "| 5.属于三类内部事务信息 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"
    )

    assert states(text, *row("refused.third_party")) == [6, 0, 0, 0, 0, 0, 6]


def test_figures_run_together_are_parted_only_where_there_is_one_way():
    text = "规章000\n规范性文件141414\n信息内容上一年项目数量本年增/减处理决定数量\n行政许可003"

    assert states(text, "proactive.licensing.previous_items", "proactive.licensing.decisions", year=2019)[-1] != 14
    assert 14 not in states(text, *(f"proactive.normative_documents.{key}" for key in ("produced", "newly_published")))


def test_a_table_shown_twice_and_differently_is_not_certain():
    assert states(f"{HEADS}规章 | 0 | 1 | 2 |\n{HEADS}规章 | 0 | 0 | 2 |", *RULES) == [0, "unreadable", 2]


def test_a_table_of_the_overview_is_not_the_statutory_one():
    own = "一、总体情况\n类别 | 数量 |\n行政许可 | 12 |\n"
    text = own + "二、主动公开政府信息情况\n信息内容 | 本年处理决定数量 |\n行政许可 | 239 |"

    assert states(text, "proactive.licensing.decisions") == [239]


def test_the_blocks_of_a_table_are_told_from_prose_and_headings():
    text = (
        "二、主动公开政府信息情况\n我镇今年公开了许多信息，其中有规章0件，另有行政许可若干件，都在网上可以查到。\n\n"
        + HEADS
    )
    read = read_tables(text_blocks(text + "规章 | 1 | 2 | 3 |\n\n三、收到和处理政府信息公开申请情况"))

    assert read.blocks == {3, 4}


def test_a_cell_knows_where_it_stands():
    read = read_tables([SourceLine("规章 | 1 | 2 | 3 |", Place(7, line=9)), *text_blocks("")], 2021)

    assert {cell.place for cell in read.cells.values() if cell.written} == {Place(7, line=9)}


def test_prose_alone_has_no_tables():
    read = read_text("我镇全年公开信息12条。\n0\n其他\n3", 2020)

    assert (read.edition, read.tables, read.blocks) == ("2019", (), frozenset())
