"""B03, B04, B12, B13, B15: the labels of the tables."""

from dataclasses import replace

import pytest

from drafter.form.editions import load_form
from drafter.reading.report import ReadRow, ReadTable
from tests.audit.published import clean, found, marked, severities, with_rows, with_table


def labelled(table: str, key: str, label: str, edition: str = "2021") -> list[tuple[str, str]]:
    return found(with_rows(clean(edition), table, lambda row: replace(row, label=label) if row.key == key else row))


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("unavailable.still_unclear", "3.补正后申请内容仍"),
        ("refused.third_party", "4.保护第三方权益"),
        ("received", "一、本年新收政府信息公开申请数"),
        ("carried_in", "二、上年结转政府信息公开数量"),
    ],
)
def test_a_label_cut_or_changed_is_found(key: str, label: str):
    assert labelled("applications", key, label) == [("B03", f"applications.{key}")]


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("refused.state_secret", "属于国家秘密"),
        ("refused.stability", '3.危及"三安全一稳定"'),
        ("received", "一、本年新收政府信息公开申请数量（含网上）"),
    ],
)
def test_a_label_without_its_number_or_with_a_gloss_is_right(key: str, label: str):
    assert labelled("applications", key, label) == []


def test_a_row_whose_label_is_too_far_gone_for_a_key_is_still_that_row():
    def lose(row: ReadRow) -> ReadRow:
        return replace(row, key="", label="（七）总") if row.key == "concluded" else row

    report = with_rows(clean(), "applications", lose)

    assert [rule for rule, _ in found(report)] in (["B03"], ["B02", "B05"])


@pytest.mark.parametrize("head", ["本年制发件", "现在行有效件数"])
def test_a_column_label_cut_or_changed_is_found(head: str):
    official = "本年制发件数" if "制发" in head else "现行有效件数"
    report = with_table(
        clean(), "proactive", lambda table: replace(table, heads=_replaced(table.heads, official, head))
    )

    assert found(report) == [("B03", "proactive")]
    assert marked(report, "B03") == [head]


def _replaced(heads: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    return tuple(new if head == old else head for head in heads)


def test_many_altered_labels_are_one_finding():
    report = with_rows(clean(), "applications", lambda row: replace(row, label=row.label[:-1] + "们"))

    assert found(report) == [("B03", "applications")]


def test_labels_lost_in_extraction_are_a_warning():
    def cut(row: ReadRow) -> ReadRow:
        cut_row = replace(row, label="3.补正后申请内容仍", conversion_suspect=True)
        return cut_row if row.key == "unavailable.still_unclear" else row

    assert severities(with_rows(clean(), "applications", cut), "B03") == ["warning"]


def test_a_label_of_the_other_edition_is_found():
    assert labelled("proactive", "normative_documents", "规范性文件") == [("B04", "proactive")]
    assert labelled("proactive", "normative_documents", "行政规范性文件", "2019") == [("B04", "proactive")]


def test_a_table_of_the_other_edition_is_one_finding():
    report = replace(clean("2019"), year=2025)

    assert [item for item in found(report, form=load_form("2021")) if item[0][0] == "B"] == [
        ("B04", "proactive"),
        ("B04", "applications"),
    ]


def test_foreign_labels_that_reading_saw_are_found():
    report = with_table(
        clean(),
        "proactive",
        lambda table: replace(table, foreign_labels=("第二十条第（九）项", "二、主动公开政府信息情况")),
    )

    assert found(report) == [("B04", "proactive")]


def test_blanks_and_half_width_brackets_in_labels_are_one_finding():
    report = with_rows(clean(), "applications", lambda row: replace(row, label=row.label.replace("（", "(")))
    report = with_rows(report, "proactive", lambda row: replace(row, label=row.label.replace("规章", "规 章")))

    assert found(report) == [("B12", "proactive")]


def test_a_column_label_in_pieces_is_found():
    def split(table: ReadTable) -> ReadTable:
        heads = [part for head in table.heads for part in ((head[:2], head[2:]) if head == "商业企业" else (head,))]
        return replace(table, heads=tuple(heads))

    assert found(with_table(clean(), "applications", split)) == [("B13", "applications")]


def test_labels_in_traditional_characters_are_the_same_labels():
    report = with_rows(clean(), "proactive", lambda row: replace(row, label=row.label.replace("规", "規")))

    assert found(report) == []


def test_a_group_label_in_pieces_is_found():
    def split(row: ReadRow) -> ReadRow:
        pieces = ("三、",) if row.key == "granted" else ("本年度办理结果", *row.groups[1:])
        return replace(row, groups=pieces) if row.groups else row

    assert found(with_rows(clean(), "applications", split)) == [("B13", "applications")]


@pytest.mark.parametrize("note", ["", "（本列数据的勾稽关系为：第一项等于第三项加第四项）"])
def test_a_note_that_is_missing_or_altered_is_found(note: str):
    report = with_table(clean(), "applications", lambda table: replace(table, note=note))

    assert found(report) == [("B15", "applications")]


def test_a_note_without_its_brackets_is_right():
    report = with_table(clean(), "applications", lambda table: replace(table, note=table.note.strip("（）")))

    assert found(report) == []
