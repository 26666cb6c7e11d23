import pytest

from drafter.writing.checks.named_things import check_named_things
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("在网站公开了名单。", "在网站和抖音号公开名单。"),
    ("在网站公开了名单。", "在网站和微信公众号公开名单。"),
    ("在网站公开了名单。", "在网站和小程序公开名单。"),
    ("在网站公开了名单。", "在网站和微博公开名单。"),
    ("在网站公开了名单。", "在网站和电视台公开名单。"),
    ("在网站公开了名单。", "在网站和报纸公开名单。"),
    ("在网站公开了名单。", "在网站和热线公开名单。"),
    ("在网站公开了名单。", "在网站和意见箱公开名单。"),
    ("在网站公开了名单。", "在网站和触摸屏公开名单。"),
    ("在网站公开了名单。", "在网站和自助终端公开名单。"),
    ("在网站公开了名单。", "在网站和广播公开名单。"),
    ("在网站公开了名单。", "在网站和大喇叭公开名单。"),
    ("在网站公开了名单。", "在网站和客户端公开名单。"),
    ("在网站公开了名单。", "在网站和二维码公开名单。"),
    ("在网站公开了名单。", "在网站和公示栏公开名单。"),
    ("在网站公开了名单。", "在网站和宣传册公开名单。"),
    ("在网站公开了名单。", "在网站和明白纸公开名单。"),
    ("在网站公开了名单。", "在网站和短视频公开名单。"),
    ("在网站公开了名单。", "在网站和图解公开名单。"),
    ("在网站公开了名单。", "在网站和专栏公开名单。"),
    ("在网站公开了名单。", "在网站和公众号公开名单。"),
    ("在网站公开了名单。", "在网站和融媒号公司公开名单。"),
    ("在网站公开了名单。", "在网站和便民驿站公开名单。"),
    ("在网站公开了名单。", "在网站和王庄村公开名单。"),
    ("在网站公开了名单。", "在网站和云海学校公开名单。"),
    ("在网站公开了名单。", "在网站和数据局公开名单。"),
    ("在网站公开了名单。", "在网站和APP公开名单。"),
    ("在网站公开了名单。", "在网站和H5公开名单。"),
    ("在网站公开了名单。", "在网站和VR公开名单。"),
    ("学习了条例。", "学习《保密法》。"),
    ("学习了条例。", "学习《条例》和《档案法》。"),
    ("开了活动。", "开展“阳光行动”活动。"),
]
HARMLESS = [
    ("在网站公开了名单。", "在网站公开名单。"),
    ("在公众号发。", "通过微信公众号发布。"),
    ("学习条例。", "学习《条例》。"),
    ("学习《条例》。", "学习条例。"),
    ("装了LED屏。", "安装LED屏。"),
    ("装了LED屏。", "安装电子屏。"),
    ("村里喇叭天天播。", "通过喇叭播放。"),
    ("大喇叭天天播。", "通过村广播播放。"),
    ("做了图解。", "制作图解。"),
    ("开了抖音号。", "开通抖音号。"),
    ("在便民服务中心放了资料。", "在便民服务大厅摆放资料。"),
    ("实行“三审三校”。", "落实“三审三校”。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_named_things(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_a_name_that_no_note_has_is_refused(note: str, sentence: str):
    assert "named-thing" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_named_things(Claim(sentence, (note,))))
