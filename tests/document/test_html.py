import re
from itertools import pairwise

import pytest
from lxml import html

from drafter.document.html import write_html
from drafter.errors import OutputError
from tests.document.sample import sample, with_text

EDITIONS = ("2019", "2021")


def page(edition="2021"):
    return html.document_fromstring(write_html(sample(edition)))


def test_the_page_says_its_language_title_and_origin():
    root = page()

    assert root.get("lang") == "zh-CN"
    assert root.findtext(".//title") == sample().title
    meta = {element.get("name"): element.get("content") for element in root.iter("meta")}
    assert meta["generator"] == "drafter"
    assert meta["identifier"] == sample().identifier


def test_the_page_asks_for_nothing_from_outside():
    text = write_html(sample())
    attributes = [value for element in page().iter() for name, value in element.items() if name in {"src", "href"}]

    assert attributes == []
    assert not re.search(r"url\(|@import|<script|<link|<iframe", text)


def test_headings_descend_without_a_jump():
    levels = [int(element.tag[1]) for element in page().iter("h1", "h2", "h3", "h4")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_value_is_headed_by_labels_that_are_there(edition):
    root = page(edition)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    values = [cell for cell in root.iter("td") if cell.get("data-fact")]

    assert len(ids) == len(set(ids))
    assert len(values) == len([path for grid in sample(edition).grids() for path in grid.values()])
    for cell in values:
        assert cell.get("headers"), cell.get("data-fact")
        assert set(cell.get("headers").split()) <= set(ids)


@pytest.mark.parametrize(
    ("path", "labels"),
    [
        (
            "applications.refused.state_secret.business",
            ["申请人情况", "法人或其他组织", "商业企业", "三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"],
        ),
        ("applications.carried_out.total", ["申请人情况", "总计", "四、结转下年度继续办理"]),
        ("proactive.coercion.decisions", ["第二十条第（六）项", "本年处理决定数量", "行政强制"]),
        ("proactive.normative_documents.repealed", ["第二十条第（一）项", "本年废止件数", "行政规范性文件"]),
        ("disputes.review.total", ["行政复议", "总计"]),
        ("disputes.litigation_after_review.other", ["行政诉讼", "复议后起诉", "其他结果"]),
    ],
)
def test_a_value_is_headed_by_exactly_its_labels(path, labels):
    root = page()
    cell = next(cell for cell in root.iter("td") if cell.get("data-fact") == path)

    assert [root.get_element_by_id(name).text_content() for name in cell.get("headers").split()] == labels


def test_every_label_has_a_scope_and_every_table_a_caption():
    root = page()

    assert {head.get("scope") for head in root.iter("th")} == {"col", "colgroup", "row", "rowgroup"}
    assert [table.find("caption").text_content() for table in root.iter("table")] == [
        "表二（二、主动公开政府信息情况）",
        "表三（三、收到和处理政府信息公开申请情况）",
        "表四（四、政府信息公开行政复议、行政诉讼情况）",
    ]


def test_a_table_is_a_region_that_the_keyboard_reaches():
    for region in page().find_class("table"):
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.get("aria-label")


def test_every_figure_of_the_prose_carries_its_fact():
    figures = {element.get("data-fact"): element.text for element in page().find_class("figure")}

    assert figures["disputes.review.total"] == "1件"
    assert figures["fees.notices"] == "0件"


def test_dates_laws_and_organs_carry_their_kind_and_ref():
    found = {(element.get("data-kind"), element.get("data-ref")) for element in page().iter("span")}

    assert {("date", "period.from"), ("law", "regulation"), ("organ", "organ.phone"), ("ordinal", "aspect")} <= found


def test_every_sentence_carries_its_id_and_origin():
    sentences = page().find_class("sentence")
    wanted = [sentence.id for paragraph in sample().paragraphs() for sentence in paragraph.sentences]

    assert [element.get("data-sentence") for element in sentences] == wanted
    assert {element.get("data-origin") for element in sentences} == {"模板"}


def test_a_gap_is_marked():
    assert [element.text for element in page().iter("mark")] == ["【待补：上年度问题的整改情况】"]


def test_special_signs_arrive_as_they_are():
    text = "收入 < 3 & \"支出\" > 2，'甲' <script>alert(1)</script> {{ 1 }}"
    root = html.document_fromstring(write_html(with_text(text)))

    assert root.findtext(".//h2") == text
    assert root.findtext(".//title") == text
    assert not list(root.iter("script"))


def test_a_control_character_is_refused():
    with pytest.raises(OutputError, match=r"U\+0007"):
        write_html(with_text("铃\x07"))
