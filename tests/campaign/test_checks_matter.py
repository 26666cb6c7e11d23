"""No check can be taken away unnoticed: each has a sentence here that stands as soon as the check is gone."""

import pytest

from drafter.writing.checks import doubts as doubting
from drafter.writing.checks import judge as judging
from drafter.writing.checks.doubts import DOUBTS, Doubt
from drafter.writing.checks.quantities import QUANTITY_CHECKS
from drafter.writing.checks.support import SUPPORT_CHECKS
from drafter.writing.checks.verdict import Check, Claim, State

NOTE = ("编制公开目录",)
SLOT = frozenset({"p:app_new"})

REFUSED = {
    "hidden_characters": Claim("编制公开\u200b目录。", NOTE),
    "malformed_slots": Claim("编制公开目录{。", NOTE),
    "unknown_slots": Claim("编制公开目录，{{p:nosuch}}。", NOTE),
    "repeated_slots": Claim("编制公开目录，{{p:app_new}}，{{p:app_new}}。", NOTE, slots=SLOT),
    "hedged_slots": Claim("编制公开目录，近{{p:app_new}}。", NOTE, slots=SLOT),
    "slot_units": Claim("编制公开目录，{{p:app_new}}条。", NOTE, slots=SLOT),
    "numerals": Claim("编制公开目录3次。", NOTE),
    "vague_quantities": Claim("编制若干公开目录。", NOTE),
    "universals": Claim("公开目录均已编制。", NOTE),
    "zeros": Claim("未收到申请。", ("没有收到申请",), reported=True),
    "majorities": Claim("公开以目录为主。", NOTE),
    "trends": Claim("申请增多。", ("收到申请",)),
    "frequencies": Claim("逐日编制公开目录。", NOTE),
    "rankings": Claim("公开目录最全。", ("编制公开目录，公开目录全",)),
    "dates": Claim("年初编制公开目录。", NOTE),
    "document_numbers": Claim("按《公开目录》公开。", NOTE, reported=True),
    "enumerators": Claim("首先，编制公开目录。", NOTE, reported=True),
    "check_empty": Claim("。", NOTE),
    "check_named_things": Claim("编制APP目录。", NOTE),
    "check_roles": Claim("书记编制公开目录。", NOTE),
    "check_deeds": Claim("编制公开目录，并培训。", NOTE),
    "check_plans": Claim("编制公开目录。", ("拟编制公开目录",)),
    "check_participation": Claim("举办培训班。", ("参加县里举办的培训班",)),
    "check_regularity": Claim("长期编制公开目录。", NOTE),
    "check_polarity": Claim("公开及时，不便查找。", ("公开不及时，不便查找",)),
    "check_superlatives": Claim("编制优秀的公开目录。", NOTE),
    "check_effects": Claim("编制公开目录，省力。", NOTE),
    "check_additions": Claim("面向企业公开目录。", ("公开目录",)),
    "check_scope": Claim("编制国内公开目录。", NOTE),
    "check_partial": Claim("公开栏没更新。", ("有的公开栏没更新",)),
    "check_neighbours": Claim("青石镇编制公开目录。", NOTE, other_names=("青石镇",)),
    "check_places": Claim("青石镇也编制公开目录。", NOTE),
    "check_symbols": Claim("编制☎公开目录。", NOTE),
    "check_old_numerals": Claim("编制公开目录双次。", NOTE),
    "check_order_words": Claim("编制公开目录，编制省略。", NOTE),
    "check_level": Claim("我乡编制公开目录。", NOTE, level="镇"),
    "check_order": Claim("公布后审核目录。", ("审核后公布目录",)),
    "check_sequence": Claim("事先公布目录。", ("编制目录后公布",)),
    "check_swapped": Claim("问题归村里登记造册，归镇里回复群众。", ("问题归镇里登记造册，归村里回复群众",)),
    "check_repetition": Claim("编制公开目录，编制公开目录。", NOTE),
    "check_listed": Claim("编制目录、族谱。", ("编制目录、清单",)),
    "check_unknown": Claim("公开目录魑魅魍魉魈魃。", NOTE),
    "check_grave": Claim("问责，没有诉讼。", ("没有追究责任，没有通报",)),
    "check_complaint": Claim("公开目录。", ("公开目录没写",)),
    "check_pending": Claim("装设公开栏，旧栏停用。", ("公开栏还没装，旧栏停用",)),
    "check_times": Claim("随即回复。", ("过了阵子才回复",)),
    "check_surplus": Claim("魑魅编制魍魉目录魈魃。", NOTE),
    "check_habit": Claim("日常检查公开栏。", ("检查过公开栏",)),
    "check_widened": Claim("编制镇村公开目录。", NOTE),
    "check_praise": Claim("公开目录基本规范，没贴。", ("公开目录没贴",)),
    "check_exchanged": Claim("镇里向村里反映。", ("村里向镇里反映",)),
    "check_agents": Claim("由魑魅员编制公开目录。", NOTE),
    "check_rules": Claim("健全目录公开办法。", ("公开目录",)),
    "check_reason": Claim("受人员限制，公开目录。", ("公开目录",)),
    "check_solved": Claim("公开栏及时更换，仍不便。", ("公开栏坏了，不便",)),
    "check_credit": Claim("我镇公开目录。", ("司法所公开目录",)),
    "check_embellished": Claim("根据上级要求，编制公开目录。", NOTE),
    "check_subjects": Claim("镇里张贴公示表名，村里审核补贴名单。", ("镇里审核补贴名单，村里张贴公示表",)),
}
"""By the name of a check: a sentence that it alone refuses."""

