"""The forms a figure takes in a Chinese official note, as one pattern whose groups are named by the kind."""

import re
from functools import cache

from drafter.lexicon import Lexicon, load_lexicon

STRANGE = "\1"
"""Stands for a numeral of another script or shape (①, ½, Ⅳ, ٣) in the text that is matched."""
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
D = "[0-9０-９]"
POINT = rf"[.．]{D}+(?![.．]?{D})"
MULTIPLIER = "(?:[十百千]?[万亿]|万亿|百(?!分)|千(?![克米瓦伏卡]))"
ARABIC = (
    rf"(?>(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[０-９]{{1,3}}(?:[,，][０-９]{{3}})+(?![０-９])|{D}+)(?:{POINT})?"
    rf"(?:{MULTIPLIER}(?:{D}+(?:{POINT})?(?:[十百千]?万|千|百(?!分)))*)?)"
)
CONNECT = "(?:——?|[–－~～〜至到-])"
SPACE = "[ \u3000]?"
BEFORE = (
    "(?:不少于|不低于|不超过|不足|不到|至少|最少|最多|至多|超过|突破|将近|接近|大约|(?<![预签邀节合相制公条大])约"
    "|(?<![附靠临最邻])近|(?<!赶)超|逾|好)"
)
AFTER = "(?:余(?![额款])|多(?![元样渠])|来(?![自源访信函电看说到的]))"
TAIL = "(?:余(?![额款])|多(?![元样渠]))?(?:以上|以下|左右|上下|有余)?"
ISSUER = "(?:国办公开办|国办|国|[\u4e00-\u9fff](?:政|府|委|办|镇|街)[政府委办公开厅局]{0,4})(?:发|函|字|规|通|电|复|令)"
CODE_AFTER = "(?=热线|平台|政务|市民|便民|服务|工单|投诉|举报)"


@cache
def figure_pattern() -> re.Pattern[str]:
    """Return the pattern of every kind; the group that matched is the kind; the parts of `amount` are groups too."""
    lexicon = load_lexicon()
    han = _han(lexicon)
    number = f"(?:{ARABIC}|{han}(?:点[〇零一二三四五六七八九]+[百千]?[万亿]?)?)"
    parts = {
        "code": _code(lexicon),
        "term": rf"(?:{lexicon.echo.pattern})",
        "document": rf"(?:{ISSUER})?[〔［\[【（(](?:19|20){D}{{2}}年?[〕］\]】）)]\s*第?{D}+号|第{number}号",
        "article": _article(number),
        "enumerator": _enumerator(),
        "clock": rf"{D}{{1,2}}[:：][0-9０-９]{{2}}(?!{D})|{D}{{1,2}}时{D}{{1,2}}分"
        rf"|(?<=[上下中]午){number}[时点](?:整|半)?|{number}点(?:整|半|钟|{number}分)",
        "date": _date(number),
        "ordinal": rf"第{SPACE}{number}(?:{_units(lexicon)})?|{number}等奖",
        "fraction": rf"(?P<base>[百千万])分之(?P<part>{number})|百分百|{number}分之{number}|一半",
        "multiple": rf"翻了?(?P<fold>{number})番",
        "amount": _amount(number, lexicon),
        "other": rf"(?:{_any(lexicon)})+",
    }
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in parts.items()))


def _han(lexicon: Lexicon) -> str:
    """Return the pattern of a run of Chinese numerals: 几 and the formal characters count only beside another."""
    formal = f"[{lexicon.formal}](?=[{lexicon.han}{lexicon.formal}圆])|(?<=[{lexicon.han}])[{lexicon.formal}]"
    formal += f"|[{lexicon.formal}](?={_units(lexicon)})"
    few = f"[{lexicon.loose}](?=[0-9０-９{lexicon.han}])|(?<=[{lexicon.han}])[{lexicon.loose}]"
    many = "(?<![件次人户条总])数(?=[十百千万亿])|(?<![以线网])上(?=[十百千万亿])|成百上千|成千上万"
    return rf"(?>(?:{many}|[{lexicon.han}]|{formal}|{few})+)"


def _units(lexicon: Lexicon) -> str:
    return "(?:" + "|".join(lexicon.units) + ")"


def _any(lexicon: Lexicon) -> str:
    return f"(?:[0-9０-９%％‰{STRANGE}{CIRCLED}{lexicon.han}]|[{lexicon.loose}](?={_units(lexicon)}))"


