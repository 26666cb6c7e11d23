"""Words that say the same in a clerk's note and in an official text, and the words of any text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from drafter.resources import folder, read_text
from drafter.yamltree import parse_own

SLOT = re.compile(r"\{\{[^{}]{0,80}\}\}")
MASK = "\ufffc"
LONGEST = 14
FIRST = "schemas/lexicon/register.yaml"
_STEMMED = 3
_TWO = 2
_JOINED = frozenset(["并存", "并发", "并行", "并举", "并用", "并进", "并作", "并对", "并经"])
"""What no text is cut by: 并 joins a second deed (并存档, 并发放)."""
_PATTERNS = (
    (
        re.compile("[一-鿿]不(?:了|开|出|到|来|动|上|下|着|清|懂|完|起|住|成|见|过来|明白)"),
        "无法 难以 不能 不易 不便 未能 无从 困难 尚无法 难于",
    ),
    (re.compile("没|不|未"), "未能 未予 未曾 尚未能 未作 并未 不予 未及"),
    (re.compile("不(?:许|准|让|能|得|要)|莫|别(?=[乱再让把给])"), "不得 不予 严禁 禁止 不可"),
    (re.compile("被|挨|让人|叫人"), "受到 遭到 被"),
    (re.compile("[说嫌讲提]|意见"), "意见 的意见 反映 诉求"),
    (re.compile("想|盼|希望"), "希望 期望 需求"),
    (re.compile("[乱随]"), "随意 任意 擅自"),
    (re.compile("[得再]?(?:快|大|小|好|细|短|简单|活泼|清楚|方便)[点些]"), "更为 更加 更"),
    (re.compile("一直|都|一律|每|必须|谁[^，。]{1,4}谁|总|一向|不[得准能许让]|先[^，。]{1,8}[再才后]"), "坚持"),
    (re.compile("[没不少差缺]"), "缺乏 缺少 欠缺"),
    (re.compile("人[^，。]{0,3}[来到去]|[来到去][^，。]{0,3}人"), "参加 参会 到会 参加人员 参会人员 到场"),
    (re.compile("摆了?个?摊|摆台|支了?个?摊"), "设摊 设点 设置摊位 设置咨询台 设台"),
)
"""What is said by a construction and not by a word: 打不开 is 无法打开."""
_AFTER_VERBS = frozenset("了到过着完好掉上下出起成给在的子里头儿面边")
_BEFORE_VERBS = frozenset("没不再就都也还才又先想要去来得该会能让叫帮老总常")


@dataclass(frozen=True, slots=True)
class Note:
    """What the cited notes give: their text, their words, and the written forms that these words license."""

    text: str
    words: frozenset[str]
    licensed: frozenset[str]

    @property
    def joined(self) -> str:
        """Return the text without 的: 人大的代表 are 人大代表."""
        return self.text.replace("的", "")

    def says(self, word: str) -> bool:
        """Return whether the note has a word, or one of which it is the written form."""
        if len(word) == 1:
            return word in self.words or word in self.licensed
        return word in self.text or word in self.licensed

    def allows(self, text: str, start: int, end: int) -> bool:
        """Return whether a stretch of a text stands in a turn of phrase that the note's words license."""
        return any(
            text[first:last] in self.licensed
            for first in range(max(0, end - LONGEST), start + 1)
            for last in range(end, min(len(text), first + LONGEST) + 1)
        )


@dataclass(frozen=True, slots=True)
class Register:
    """The lists of `schemas/lexicon/register.yaml` and of `register/`: a word of a note, and what it may become."""

    forms: Mapping[str, frozenset[str]]
    vocabulary: frozenset[str]
    grow: frozenset[str]
    """Single characters that a common word of two may stand for: 删 becomes 删除."""
    particles: frozenset[str]
    """Single characters of a note that say nothing of themselves: what is left of it is counted without them."""
    vague: frozenset[str]
    """Characters of so many senses that two words which share one need not be of a kind."""
    turning: frozenset[str]
    """Characters that make another thing of a word: persons, negation, degree, amount, time, rank."""
    longest: int
    """How many characters the longest word or phrase to look for in a note has."""


@cache
def load_register() -> Register:
    """Return the shipped register lexicon: the first list, and those by topic beside it.

    The turns of phrase of a topic are looked for in a note and cut no text: 拍视频 stays two words. Only its words of
    two characters that stand for each other are words to cut by.
    """
    first = parse_own(read_text(FIRST)).value
    grow, forms, vocabulary = "", dict[str, set[str]](), set[str]()
    for name in register_files():
        lists = parse_own(read_text(name)).value
        grow += lists.get("grow", "")
        _add_rows(forms, lists)
        vocabulary.update(word for row in lists.get("same") or () for word in row.split() if len(word) == _TWO)
        if name == FIRST:
            vocabulary.update(forms, *forms.values())
    return Register(
        MappingProxyType({word: frozenset(to) for word, to in forms.items()}),
        frozenset(vocabulary),
        frozenset(grow.replace(" ", "")),
        frozenset(first["particles"].replace(" ", "")),
        frozenset(first["vague"].replace(" ", "")),
        frozenset(first["turning"].replace(" ", "")),
        max(map(len, forms)),
    )


