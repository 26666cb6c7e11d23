"""G04 brackets and quotation marks that do not pair, G05 widths and blanks, G07 a paragraph that does not end."""

import re
from collections.abc import Iterator
from itertools import pairwise

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, paragraphs, passages
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.rules.structure.paragraphs import WHOLE
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import SourceFormat

_PAIRS = {
    "）": "（",
    "》": "《",
    "〉": "〈",
    "”": "“",
    "’": "‘",
    "】": "【",
    "〕": "〔",
    "」": "「",
    "]": "[",
    "］": "［",
}
_OPENERS = frozenset(_PAIRS.values())
_ITEM = re.compile("(?:^|[，。；：、“])(?:[1-9]\\d?|[一二三四五六七八九十]{1,2}|[a-zA-Z]|[①-⑩])）")
_HALF = re.compile("[一-鿿” ]\\s?(?P<half>[,;:!?])\\s?(?=[一-鿿“])|(?P<round>\\([^()]*[一-鿿][^()]*\\))")
_BLANK = re.compile(
    "[一-鿿](?P<gap>[ \u3000\xa0]+)(?=[一-鿿，。；、（《“])|[一-鿿](?P<digit> )(?=\\d)|\\d(?P<unit> )(?=[一-鿿])"
)
_WIDE_DIGIT = re.compile("[０-９]+")
_ENDS = re.compile("[。！？；：…][”’）》】]*$|[”’]$")
_SHORT, _FULL_LINE = 15, 20
_PARTED = 2
"""How many blocks on the next paragraph stands where an empty line parts them."""
_STOP = "请在段末加上句号"


def _pairs(audited: Audited) -> Iterator[Spot]:
    for line in _lines(audited):
        stack: list[tuple[str, Passage, int]] = []
        loose: list[tuple[str, Passage, int]] = []
        for passage in line:
            items = {match.end() - 1 for match in _ITEM.finditer(passage.text)}
            for place, character in enumerate(passage.text):
                if character in _OPENERS:
                    stack.append((character, passage, place))
                elif character in _PAIRS and place not in items:
                    if stack and stack[-1][0] == _PAIRS[character]:
                        stack.pop()
                    elif any(opened[0] == _PAIRS[character] for opened in stack):
                        loose += _above(stack, _PAIRS[character])
                    else:
                        loose.append((character, passage, place))
        for character, passage, place in (*stack, *loose):
            # A single < or > is an arrow between menus: 首页>政务公开.
            if passage.raw[passage.at[place]] in "<>":
                continue
            message = f"“{passage.around(place, place + 1, 6)}”里的“{character}”没有配对"
            yield passage.spot(message, (place, place + 1), "请补上或删去另一半")


def _above(stack: list[tuple[str, Passage, int]], opener: str) -> list[tuple[str, Passage, int]]:
    """Return, and take off, what was opened later than the opener that is closed now."""
    loose = []
    while stack:
        top = stack.pop()
        if top[0] == opener:
            break
        loose.append(top)
    return loose


def _lines(audited: Audited) -> Iterator[tuple[Passage, ...]]:
    group: list[Passage] = []
    for passage in passages(audited):
        if group and group[0].line != passage.line:
            yield tuple(group)
            group = []
        group.append(passage)
    if group:
        yield tuple(group)


def _widths(audited: Audited) -> Iterator[Spot]:
    """Yield one spot a paragraph: widths are a habit, and a list of them helps nobody."""
    for group in paragraphs(audited):
        for passage in group:
            patterns = (("半角标点", _HALF), ("多余的空格", _BLANK), ("全角数字", _WIDE_DIGIT))
            matches = [(what, match) for what, pattern in patterns if (match := pattern.search(passage.raw))]
            if matches:
                what, match = min(matches, key=lambda pair: pair[1].start())
                message = f"“{match.group()}”有{what}"
                yield Spot(
                    message,
                    "中文里用全角标点、半角数字，不留空格",
                    passage.section,
                    passage.place,
                    passage.raw,
                    match.span(),
                )
                break


def _endings(audited: Audited) -> Iterator[Spot]:
    for group in paragraphs(
        audited, "preamble", "overview", "proactive", "applications", "disputes", "improvement", "other"
    ):
        last = group[-1]
        text = "".join(passage.text for passage in group)
        if len(text) >= _SHORT and re.search("[，。；]", text) and not _ENDS.search(text):
            end = len(last.text)
            yield last.spot(f"段落“……{last.text[-12:]}”末尾没有标点", (max(0, end - 4), end), _STOP)
    yield from _parted(audited)


def _parted(audited: Audited) -> Iterator[Spot]:
    """Yield a paragraph without a stop that an empty line parts from the next: in a text file the two read as one."""
    if audited.report.source.format not in (SourceFormat.TEXT, SourceFormat.MARKDOWN):
        return
    for section in audited.sections:
        for line, after in pairwise(line for line in section.lines if line.text.strip()):
            text = line.text.strip()
            is_parted = after.place.block - line.place.block == _PARTED and line.level is None
            if is_parted and len(text) >= _FULL_LINE and re.search("[，。；]", text) and WHOLE.search(text):
                message = f"段落“……{text[-12:]}”末尾没有标点"
                yield at_line(section.key or "unknown", line, message, _STOP, mark=(len(text) - 4, len(text)))


PAIRS = Rule("G04", "brackets-unbalanced", Severity.WARNING, "GB/T 15834—2011《标点符号用法》", _pairs)
WIDTHS = Rule("G05", "width-mixed", Severity.INFO, "GB/T 15834—2011《标点符号用法》", _widths)
ENDINGS = Rule("G07", "sentence-unfinished", Severity.INFO, "GB/T 15834—2011《标点符号用法》", _endings)
