import re
from collections import Counter
from collections.abc import Iterator

import pytest

from drafter.resources import read_text
from drafter.writing.checks import participation, plans
from drafter.writing.checks.claim_words import approved_words, asserted, claim_list
from drafter.writing.checks.register import FIRST, cut, load_register, plain, read_note, register_files
from drafter.writing.checks.wordlist import load_word_list
from drafter.yamltree import parse_own

TOPICS = [name for name in register_files() if name != FIRST]

WRITTEN = [
    ("定了清单。", "制定"),
    ("群众看不懂。", "难以看懂"),
    ("群众看不懂。", "不易理解"),
    ("公示栏都换了新。", "更新"),
    ("党政办管网站。", "负责"),
    ("名单贴在村口。", "张贴"),
    ("镇里开了会。", "召开会议"),
    ("党政办催了几回。", "督促"),
    ("错的都改了。", "整改"),
    ("更新慢。", "滞后"),
    ("视频少。", "偏少"),
    ("业务不熟。", "不够熟悉"),
    ("名单挂到网上。", "网上发布"),
    ("链接点不开。", "链接失效"),
    ("没人专门管。", "缺少专人"),
    ("让他补材料。", "补正"),
    ("谁发的谁负责。", "谁发布谁负责"),
    ("公示栏没人管。", "无人管理"),
    ("先审后发。", "审核后发布"),
    ("一看就懂。", "通俗易懂"),
]
NEVER = [
    ("按规定发布。", "制定"),
    ("培训了一次。", "定期"),
    ("打算培训。", "完成"),
    ("参加了培训。", "组织"),
    ("视频少。", "没有"),
    ("有的没更新。", "全部"),
    ("提醒了站所。", "处分"),
    ("找他谈了话。", "约谈"),
    ("请群众提建议。", "要求"),
    ("试着改了版。", "实现"),
    ("处理了留言。", "解决"),
    ("村干部来问。", "机关干部"),
    ("镇长任组长。", "村民小组长"),
    ("公示栏坏了。", "意见箱"),
]


@pytest.mark.parametrize(("note", "word"), WRITTEN)
def test_a_word_of_the_note_licenses_its_written_form(note: str, word: str):
    assert read_note(note).says(word)


@pytest.mark.parametrize(("note", "word"), NEVER)
def test_no_written_form_is_stronger_than_the_note(note: str, word: str):
    assert not read_note(note).says(word)


def test_a_single_character_counts_only_as_a_word():
    assert "定" in read_note("定了清单。").words
    assert "定" not in read_note("按规定发布。").words


def test_the_words_of_a_text_put_together_are_the_text():
    text = "在便民服务中心设立政务公开专区，配备{{n:N01.1}}台电脑。"

    assert "".join(word for _, word in cut(text)) == text
    assert [text[start : start + len(word)] for start, word in cut(text)] == [word for _, word in cut(text)]


def test_a_text_made_plain_keeps_its_length():
    assert len(plain("ＡＰＰ发了{{n:N01.1}}")) == len("ＡＰＰ发了{{n:N01.1}}")
    assert plain("ＡＰＰ") == "APP"


def test_no_row_of_the_register_turns_a_shortcoming_into_a_strength():
    from drafter.writing.checks.polarity import opposites

    forms = load_register().forms
    turned = [(word, good) for weak, strong in opposites() for word in weak for good in strong]

    assert [pair for pair in turned if pair[1] in forms.get(pair[0], ())] == []


