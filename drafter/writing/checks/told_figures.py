"""Figures that a note gives: a sentence judged by its note alone may say them again, whatever numerals it uses."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from drafter.dossier.numerals import read_numeral
from drafter.lexicon import load_lexicon

_THINGS = frozenset(
    "个份名人位处项条件篇堂次遍回趟场本张块级方户家段封只套部台把座间边头者村样道种课堂幅面期件组层版句行排轮页栏顿间支字"
)
"""Measure words of things and turns, which a written text may change: 两个人 is 两名."""
_BARE = re.compile(
    "(?<=[了过个有设摆装放建搞弄办做写编印买贴挂立请找拍画给配添换定补寄提租借带派去占差按到塞])"
    "(?:个|篇|张|份|本|回|趟|课|堂|次|封|段|套|台|块|幅|场|条|名|位|件|处|家|间|座|把|支|样|顿|遍|道|组|只)"
    "(?!别|体|性|数|目|人信|例|理|置|分|子|任|称|单|册|要|务|案|属|款|委|政|应|复)|小[一-鿿](?=去|来|在|管|写|负|盯)"
)
_THE_ONE = re.compile(
    "[那这某](?:[个件份条张块篇次回家户位名项处封段台栏]|[一-鿿]{1,2}[个件份条](?!月))|有(?:[个件份条张块篇家户位名项处封段台]|人)(?!月)"
    "|[老小大](?:[赵钱孙李周吴郑王冯陈杨朱秦许何吕张孔曹严华金魏陶姜谢邹潘葛范彭鲁韦马方任袁史唐薛雷贺倪汤罗毕郝常于傅康余顾孟黄穆萧尹姚邵汪毛米臧戴宋庞熊纪舒项祝董梁杜阮蓝席季贾江童郭林钟徐邱高夏蔡田胡凌霍万卢丁邓石崔程陆段侯全班宁仇甘武刘景龙叶白蒲卓池乔谭冉温庄柴沈]|[爷娘哥姐妈婶嫂])"
)
"""What tells of one without counting: that one, someone, a person by the name."""
_COUNTED = {"人次": "人", "件次": "件", "条次": "条", "篇次": "篇", "户次": "户", "场次": "场"}
_SAME = str.maketrans({"号": "日", "天": "日", "遍": "次", "回": "次", "趟": "次", "样": "种"})
FIGURE = re.compile(f"([0-9]+|[{load_lexicon().han}]+)(?:{'|'.join(map(re.escape, load_lexicon().units))})?")
_WEEK = re.compile("个?(?:礼拜|星期)(?![一二三四五六日天])")
_DAY = re.compile("(?<=[0-9一二三四五六七八九十])号(?![楼线路门令文])")
_ABOUT_ONE = re.compile("个把(?=月|星期|礼拜|小时|钟头)")
_BOTH = "俩仨"
_TIGHT = re.compile("[批倍成折番%％‰余多来]")


def is_told(text: str, start: int, end: int, notes: tuple[str, ...]) -> bool:
    """Return whether notes hold the numeral `text[start:end]`: in the same words, or as the same value of things."""
    run, unit = text[start:end], _unit(text, end)
    value = _value(run)
    tight = _TIGHT.match(text, end)
    is_rounded = tight is not None and any(_rounded(run, tight[0]).search(note) for note in notes)
    if tight and (tight[0] == "批" or not is_rounded):
        return is_rounded
    near = {text[start : end + 1], text[max(0, start - 1) : end]} - {run}
    if any(words in note for words in near for note in notes):
        return True
    units = {told for note in notes for number, told in _told(note) if number == value}
    others = {told for note in notes for number, told in _told(note) if number != value}
    if unit and unit in others and unit not in units:
        return False
    if value == "1" and unit in _THINGS and any(_BARE.search(note) for note in notes):
        return True
    if run == "一" and (not unit or unit in _THINGS) and any(_THE_ONE.search(note) for note in notes):
        return True
    return unit in units or (bool(units) and {unit, *units} <= {"", *_THINGS})


@cache
def _rounded(run: str, sign: str) -> re.Pattern[str]:
    """Return how a note may say a numeral that is rounded or made a share: 十余 as 十来, 十多, 十几."""
    bare = re.escape(run.removeprefix("一") if run[-1] in "十百千万" else run)
    if sign == "批":
        return re.compile(f"{bare}[批茬拨]")
    return re.compile(f"{bare}[余多来几]" if sign in "余多来" else f"{bare}{re.escape(sign)}")


@lru_cache(maxsize=1024)
def _told(note: str) -> frozenset[tuple[str, str]]:
    """Return the numerals of a note with the measure words behind them."""
    note = _ABOUT_ONE.sub("一个", _DAY.sub("日", _WEEK.sub("周", note)))
    return frozenset(
        (_value(match[0]), _both(note, match.end()) if match[0][-1] in _BOTH else _unit(note, match.end()))
        for match in _runs(note)
    )


def _both(note: str, place: int) -> str:
    """Return the measure word in 俩 and 仨: 俩月 are 两个月, else any thing."""
    return "个" + note[place] if note[place : place + 1] in {"月", "周"} else ""


def _runs(text: str) -> Iterator[re.Match[str]]:
    return re.finditer(f"[0-9]+|[{load_lexicon().han}{load_lexicon().loose}]+", text)


def _unit(text: str, place: int) -> str:
    match = _units().match(text, place)
    unit = match[0] if match else ""
    return _COUNTED.get(unit, unit).translate(_SAME)


@cache
def _units() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_lexicon().units)))


def _value(run: str) -> str:
    """Return what a clean numeral is worth, and any other as it stands."""
    value = read_numeral(run)
    return run.removeprefix("一") if value is None or run in ("一百", "一千", "一万") else str(value)
