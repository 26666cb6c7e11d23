"""Quantities without end: made by seed in every way that people write them, and put into sentences that are true."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

UNITS = (
    *("条", "件", "篇", "次", "场", "个", "项", "份", "期", "批", "人", "名"),
    *("户", "家", "处", "台", "块", "张", "人次", "条次", "件次", "万元", "元", "天"),
    *("个月", "个工作日", "小时", "分钟", "类", "种", "轮", "版", "本", "册", "页", "字"),
    *("级", "届", "所", "组", "部", "遍", "回"),
)
PLAIN, FORMAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
PLAIN_TENS, FORMAL_TENS = ("", "十", "百", "千"), ("", "拾", "佰", "仟")
SCRIPTS = tuple(
    "".join(chr(zero + digit) for digit in range(10))
    for zero in (0xFF10, 0x0660, 0x06F0, 0x0966, 0x0E50, 0x1D7CE, 0x1D7D8, 0x1D7EC, 0x1D7F6)
)
UNSEEN = ("\u200b", "\u2060", "\u00ad", "\ufe0f", "\u202e", " ", "\u3000")

NOTES = (
    ("发布政策解读", "发布政策解读{}。"),
    ("更新公开栏", "更新公开栏{}。"),
    ("编制公开目录", "{}，编制公开目录。"),
    ("编制公开目录", "编制公开目录（{}）。"),
    ("组织业务培训", "组织业务培训{}。"),
    ("组织信息员培训", "组织{}信息员培训。"),
    ("在大厅设查询点", "在大厅设查询点{}。"),
    ("在大厅设查询点", "在大厅设{}查询点。"),
    ("推送办事指南", "推送办事指南{}。"),
    ("通过公众号推送", "通过{}公众号推送。"),
    ("请司法所审核答复书", "请司法所审核{}答复书。"),
    ("回应来信，查找文件", "回应来信{}，查找文件。"),
)
"""A note and a sentence that tells it with a quantity; short, since a hundred thousand are judged."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence with a quantity in it, `text[start:end]`, and the note that tells all but the quantity."""

    text: str
    start: int
    end: int
    note: str


def counted(seed: int, many: int) -> Iterator[Counted]:
    """Yield sentences, the same for the same seed."""
    random = Random(seed)  # noqa: S311
    for _ in range(many):
        note, carrier = random.choice(NOTES)
        quantity = random.choice(WAYS)(random)
        start = carrier.index("{}")
        yield Counted(carrier.replace("{}", quantity), start, start + len(quantity), note)


def han(number: int, digits: str = PLAIN, tens: tuple[str, ...] = PLAIN_TENS) -> str:
    """Return a number below 10**12 as it is said."""
    if number == 0:
        return digits[0]
    groups = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    said = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            continue
        if said and group < 1000:
            said += digits[0]
        said += _group(group, digits, tens) + ("", "万", "亿")[place]
    return said


def _group(group: int, digits: str, tens: tuple[str, ...]) -> str:
    said, is_open = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            said += (digits[0] if is_open else "") + digits[digit] + tens[place]
            is_open = False
        else:
            is_open = bool(said)
    return said


def _number(random: Random) -> int:
    return int(10 ** random.uniform(0, 8))


def _unit(random: Random) -> str:
    return random.choice(UNITS)


def _arabic(random: Random) -> str:
    return f"{_number(random)}{_unit(random)}"


def _comma(random: Random) -> str:
    return f"{_number(random) + 1000:,}{_unit(random)}"


def _scripts(random: Random) -> str:
    return str(_number(random)).translate(dict(zip(range(48, 58), random.choice(SCRIPTS), strict=True))) + _unit(random)


def _chinese(random: Random) -> str:
    return han(_number(random)) + _unit(random)


def _two(random: Random) -> str:
    number = han(_number(random) + 2)
    return "".join("两" if sign == "二" and random.random() < 0.5 else sign for sign in number) + _unit(random)


def _formal(random: Random) -> str:
    return han(_number(random), FORMAL, FORMAL_TENS) + _unit(random)


def _digit_by_digit(random: Random) -> str:
    zero = random.choice("〇零○")
    number = "".join(zero if digit == "0" else PLAIN[int(digit)] for digit in str(_number(random)))
    return number + _unit(random)


def _decimal(random: Random) -> str:
    return f"{random.uniform(0.1, 9999):.{random.randint(1, 3)}f}{random.choice(('万', '亿', '千', ''))}{_unit(random)}"