# What a note must say, if not the like, for a word of the report that says how many, how often, how good or with whom.
KINDS = {
    "vague": (
        "[几少多堆些点老总常频没无单不差约全都深官累近汇归勤]|有限|到处|四处|半天|雷同|重复|三天两头|"
        "净|人来人往|人挤人|有的|度较低|率较低|左右|[长两]"
    ),
    "universal": (
        "[各每全都均]|所有|悉数|大多|多半|多数|大部分|没[超拖误过]|按[时期日]|向来|一[个村栏贯直向]|"
        "[村乡]民|庄稼人|村里人|人员|同志|逐一|挨个|逐个"
    ),
    "majority": "超|误了|过了|[光只就单全都多]|部分|有[的些]|一些|主要|发[啥什]|差|险些",
    "trend": "[加多添省没渐步变慢增涨降跌减缩]|还|仍|依",
    "frequency": "净|就|随|边|立[行查]|有变|[次回天老总常]|一般|例会|值班|轮值|隔|动不动|较多的",
    "ranking": "[头最就只光单新近]|[全都]是|顶多|撑死|口头|当面|摘|范|这阵子|样本|模板",
    "regularity": (
        "没[超误]|期限|[停断]更|时间不够|来不及|赶|坚持|[按准到过]时|[按过如误超]期|到点|日子|[每次回天老总常久断变还再接续连随照延阵]|长|到底|时不时|有时|隔|动不动|值班|轮|"
        "[好多]些?[年少]|很多年|又|反|头紧|前紧|虎头|好几|偶尔|一向|从来|来去|[问改]来"
    ),
    "scope": "[挨各全都县市省均]|一[个家户村]|悉数|上面|上级|往上|报上|喇叭|广播",
    "partners": "一[起同块道齐]|[请合托]|会签|联签|凑到|坐到|聚到",
    "superlatives": (
        "第一回|头一?[次回]|最|显眼|醒目|创新|样|示例|没批|不[认同明]|有意见|没[做干弄]过|老|顶多|撑死|看着办|宣|经验|范"
    ),
    "effects": (
        "挪|[放挂抬]|[不没未少减缩降升省单无免扩拓提知晓顺多让批]|有待|联系|[搭接]上|弄|一点|通报|[盖压满]|点击|"
        "阅读|[做搞整]出|单|表|初稿|关注|清楚|明白|了解|差劲|偏低|个表|满意"
    ),
}
_LACK = re.compile("不|未|没|无|缺|有待|仍需|需要|尚待|还需")


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    raw = parse_own(read_text(name)).value
    for row in raw["same"]:
        group = row.split()
        yield from ((told, said) for told in group for said in group if told != said)
    for row in raw["written"]:
        left, _, right = row.partition(" → ")
        yield from ((told, said) for told in left.split() for said in right.split() if told != said)


def _rows(name: str) -> list[str]:
    raw = parse_own(read_text(name)).value
    return [*raw["same"], *raw["written"]]


def _claims(words: str, kind: str) -> list[str]:
    rows = claim_list(kind).rows
    return [word for _, word in cut(words) if len(word) > 1 and word in rows and word not in approved_words()]


@pytest.mark.parametrize("name", TOPICS)
def test_no_row_of_a_topic_adds_a_quantity_a_habit_or_praise(name: str):
    added = []
    for told, said in _pairs(name):
        for kind in ("vague", "universal", "majority", "trend", "frequency", "ranking"):
            words = load_word_list(kind)
            if list(words.hits(said)) and not list(words.hits(told)) and not re.search(KINDS[kind], told):
                added.append((kind, told, said))
        for kind in ("regularity", "scope", "partners", "superlatives", "effects"):
            if kind == "effects" and _LACK.search(said):
                continue
            if _claims(said, kind) and not _claims(told, kind) and not re.search(KINDS[kind], told):
                added.append((kind, told, said))

    assert added == []


@pytest.mark.parametrize("name", TOPICS)
def test_no_row_of_a_topic_turns_a_plan_into_a_deed_or_taking_part_into_leading(name: str):
    still_meant = re.compile("^(?:拟|将|计划)|不到位")
    done = [
        pair
        for pair in _pairs(name)
        if plans._PLAN.search(pair[0]) and plans._DONE.search(pair[1]) and not plans._DONE.search(pair[0])
        if not still_meant.search(pair[1])
    ]
    led = [
        pair
        for pair in _pairs(name)
        if participation._MERELY.search(pair[0]) and participation._LEAD.search(pair[1])
        if not participation._LEAD.search(pair[0])
    ]

    assert done + led == []


def test_no_row_of_a_topic_stands_twice_or_has_a_word_twice():
    rows = [
        row for name in register_files() for key in ("same", "written") for row in parse_own(read_text(name)).value[key]
    ]
    topics = [row for name in TOPICS for key in ("same", "written") for row in parse_own(read_text(name)).value[key]]
    sides = [side.split() for row in topics for side in row.split(" → ")]

    assert {row for row, times in Counter(rows).items() if times > 1 and row in topics} == set()
    assert [side for side in sides if len(set(side)) < len(side) or not side] == []
    assert [row for row in topics if "…" in row or row.count("→") > 1] == []


def test_the_turns_of_phrase_of_a_topic_cut_no_text():
    assert "拍视频" in load_register().forms
    assert [word for _, word in cut("拍视频")] == ["拍", "视频"]


def test_what_stands_in_a_written_form_is_allowed_with_it():
    note = read_note("盯着改。")

    assert note.allows("由党政办督促整改到位。", 6, 8)
    assert not note.allows("由党政办跟踪并督办。", 7, 9)


def test_the_wider_approved_wording_holds_no_claim():
    rows = parse_own(read_text("schemas/lexicon/approved_more.yaml")).value["words"]
    words = [word for row in rows for word in row.split()]
    lists = [
        load_word_list(kind)
        for kind in ("vague", "universal", "zero", "majority", "trend", "frequency", "ranking", "date")
    ]

    assert len(words) > 600
    assert sorted(set(words) & asserted()) == []
    assert [word for word in words if any(list(words_of.hits(word)) for words_of in lists)] == []
