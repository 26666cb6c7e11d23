"""How often."""

import pytest

from drafter.writing.checks.frequency import frequencies
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "每月开展自查。",
    "按月通报报送情况。",
    "月月更新公开栏。",
    "每季度开展评估。",
    "按季度公示。",
    "每周检查网站。",
    "逐周核对信息。",
    "每年开展培训。",
    "年年组织宣传。",
    "每天巡查网站。",
    "按日更新。",
    "天天有专人值守。",
    "每半年评议。",
    "定期开展检查。",
    "例行检查网站。",
    "定时推送信息。",
    "经常到村指导。",
    "时常听取意见。",
    "不时检查。",
    "偶尔更新。",
    "不定期抽查。",
    "三天两头组织学习。",
    "隔三差五开会。",
    "常年公开。",
    "日夜值守。",
    "反反复复核对。",
    "接连召开会议。",
    "一次次上门宣讲。",
    "时时更新。",
    "逢集开展宣传。",
    "滚动更新栏目。",
    "高频推送政策。",
    "会议常开。",
    "全天值守。",
    "週週更新，每週检查。",
    "每隔一段时间检查。",
    "连日走访。",
    "通常由专人办理。",
]
PASSED = [
    "加强日常监督。",
    "推进常态长效。",
    "正常运行平台。",
    "依法在法定期限内答复。",
    "在规定时间内完成。",
    "完善常用功能。",
    "发布常见问题解答。",
    "镇党委常委会研究。",
    "常住居民信息。",
    "家常话解读政策。",
    "时刻牢记宗旨。",
    "定向推送政策。",
    "确定期限。",
    "异常情况及时处理。",
    "常抓不懈。",
    "学习时事政策。",
    "按规定公开。",
    "按要求更新。",
    "逐项核对。",
    "及时更新。",
    "同步更新。",
    "持续完善。",
    "长效机制。",
    "定岗定责。",
    "常设窗口。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_frequency_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(frequencies,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_like_frequencies_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(frequencies,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("按月开展自查。", "每月自查"),
        ("每季度公示。", "按季公示"),
        ("定期自查网站。", "每月自查网站"),
        ("经常到村指导。", "常去村里看"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(frequencies,))
    assert violations(sentence, "在网站发布政策", checks=(frequencies,))


def test_a_rarer_note_is_no_source_of_a_higher_frequency() -> None:
    assert violations("每周开展自查。", "每月自查", checks=(frequencies,))
    assert violations("每月开展自查。", "定期自查", checks=(frequencies,))
