"""A13, A14: enumerators."""

import pytest

from tests.audit.published import clean, found, marked, with_section


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("存在不足。一是解读形式单一；三是人员变动较多，需要培训。",), "三是"),
        (("一是解读形式单一，图解较少；", "二是人员变动较多；", "四是公开栏更新不及时。"), "四是"),
        (("一是解读形式单一；三是人员变动较多；三是公开栏更新慢。",), "三是"),
        (("二是人员变动较多，新任信息员对流程不熟悉，需要培训。",), "二是"),
        (("一是解读形式单一；二是人员变动较多；二是公开栏更新慢。",), "二是"),
        (("（一）存在的主要问题", "解读形式单一，图解较少。", "（三）改进措施", "增加图解和短视频。"), "三"),
        (("1.解读形式单一，图解较少，群众不便理解。", "3.人员变动较多。"), "3"),
    ],
)
def test_an_enumerator_that_skips_a_number_is_found(lines: tuple[str, ...], words: str):
    report = with_section(clean(), "improvement", *lines)

    assert found(report) == [("A13", "improvement")]
    assert marked(report, "A13")[0].strip("（）. ") == words


@pytest.mark.parametrize(
    "lines",
    [
        ("一是解读形式单一；二是人员变动较多。改进措施：一是增加图解；二是加强培训；三是建立台账。",),
        ("（一）存在的问题", "1.解读形式单一。", "2.人员变动较多。", "（二）改进措施", "1.增加图解。", "2.加强培训。"),
        ("一是解读形式单一，图解较少；", "二是人员变动较多；", "三是公开栏更新不及时。"),
        ("唯一是群众了解不多，这也是三是三非的问题，统一是下一步工作的重点。",),
        ("群众最关心的二是三项事情办理得不够及时公开，需要改进。",),
    ],
)
def test_enumerators_that_count_up_or_begin_again_are_right(lines: tuple[str, ...]):
    assert [item for item in found(with_section(clean(), "improvement", *lines)) if item[0] == "A13"] == []


@pytest.mark.parametrize("mark", ["1、", "（一）、", "一．"])
def test_enumerators_against_the_standard_are_one_finding(mark: str):
    second = {"1、": "2、", "（一）、": "（二）、", "一．": "二．"}[mark]
    lines = (f"{mark}解读形式单一，图解和短视频较少。", f"{second}人员变动较多，需要加强培训。")

    assert found(with_section(clean(), "improvement", *lines)) == [("A14", "improvement")]


@pytest.mark.parametrize("mark", ["1.", "（1）", "（一）", "一、"])
def test_enumerators_of_the_standard_are_right(mark: str):
    line = f"{mark}解读形式单一，图解和短视频较少，群众不便理解，需要改进。"

    assert found(with_section(clean(), "improvement", line)) == []
