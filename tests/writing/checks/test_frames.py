"""Sentences that frame a report, and the numbers of items, where a sentence is judged by its notes alone."""

import pytest

from drafter.writing.checks.frames import is_frame_sentence, unnumbered
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, State

FRAMES = [
    "根据《中华人民共和国政府信息公开条例》有关规定，编制本报告。",
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项组成。",
    "本报告所列数据的统计期限为1月1日至12月31日。",
    "五、存在的主要问题及改进情况",
    "现将我镇政府信息公开工作情况报告如下：",
    "过去一年，工作有所开展，但也存在不足。",
    "下一步，我镇将重点从以下几个方面加以改进。",
    "特此报告。",
]
CLAIMS = [
    "根据《中华人民共和国政府信息公开条例》有关规定，对相关人员予以问责。",
    "本报告由总体情况、党委会议情况组成。",
    "本报告所列数据的统计期限为1月1日至12月31日，公开信息320条。",
    "过去一年，工作取得了显著成效，但也存在不足。",
    "无其他需要报告的事项。",
    "下一步，我镇将重点建设政务大厅。",
]


@pytest.mark.parametrize("sentence", FRAMES)
def test_a_sentence_that_only_frames_a_report_needs_no_note(sentence: str):
    assert judge(Claim(sentence, ("写年报用",))).state is State.GREEN


@pytest.mark.parametrize("sentence", CLAIMS)
def test_a_frame_that_tells_of_anything_more_is_judged_as_any_sentence(sentence: str):
    assert not is_frame_sentence(Claim(sentence, ("写年报用",)))
    assert judge(Claim(sentence, ("写年报用",))).state is not State.GREEN


@pytest.mark.parametrize("sentence", FRAMES)
def test_in_a_report_code_writes_the_frames(sentence: str):
    assert not is_frame_sentence(Claim(sentence, (), reported=True))


@pytest.mark.parametrize("number", ["一是", "二、", "（三）", "其一，", "第二，", "首先，"])
def test_the_number_of_an_item_asserts_nothing_outside_a_report(number: str):
    note, said = "人员力量不足，专业性不强", "人员力量不足，专业性不强。"

    assert unnumbered(number + said) == "，" * len(number) + said
    assert judge(Claim(number + said, (note,))).state is State.GREEN
    assert "enumerator" in {item.code for item in judge(Claim(number + said, (note,), reported=True)).violations}


@pytest.mark.parametrize("sentence", ["一是非曲直都公开。", "二十一、二十二两日公开。"])
def test_a_numeral_that_begins_no_item_stays(sentence: str):
    assert unnumbered(sentence) == sentence
