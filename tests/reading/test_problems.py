"""Problems and measures in the ways reports write them."""

import pytest

from drafter.reading.problems import Problems, read_problems
from drafter.reading.source import Place, SourceLine


def read(*texts: str) -> Problems:
    return read_problems([SourceLine(text, Place(at)) for at, text in enumerate(texts, start=1)])


def pairs(found: Problems) -> list[tuple[str, str]]:
    return [(problem.text, problem.measure) for problem in found.pairs]


WANTED = [("栏目更新慢", "按月检查栏目"), ("人员变动多", "组织业务培训")]


@pytest.mark.parametrize(
    "texts",
    [
        [
            "我镇还存在以下问题：一是栏目更新慢；二是人员变动多。针对上述问题，我镇将一是按月检查栏目；二是组织业务培训。"
        ],
        [
            "（一）存在的主要问题",
            "1.栏目更新慢。",
            "2.人员变动多。",
            "（二）改进情况",
            "1.按月检查栏目。",
            "2.组织业务培训。",
        ],
        [
            "（一）工作中的问题",
            "1、栏目更新慢；",
            "2、人员变动多。",
            "（二）改进措施",
            "1、按月检查栏目；",
            "2、组织业务培训。",
        ],
        ["存在问题：（一）栏目更新慢。（二）人员变动多。", "改进措施：（一）按月检查栏目。（二）组织业务培训。"],
        ["一是栏目更新慢。改进措施：按月检查栏目。", "二是人员变动多。改进措施：组织业务培训。"],
        ["1.存在的主要问题：一是栏目更新慢；二是人员变动多。", "2.改进措施：一是按月检查栏目；二是组织业务培训。"],
        ["不足有：①栏目更新慢；②人员变动多。", "下一步，①按月检查栏目；②组织业务培训。"],
        ["存在的问题：第一，栏目更新慢；第二，人员变动多。", "今后：第一，按月检查栏目；第二，组织业务培训。"],
        [
            "2024年度报告所列问题整改情况：一是已换公开栏。",
            "2025年存在的问题：",
            "一是栏目更新慢；",
            "二是人员变动多。",
            "改进措施：",
            "一是按月检查栏目；",
            "二是组织业务培训。",
        ],
        [
            "（一）上年度问题整改情况",
            "一是已换公开栏。",
            "（二）存在的主要问题",
            "一是栏目更新慢；二是人员变动多。",
            "（三）改进措施",
            "一是按月检查栏目；二是组织业务培训。此外，明年再开一门课。",
        ],
        ["存在的问題：一是栏目更新慢；二是人员变动多。", "改進措施：一是按月检查栏目；二是组织业务培训。"],
        ["存在的主要问题：一是栏目更", "新慢；二是人员变动多。", "改进措施：一是按月检查栏目；二是组织", "业务培训。"],
    ],
)
def test_a_problem_has_the_measure_that_answers_it(texts: list[str]):
    found = read(*texts)

    assert pairs(found) == WANTED
    assert found.findings == ()


def test_measures_that_are_not_as_many_are_left_out_and_said():
    found = read("存在问题：一是甲不足；二是乙不足。", "改进措施：一是做丙；二是做丁；三是做戊。")

    assert pairs(found) == [("甲不足", ""), ("乙不足", "")]
    assert [finding.code for finding in found.findings] == ["measures-uneven"]


def test_a_measure_for_all_belongs_to_none():
    found = read("存在问题：一是甲不足；二是乙不足。", "下一步，将加强培训。")

    assert pairs(found) == [("甲不足", ""), ("乙不足", "")]


def test_running_text_is_left_and_said():
    found = read("与上级要求相比还有差距，公开不够及时。下一步将加强管理。")

    assert (found.pairs, [finding.code for finding in found.findings]) == ((), ["problems-unread"])


def test_what_we_marked_as_missing_is_nothing():
    assert pairs(read("存在问题：一是甲不足。改进措施：一是【待补：第一个问题的改进措施】。")) == [("甲不足", "")]


def test_a_text_too_long_for_a_dossier_is_left_out_and_said():
    found = read(f"存在问题：一是{'长' * 301}；二是乙不足。", f"改进措施：一是做甲；二是{'长' * 301}。")

    assert pairs(found) == [("乙不足", "")]
    assert [finding.code for finding in found.findings] == ["problem-too-long", "problem-too-long"]


def test_numbers_out_of_order_are_no_items():
    assert read("存在问题：二是甲不足；三是乙不足。").pairs == ()


def test_an_empty_section_says_nothing():
    assert read() == Problems((), ())
