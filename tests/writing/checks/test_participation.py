import pytest

from drafter.writing.checks.participation import check_participation
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("参加县里培训。", "举办培训。"),
    ("参加县政府办举办的业务培训。", "组织开展业务培训。"),
    ("配合县里检查。", "牵头检查。"),
    ("配合县融媒体中心拍视频。", "拍摄视频。"),
    ("协助县司法局开展宣传。", "开展宣传。"),
    ("列席县里的推进会。", "召开推进会。"),
    ("应邀参加座谈会。", "组织座谈会。"),
    ("派人去县里学习。", "组织学习。"),
    ("县里办了培训，我镇派人参加。", "举办培训。"),
    ("参与县里组织的评议。", "开展评议。"),
    ("受邀参加论坛。", "举办论坛。"),
    ("配合县大数据局清理栏目。", "清理栏目。"),
]
HARMLESS = [
    ("参加县里培训。", "参加县级培训。"),
    ("举办培训，信息员参加。", "举办培训。"),
    ("组织村民参加评议。", "组织评议。"),
    ("配合县里检查。", "配合县级检查。"),
    ("县里办了培训，我镇派人参加。", "派员参加县级培训。"),
    ("邀请群众参与评议。", "开展评议。"),
    ("开了会。", "召开会议。"),
    ("开展培训，请县里配合。", "开展培训。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_participation(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_taking_part_told_as_organising_is_refused(note: str, sentence: str):
    assert "part-led" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_participation(Claim(sentence, (note,))))
