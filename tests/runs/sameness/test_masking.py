"""What is compared of a sentence: not what must be alike, not what must differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.runs.sameness.masking import masked_words

SENTENCE = "{lead}{name}组织各村开展政策宣讲{count}场，发放明白纸{sheets}份，依据《{title}》更新目录。"


@given(
    st.integers(1, 99999),
    st.integers(1, 99999),
    st.text("甲乙丙丁戊", min_size=1, max_size=12),
    st.sampled_from(["", "一是", "十二是", "（三）", "4.", "同时，"]),
    st.sampled_from(["我镇", "我乡", "全街道", "灵溪镇"]),
)
def test_figures_titles_names_and_numbering_do_not_count(
    count: int, sheets: int, title: str, lead: str, name: str
) -> None:
    text = SENTENCE.format(lead=lead, name=name, count=count, sheets=sheets, title=title)

    assert masked_words(text, ("灵溪镇",)) == "组织各村开展政策宣讲发放明白纸依据更新目录"


@pytest.mark.parametrize(
    "text",
    [
        "全年新收政府信息公开申请3件，结转下年度继续办理1件",
        "未收到政府信息公开申请，没有上年结转的申请",
        "没有因政府信息公开工作引发的行政复议，没有因政府信息公开工作引发的行政诉讼",
    ],
)
def test_what_is_said_of_figures_does_not_count(text: str) -> None:
    assert len(masked_words(text)) < 5


def test_what_was_done_counts() -> None:
    assert masked_words("在集市设点答疑。") == "在集市设点答疑"
