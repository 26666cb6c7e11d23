"""A05, A06, A09, A10: what 总体情况 says and does not say."""

import pytest

from tests.audit.published import clean, found, marked, with_section

FULL = (
    "（一）主动公开。全年公开政府信息120条，其中网站80条、公众号40条。",
    "（二）依申请公开。收到申请3件，上年结转1件，办结3件。",
    "（三）政府信息管理。落实三审三校，清理失效信息12条。",
    "（四）平台建设。维护县政府网站专栏和公众号，公开栏覆盖各村。",
    "（五）监督保障。纳入年度考核，开展社会评议，没有责任追究情形。",
)
PLAIN = (
    "本镇全年通过县政府网站公开信息46条。收到信息公开申请3件，均已答复。信息发布落实三审三校，规范性文件按期清理。"
    "信息公开列入站所考核，群众评议满意，没有追责情形。",
)


def overview(*lines: str) -> list[tuple[str, str]]:
    return [item for item in found(with_section(clean(), "overview", *lines)) if item[0][0] == "A"]


@pytest.mark.parametrize("lines", [FULL, PLAIN, tuple(line.replace("。", "方面。", 1) for line in FULL)])
def test_a_text_with_all_five_aspects_is_right(lines: tuple[str, ...]):
    assert overview(*lines) == []


@pytest.mark.parametrize("number", range(4))
def test_a_text_by_aspects_that_lacks_one_is_found(number: int):
    lines = FULL[:number] + FULL[number + 1 :]
    renumbered = [f"（{'一二三四'[at]}{line[2:]}" for at, line in enumerate(lines)]

    assert overview(*renumbered) == [("A05", "overview")]


def test_a_lead_that_names_the_aspects_does_not_make_up_for_them():
    lead = "全年从主动公开、依申请公开、信息管理、平台建设和监督保障等方面推进工作。"

    assert overview(lead, *FULL[:3], FULL[4].replace("（五）", "（四）")) == [("A05", "overview")]


def test_a_text_by_slogans_is_searched_for_the_aspects():
    lines = (
        "（一）强化领导，健全制度。成立领导小组，明确分工，开展工作培训，加强保密审查，编制公开目录。" * 3,
        "（二）注重实效，提高能力。进一步明确公开内容，及时公开群众关心的事项，全年发布各类信息77条。" * 2,
        "（三）用好新媒体，完善形式。加强公众号和公示栏建设，方便群众获取信息。" * 2,
    )

    assert overview(*lines) == [("A05", "overview")]


@pytest.mark.parametrize("lost", ["纳入年度考核，", "开展社会评议，", "没有责任追究情形"])
def test_an_outcome_that_is_not_reported_is_found(lost: str):
    lines = [line.replace(lost, "组织培训，") for line in FULL]

    assert overview(*lines) == [("A06", "overview")]


def test_missing_supervision_is_one_finding():
    assert overview(*FULL[:4]) == [("A05", "overview")]


@pytest.mark.parametrize("words", ["收费及减免情况", "收费和减免", "检索费", "复议、诉讼和申诉情况"])
def test_content_of_the_old_reports_is_found(words: str):
    report = with_section(clean(), "overview", *FULL, f"（六）{words}。本年度没有发生。")

    assert ("A09", "overview") in found(report)
    assert marked(report, "A09") == [words]


def test_fees_of_the_present_form_are_not_old_content():
    assert overview(*FULL, "（六）信息处理费。本年度没有收取，行政事业性收费按规定公示。") == []


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (1, "（二）依申请公开。在村务公示栏张贴各类事项，方便群众就近查看和了解。"),
        (2, "（三）政府信息管理。全年在网站发布各类信息210条，其中政策文件20条。"),
        (3, "（四）平台建设。组织开展业务培训两次，参加人员六十余人，效果良好。"),
    ],
)
def test_content_under_the_wrong_heading_is_found(number: int, line: str):
    assert overview(*FULL[:number], line, *FULL[number + 1 :]) == [("A10", "overview")]
