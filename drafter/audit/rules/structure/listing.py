"""A13, A14: enumerators that skip a number, and enumerators written against the standard."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.enumerators import Enumerator, enumerators
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import SourceLine

_HAN = "零一二三四五六七八九十"
_STYLED_WRONGLY = re.compile(
    r"^\s*(?:[0-9]{1,2}、|[（(][一二三四五六七八九十0-9]{1,3}[）)][、.．，,]|[一二三四五六七八九十]{1,2}[.．，,])"
)


def _skips(audited: Audited) -> Iterator[Spot]:
    """Yield a spot where the enumerators of a section do not count up one by one."""
    for section in audited.sections:
        # What may follow in each style: the number after the last one, and after what that one should have been.
        after: dict[str, tuple[int, ...]] = {}
        for line in section.lines:
            for found in enumerators(line.text):
                expected = after.get(found.style, (1,))
                if found.number not in (1, *expected):
                    yield _skip(section.key or "unknown", line, found, expected[0])
                    after[found.style] = (found.number + 1, expected[0] + 1)
                else:
                    after[found.style] = (found.number + 1,)
                for style in _BELOW.get(found.style, ()):
                    after.pop(style, None)


# A new item of a higher level starts the lower ones again.
_BELOW = {"（一）": ("1.", "（1）", "一是", "第一"), "1.": ("（1）", "一是"), "第一": (), "（1）": (), "一是": ()}


def _skip(where: str, line: SourceLine, found: Enumerator, expected: int) -> Spot:
    written = line.text[found.start : found.end].strip()
    before = _shown(found.style, expected - 1) if expected > 1 else ""
    what = f"“{before}”之后是“{written}”" if before else f"没有“{_shown(found.style, 1)}”就是“{written}”"
    lacking = expected <= found.number
    message = f"序号不连续：{what}，{'缺' if lacking else '应当是'}“{_shown(found.style, expected)}”"
    advice = "请核对是漏了一项还是序号写错"
    return at_line(where, line, message, advice, mark=(found.start, found.end))


def _shown(style: str, number: int) -> str:
    han = _HAN[number] if number <= 10 else f"十{_HAN[number - 10]}" if number < 20 else str(number)
    return {"一是": f"{han}是", "（一）": f"（{han}）", "1.": f"{number}.", "第一": f"第{han}"}.get(
        style, f"（{number}）"
    )


def _styles(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for all items of the report whose enumerators are not written as the standard says."""
    found = [
        (section.key or "unknown", line, match)
        for section in audited.sections
        for line in section.lines
        if (match := _STYLED_WRONGLY.match(line.text))
    ]
    if found:
        where, line, match = found[0]
        count = f"，共 {len(found)} 处" if len(found) > 1 else ""
        message = f"序号“{match.group().strip()}”的写法不合规范{count}"
        yield at_line(where, line, message, "层次序号依次用“一、”“（一）”“1.”“（1）”", mark=match.span())


RULES = (
    Rule("A13", "enumerator-skip", Severity.WARNING, "GB/T 9704—2012 第7.3.3条", _skips),
    Rule("A14", "enumerator-style", Severity.INFO, "GB/T 9704—2012 第7.3.3条", _styles),
)