CHECKS: tuple[Check, ...] = (*QUANTITY_CHECKS, *SUPPORT_CHECKS)


def name_of(check: Check) -> str:
    return getattr(check, "__name__", repr(check))


@pytest.mark.parametrize("name", REFUSED)
def test_the_sentence_is_refused_while_the_check_is_there(name: str) -> None:
    assert judging.judge(REFUSED[name]).state is State.RED


@pytest.mark.parametrize("check", CHECKS, ids=name_of)
def test_a_check_that_is_taken_away_lets_a_sentence_through(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QUANTITY_CHECKS", "SUPPORT_CHECKS"):
        monkeypatch.setattr(judging, name, tuple(item for item in getattr(judging, name) if item is not check))

    freed = [name for name, claim in REFUSED.items() if judging.judge(claim).state is not State.RED]

    assert freed == [name_of(check)]


def test_the_vocabulary_alone_doubts_what_no_check_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = Claim("编制魑魅目录。", ("编制目录",))
    assert judging.judge(doubtful).state is State.AMBER

    monkeypatch.setattr(judging, "unproved", lambda _claim: ())
    assert judging.judge(doubtful).state is State.GREEN


DOUBTFUL = {
    "dropped_actors": Claim("将册子放在大厅。", ("残联把册子放在大厅",)),
    "turned_actors": Claim("向群众反映问题。", ("群众反映问题",)),
    "turned_heads": Claim("新信息员教老信息员。", ("老信息员教新信息员",)),
    "turned_clauses": Claim("稿子是我们写的，农技站只管发。", ("稿子是农技站写的，我们只管发",)),
    "lost_some": Claim("编制辖区公开目录。", ("编制两个村公开目录",)),
    "lost_denial": Claim("更换公开栏。", ("公开栏看不了，更换公开栏",)),
    "lost_plan": Claim("公开目录已编制。", ("正选址，编制公开目录",)),
    "lost_year": Claim("编制公开目录。", ("去年编制公开目录",)),
    "whole_of_some": Claim("逐一公开目录。", ("公开目录",)),
    "listed_more": Claim("公开目录、文件。", ("公开目录",)),
    "lost_term": Claim("期限内公开目录。", ("公开目录",)),
    "appended_stock": Claim("公开目录，并提出要求。", ("公开目录",)),
    "turned_words": Claim("目录没有公开，没有缺项。", ("公开目录，没有漏项",)),
    "other_quantities": Claim("夜夜公开目录。", ("每月公开目录",)),
}
"""By the name of a doubt: a sentence that it alone keeps from green."""


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda doubt: doubt.__name__)
def test_a_doubt_that_is_taken_away_lets_a_sentence_be_green(doubt: Doubt, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = DOUBTFUL[getattr(doubt, "__name__", "")]
    assert judging.judge(claim).state is State.AMBER

    monkeypatch.setattr(doubting, "DOUBTS", tuple(item for item in DOUBTS if item is not doubt))
    assert judging.judge(claim).state is State.GREEN