def _decimal_said(random: Random) -> str:
    return (
        f"{han(random.randint(0, 99))}点{PLAIN[random.randint(1, 9)]}{random.choice(('万', '亿', ''))}{_unit(random)}"
    )


def _rounded(random: Random) -> str:
    """Return a round quantity; 数字 and 数组 are words of their own."""
    number = random.choice(
        (
            "几",
            "数",
            "十几",
            "几十",
            "数十",
            "上百",
            "几百",
            "数百",
            "上千",
            "数千",
            "几千",
            "成百上千",
            "十来",
            "两三",
            "三五",
            "七八",
        )
    )
    unit = _unit(random)
    return f"{number}{'次' if number == '数' and unit in ('字', '组') else unit}"


def _hedged(random: Random) -> str:
    before = random.choice(
        ("近", "约", "超", "逾", "超过", "不少于", "至少", "多达", "将近", "仅", "共", "累计", "达", "合计")
    )
    return before + random.choice((str, han))(_number(random)) + _unit(random)


def _hedged_behind(random: Random) -> str:
    number = random.choice((str, han))(random.randint(1, 99) * 10)
    return number + random.choice(("余", "多", "来")) + _unit(random)


def _around(random: Random) -> str:
    return _arabic(random) + random.choice(("左右", "以上", "以下", "上下", "有余", "以内"))


def _range(random: Random) -> str:
    low = random.randint(1, 500)
    high = low + random.randint(1, 500)
    spoken = random.choice((str, han))
    return spoken(low) + random.choice(("—", "－", "-", "~", "～", "至", "到", "、")) + spoken(high) + _unit(random)


def _percent(random: Random) -> str:
    number = f"{random.uniform(0, 100):.{random.randint(0, 2)}f}"
    whole = random.randint(1, 100)
    ways = (
        f"{number}%",
        f"{number}％",
        f"{number}‰",
        f"百分之{han(whole)}",
        f"{number}个百分点",
        f"千分之{han(whole)}",
    )
    return random.choice(("占", "提高", "完成", "")) + random.choice(ways)


def _fraction(random: Random) -> str:
    low, high = random.randint(1, 9), random.randint(2, 9)
    ways = (
        f"{low}/{high}",
        f"{PLAIN[high]}分之{PLAIN[low]}",
        f"{PLAIN[low]}成",
        f"{PLAIN[low]}成半",
        f"{low}成",
        random.choice("½⅓¼¾⅔⅛"),
    )
    return random.choice(("占", "约", "完成")) + random.choice(ways)


def _multiple(random: Random) -> str:
    return (
        random.choice(("增长", "是上年的", "翻"))
        + random.choice((str, han))(random.randint(2, 20))
        + random.choice(("倍", "番", "成"))
    )


def _date(random: Random) -> str:
    year, month, day = random.randint(1999, 2030), random.randint(1, 12), random.randint(1, 28)
    said = "".join("〇" if digit == "0" else PLAIN[int(digit)] for digit in str(year))
    ways = (
        f"{year}年", f"{year}年{month}月", f"{year}年{month}月{day}日", f"{month}月{day}日",
        f"{said}年{han(month)}月", f"{year}.{month}.{day}", f"{year}-{month:02}-{day:02}",
        f"{han(month)}月{han(day)}日", f"{han(month)}月份", f"第{PLAIN[month % 4 + 1]}季度", f"{year}年度",
        f"{month}月底",
    )  # fmt: skip
    return random.choice(ways)


def _ordinal(random: Random) -> str:
    return "第" + random.choice((str, han))(random.randint(1, 40)) + _unit(random)


def _signs(random: Random) -> str:
    number = random.randint(1, 20)
    ways = (
        chr(0x2460 + number - 1),
        chr(0x2474 + number - 1),
        chr(0x2488 + number - 1),
        chr(0x2160 + number % 12),
        chr(0x3220 + number % 10),
    )
    return random.choice(ways) + _unit(random)


def _broken(random: Random) -> str:
    number = random.choice((str, han))(_number(random) + 10)
    place = random.randint(1, len(number))
    return number[:place] + random.choice(UNSEEN) + number[place:] + _unit(random)


WAYS: tuple[Callable[[Random], str], ...] = (
    _arabic,
    _comma,
    _scripts,
    _chinese,
    _two,
    _formal,
    _digit_by_digit,
    _decimal,
    _decimal_said,
    _rounded,
    _hedged,
    _hedged_behind,
    _around,
    _range,
    _percent,
    _fraction,
    _multiple,
    _date,
    _ordinal,
    _signs,
    _broken,
)
