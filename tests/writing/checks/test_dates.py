"""When: dates, parts of the year, relative times."""

import pytest

from drafter.writing.checks.dates import dates
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "上半年完成修订。",
    "下半年启动建设。",
    "年初制定计划。",
    "年底前完成清理。",
    "年末开展评议。",
    "年中调整目录。",
    "月底完成。",
    "月初公布。",
    "三月中旬举办。",
    "近年来加强培训。",
    "近期更新目录。",
    "日前发布。",
    "去年已完成。",
    "上年度启动。",
    "前年设立。",
    "明年推进。",
    "来年继续。",
    "今年以来加强公开。",
    "当天答复。",
    "当日办结。",
    "次日公开。",
    "本月更新。",
    "上周检查。",
    "今天发布。",
    "春节期间公开。",
    "国庆前夕检查。",
    "汛期发布预警。",
    "周末值班。",
    "暑期宣传。",
    "12月发布。",
    "第三季度评估。",
    "二〇二四年启动。",
    "十二月底完成。",
    "5日发布。",
    "凌晨发布。",
    "前期开展调研。",
    "前些年设立。",
    "长期以来公开。",
    "挂牌当月公布。",
    "首季度完成。",
    "自{{p:x}}年底启动。",
    "歲末完成。",
]
PASSED = [
    "加强日常管理。",
    "年度报告按要求发布。",
    "今后加强学习。",
    "目前运行平稳。",
    "当前工作存在不足。",
    "下一步加强培训。",
    "前期工作扎实。",
    "本年度工作。",
    "工作日志齐全。",
    "日程安排公开。",
    "年内完成。",
    "全年推进。",
    "当地群众。",
    "做好政府信息公开年度报告。",
    "今日头条号更新。",
    "平日注重积累。",
    "月度报表。",
    "代表证件。",
    "节约集约。",
    "周边群众。",
    "周密部署。",
    "期限。",
    "以后年度。",
    "上年纪的群众。",
    "时限。",
    "星级评定。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_time_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(dates,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_like_times_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(dates,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("年底完成清理。", "年末清理了"),
        ("上年度启动建设。", "去年启动的"),
        ("明年增设查阅点。", "计划下年增设查阅点"),
        ("当日答复群众。", "当天就回"),
        ("历年信息集中清理。", "清理以前的信息"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(dates,))
    assert violations(sentence, "在网站发布政策", checks=(dates,))
