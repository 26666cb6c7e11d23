from drafter.writing.checks.neighbours import check_level, check_neighbours
from drafter.writing.checks.verdict import Claim


def test_another_organ_of_the_county_is_refused():
    claim = Claim("学习青石镇做法。", ("学习做法。",), other_names=("青石镇",))

    assert [(item.code, item.words) for item in check_neighbours(claim)] == [("neighbour", "青石镇")]


def test_another_organ_that_the_note_names_may_stand():
    assert list(check_neighbours(Claim("到青石镇学习。", ("去青石镇学习。",), other_names=("青石镇",)))) == []


def test_a_name_inside_the_organs_own_name_is_its_own():
    claim = Claim("灵溪镇公开。", ("公开。",), own_names=("灵溪镇",), other_names=("溪镇",))

    assert list(check_neighbours(claim)) == []


def test_an_organ_calls_itself_by_its_own_level():
    assert [item.code for item in check_level(Claim("我乡公开信息。", level="镇"))] == ["level"]
    assert [item.code for item in check_level(Claim("本街道公开信息。", level="乡"))] == ["level"]
    assert list(check_level(Claim("我镇公开信息。", level="镇"))) == []
    assert list(check_level(Claim("本乡村民提出意见。", level="镇"))) == []
