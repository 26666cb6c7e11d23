from drafter.document.markdown import write_markdown
from tests.document.sample import sample, with_text


def lines() -> list[str]:
    return write_markdown(sample()).splitlines()


def test_headings_stand_on_their_levels():
    assert lines()[0] == "# 灵溪镇人民政府2025年政府信息公开工作年度报告"
    assert "## 一、总体情况" in lines()
    assert "### （一）主动公开" in lines()


def test_a_column_is_headed_by_its_path():
    head = next(line for line in lines() if line.startswith("| （本列数据"))

    assert "| 申请人情况·法人或其他组织·商业企业 |" in head
    assert head.endswith("| 申请人情况·总计 |")


def test_a_group_stands_in_each_of_its_rows():
    assert sum(line.startswith("| 三、本年度办理结果 |") for line in lines()) == 22
    assert sum(line.startswith("| 三、本年度办理结果 | （三）不予公开 |") for line in lines()) == 8


def test_a_value_over_several_columns_stands_once():
    assert "| 行政许可 | 17 |  |  |" in lines()


def test_every_row_of_a_table_has_as_many_cells():
    widths = [line.count(" | ") for line in lines() if line.startswith("| ") and "第二十条" not in line]

    assert set(widths) == {3, 9, 14}


def test_signs_of_markdown_are_escaped():
    text = write_markdown(with_text("1. *a* | <b> & #x"))

    assert "\n\n1\\. \\*a\\* \\| \\<b\\> \\& \\#x" in text