def _add_rows(forms: dict[str, set[str]], lists: Mapping[str, list[str]]) -> None:
    for row in lists.get("same") or ():
        group = row.split()
        for word in group:
            forms.setdefault(word, set()).update(group)
    for row in lists.get("written") or ():
        left, _, right = row.partition("→")
        for word in left.split():
            forms.setdefault(word, set()).update(right.split())


@cache
def register_files() -> tuple[str, ...]:
    """Return the names of the files of the register lexicon."""
    topics = sorted(path.name for path in (folder("schemas") / "lexicon" / "register").glob("*.yaml"))
    return (FIRST, *(f"schemas/lexicon/register/{name}" for name in topics))


@cache
def approved_rows() -> tuple[str, tuple[str, ...]]:
    """Return what may stand in any report: the single characters, and the rows of words."""
    lists = [parse_own(read_text(f"schemas/lexicon/{name}.yaml")).value for name in ("approved", "approved_more")]
    return " ".join(raw["function"] for raw in lists), tuple(row for raw in lists for row in raw["words"])


@cache
def vocabulary() -> frozenset[str]:
    """Return every word that any list of ours or the general list of common words holds: what a text is cut by."""
    claims = parse_own(read_text("schemas/lexicon/claims.yaml")).value
    common = read_text("schemas/lexicon/words.txt").split("\n")
    words = set(load_register().vocabulary)
    words.update(word for word in common if word and not word.startswith("#"))
    words.update(_strings(list(approved_rows()[1])), _strings(claims))
    return frozenset(word for word in words - _JOINED if 1 < len(word) <= LONGEST)


def _strings(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Return a text of the same length in which full-width letters are plain and slots are masked."""
    folded = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" and sign.isalnum() else sign for sign in text)
    return SLOT.sub(lambda match: MASK * len(match[0]), folded)


@cache
def claimed() -> frozenset[str]:
    """Return every word of the claim lists: such a word is never taken apart."""
    return frozenset(_strings(parse_own(read_text("schemas/lexicon/claims.yaml")).value))


def lengths(words: frozenset[str], longest: int = 0) -> Mapping[str, tuple[int, ...]]:
    """Return, by how they begin, how long the words of a set can be: most pairs of characters begin none."""
    found: dict[str, set[int]] = {}
    for word in words:
        if 1 < len(word) <= (longest or len(word)):
            found.setdefault(word[:_TWO], set()).add(len(word))
    return MappingProxyType({start: tuple(sorted(sizes)) for start, sizes in found.items()})


@lru_cache(maxsize=4096)
def cut(text: str, longest: int = LONGEST) -> tuple[tuple[int, str], ...]:
    """Return the words of a text with their places: as few loose characters as can be, then as few words."""
    known, known_lengths, size = vocabulary(), _index("cut"), len(text)
    best: list[tuple[int, int, int]] = [(0, 0, 0)] * (size + 1)
    for start in range(size - 1, -1, -1):
        loose, count, _ = best[start + 1]
        choice = (loose + 2, count + 1, 1)
        for length in known_lengths.get(text[start : start + _TWO], ()):
            end = start + length
            if length <= longest and end <= size and text[start:end] in known:
                loose, count, _ = best[end]
                if (loose, count + 1) <= choice[:2]:
                    choice = (loose, count + 1, end - start)
        best[start] = choice
    words, place = [], 0
    while place < size:
        words.append((place, text[place : place + best[place][2]]))
        place += best[place][2]
    return tuple(words)


def parts(word: str) -> Iterator[str]:
    """Yield a word, and what a set phrase of the register is made of: 更新 and 慢 in 更新慢."""
    yield word
    if len(word) > _TWO and word in load_register().vocabulary and word not in claimed():
        for _, part in cut(word, min(len(word) - 1, _STEMMED)):
            yield part


def stems(word: str) -> Iterator[str]:
    """Yield a word, and the verb inside one that is a verb with its particle: 换 in 换掉, 修 in 没修."""
    yield word
    if len(word) <= _STEMMED:
        if word[-1] in _AFTER_VERBS and word[:-1]:
            yield word[:-1]
        if word[0] in _BEFORE_VERBS and word[1:]:
            yield word[1:]


@cache
def written_forms() -> frozenset[str]:
    """Return every form that any note may license."""
    return frozenset(" ".join(written for _, written in _PATTERNS).split()).union(*load_register().forms.values())


@cache
def _index(use: str) -> Mapping[str, tuple[int, ...]]:
    """Return how long the words to cut by are, or the words that have other forms."""
    return lengths(vocabulary() if use == "cut" else frozenset(load_register().forms))


@lru_cache(maxsize=1024)
def read_note(text: str) -> Note:
    """Return what a note gives. A single character counts only where it stands as a word: 定 in 规定 is none."""
    text = plain(text)
    words = frozenset(stem for _, word in cut(text) for part in parts(word) for stem in stems(part))
    forms, sizes = load_register().forms, _index("forms")
    phrases = (text[at : at + length] for at in range(len(text)) for length in sizes.get(text[at : at + _TWO], ()))
    licensed: set[str] = set()
    for word in {*phrases, *(word for word in words if len(word) == 1)}:
        licensed |= forms.get(word, frozenset())
    for pattern, written in _PATTERNS:
        if pattern.search(text):
            licensed.update(written.split())
    return Note(text, words, frozenset(licensed))