def _code(lexicon: Lexicon) -> str:
    """Return the pattern of numbers that are names: links, telephones, hotlines, 5G, post codes."""
    hotlines = "|".join(lexicon.hotlines)
    return (
        r"https?://[\w./?=&%#:+~-]+|www\.[\w./?=&%#:+~-]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
        r"|0[0-9]{2,3}[-—－–][0-9]{7,8}|1[3-9][0-9]{9}(?![0-9])|(?<=邮编：)[0-9]{6}|(?<=邮编)[0-9]{6}"
        rf"|(?<![0-9])(?:{hotlines})(?![0-9.,万亿%％]|[余多来][条件篇份次个人名户场期处]|{SPACE}{_units(lexicon)})|(?<![0-9])12345{CODE_AFTER}"
        r"|[A-Za-z][A-Za-z.\-]*[0-9][0-9A-Za-z.\-]*|[0-9]+[A-Za-z][A-Za-z0-9]*|[0-9]+(?:\.[0-9]+){2,}"
        r"|0[0-9]{3,}(?![0-9.])|(?<=[路街巷弄院道])[0-9]+号|[0-9]+号(?=楼|院|线|门|窗口)"
    )


def _article(number: str) -> str:
    inner = rf"第?[（(]{number}[）)][项款目]|第{number}[款项目]"
    return rf"第{number}条(?:{inner})*|第{number}[章节编款项目](?:{inner})*|(?:第[（(]{number}[）)]项)"


def _enumerator() -> str:
    """Return the pattern of the number of an item: it opens the text, a sentence or a clause."""
    small = "[一二三四五六七八九十]{1,3}"
    follows = r"(?=\s*[^\s。；;，,])"
    return (
        rf"(?<![^\s。；：！？，、;:!?,“（(])(?:{small}是{follows}|第{small}[，、,]{follows}|[（(](?:{small}|{D}{{1,2}})[）)]"
        rf"|{small}、(?![一二三四五六七八九十]){follows}|{D}{{1,2}}(?:[.．、](?!{D}){follows}|[）)])|[{CIRCLED}])"
    )


def _date(number: str) -> str:
    """Return the pattern of dates, months, quarters and years; 3个月 and 5日内 are spans of time."""
    year = rf"(?:(?:19|20){D}{{2}}|[一二][〇零一二三四五六七八九]{{3}})"
    month = rf"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])(?<!{D}{{3}})"
    day = r"(?:[12][0-9]|3[01]|0?[1-9]|[１-３]?[０-９]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
    part = "(?:份|底|初|末|上旬|中旬|下旬)?"
    within = "(?!内|以内|之内)"
    day_end = rf"{SPACE}(?:日{within}|号(?!楼|院|线|门|窗|文|令|召))"
    return (
        rf"{year}[-./]{D}{{1,2}}[-./]{D}{{1,2}}(?!{D})"
        rf"|{year}(?:年?{CONNECT}{year})?{SPACE}年(?:度|底|初|末|{SPACE}{month}{SPACE}月(?:{SPACE}{day}{day_end}|{part}))?"
        rf"|{month}(?:{CONNECT}{month})?{SPACE}月(?!{D})(?:{SPACE}{day}{day_end}|{part})"
        rf"|{month}{SPACE}月(?={D})(?:{SPACE}{day}{day_end})?"
        rf"|{day}{CONNECT}{day}{day_end}|{day}{day_end}"
        rf"|第?{SPACE}[一二三四1-4１-４](?:{CONNECT}[一二三四1-4１-４])?{SPACE}季度|{number}年代|{number}世纪"
        rf"|(?:周|星期)[一二三四五六](?=[\s、，。；至到例上下学会公]|$)"
    )


def _amount(number: str, lexicon: Lexicon) -> str:
    """Return the pattern of an amount; its groups are the parts: before, low, after, unit, high, more, tail."""
    unit = rf"[%％‰]|成(?![为立员果效功本长就品熟绩分份型交套因人年都])|{_units(lexicon)}"
    half = r"半(?![径岛导成自数截])"
    more = rf"多(?:月|小时|星期|季度)|{half}(?:{_units(lexicon)})?"
    return (
        rf"(?:(?P<before>{BEFORE}){SPACE})?(?:(?P<low>{number})|(?P<few>[{lexicon.loose}])(?={_units(lexicon)}))"
        rf"(?:(?:{SPACE}(?:{unit}))?{CONNECT}(?:第)?(?P<high>{number})(?:{SPACE}(?P<last>{unit}))?"
        rf"|(?P<after>{AFTER})?(?:{SPACE}(?P<unit>{unit})(?P<more>{more})?)?)(?P<tail>{TAIL})"
    )
