"""First, only, most, and places in a ranking."""

import pytest

from drafter.writing.checks.rankings import rankings
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "首次设立公开专区。",
    "首个专区启用。",
    "首批查阅点建成。",
    "率先开通政务号。",
    "工作走在前列。",
    "位居榜首。",
    "名列前茅。",
    "遥遥领先。",
    "首屈一指。",
    "独占鳌头。",
    "夺得头筹，拔得头筹。",
    "为全县排头兵。",
    "头一回举办活动。",
    "首度公开。",
    "首创工作法。",
    "开创先河。",
    "史无前例的力度。",
    "前所未有。",
    "唯一获奖单位。",
    "发布最多。",
    "最早开通。",
    "最全的目录。",
    "排名靠前。",
    "位次上升。",
    "处于上游水平。",
    "刷新纪录。",
    "在全县率先完成。",
    "考核获优秀等次。",
    "获评先进单位。",
    "树立标杆。",
    "成为样板。",
    "名次居中。",
    "在全县首推。",
    "第一梯队。",
    "绝少发生。",
    "独家推出。",
    "公开渠道首选公众号。",
    "绝无仅有。",
    "全县唯一。",
    "后来居上。",
    "首张证照公示。",
    "领跑全县。",
    "評比中領先。",
]
PASSED = [
    "落实首问负责制。",
    "首先开展自查。",
    "网站首页设专栏。",
    "领导率先垂范。",
    "优先公开民生信息。",
    "最大限度方便群众。",
    "群众最关心最直接最现实的利益问题。",
    "公布最新政策。",
    "最低生活保障信息公开。",
    "最终确定。",
    "网站是唯一渠道。",
    "政府网站为唯一入口。",
    "靠前服务。",
    "示范带动。",
    "先后开展培训。",
    "首要任务。",
    "龙头企业信息公开。",
    "最高人民法院司法解释。",
    "领导小组。",
    "现有平台。",
    "群众最急需的信息。",
    "争先恐后参与。",
    "最小化采集信息。",
    "样本库建设。",
    "位居民身份。",
    "仅有的渠道。",
    "首席专家。",
    "先审后发。",
    "首接负责。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_rank_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(rankings,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_like_ranks_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(rankings,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [("首次举办开放日。", "头一回办开放日"), ("首批查阅点建成。", "第一批查阅点建成"), ("率先启用。", "率先启用")],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(rankings,))
    assert violations(sentence, "在网站发布政策", checks=(rankings,))
