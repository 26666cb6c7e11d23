"""A08: the outline in the preamble."""

from dataclasses import replace

import pytest

from drafter.reading.source import Place, SourceLine
from tests.audit.published import clean, found

SIX = [section.title for section in clean().form.sections]


def preamble(text: str) -> list[tuple[str, str]]:
    basis = "根据《中华人民共和国政府信息公开条例》编制本报告。"
    return found(replace(clean(), preamble=(SourceLine(basis + text, Place(2)),)))


@pytest.mark.parametrize(
    "text",
    [
        f"本报告由{'、'.join(SIX)}六部分组成。",
        f"全文包括{'、'.join(SIX[:5])}和{SIX[5]}等6个部分。",
        f"报告分为：一、{SIX[0]}；二、{SIX[1]}；三、{SIX[2]}；四、{SIX[3]}；五、{SIX[4]}；六、{SIX[5]}。",
        "本报告包括总体情况、主动公开情况、依申请公开情况、行政复议和行政诉讼情况、存在问题及改进措施、其他报告事项六个部分。",
        "如有疑问，请联系党政办公室（地址：兴镇路8号、邮编：000100、电话：0000-1234567、邮箱由办公室另行告知）。",
        f"本年报由{'，'.join(SIX)}六个部分组成。",
        "本报告从组织领导、制度建设、平台建设、队伍建设等四个方面说明，由党政办公室负责解释。",
        "",
    ],
)
def test_an_outline_of_the_six_sections_is_right(text: str):
    assert preamble(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"本报告由{'、'.join(SIX[:4])}、{SIX[5]}五部分组成。",
        f"本报告由{'、'.join(SIX)}七部分组成。",
        f"本报告由{'、'.join(SIX[:5])}、{SIX[5]}、信息公开的建议和下一步工作思考七部分组成。",
        "本报告由概述、主动公开情况、依申请公开情况、支出和收费情况、诉讼和申诉情况、改进措施六部分组成。",
    ],
)
def test_an_outline_of_other_parts_is_found(text: str):
    assert preamble(text) == [("A08", "preamble")]
