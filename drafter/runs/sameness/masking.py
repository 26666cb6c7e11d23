"""The words of a sentence for which its writer answers: without figures, names, law titles and phrases for figures."""

import re
from collections.abc import Collection
from functools import cache

from drafter.audit.similarity import masked
from drafter.writing.bank import load_bank

SELF_NAMES = (
    *("镇人民政府", "乡人民政府", "街道办事处", "镇党委政府", "乡党委政府", "镇政府", "乡政府"),
    *("我镇", "我乡", "我街道", "本镇", "本乡", "本街道", "全镇", "全乡", "全街道"),
)
"""How a township speaks of itself: a copy by another level of township is a copy."""
_LEAD = re.compile(
    "(?:[（(]?[一二三四五六七八九十]{1,3}(?:[）)、]|是要?)|第[一二三四五六七八九]，|[1-9][0-9]?[.、．](?![0-9])"
    "|同时，|此外，|另外，)+"
)
_HOLE = re.compile(r"\{[^}]*\}")
_IN_HOLE = re.compile(r"\{[a-z_]+:([^}|]+)")
_SHORTEST_PHRASE = 5


def masked_words(text: str, names: Collection[str] = ()) -> str:
    """Return what of a sentence is compared: ideographs only, nothing that must be alike or must differ."""
    words = _phrases().sub("", _LEAD.sub("", text, count=1) if _LEAD.match(text) else text)
    return masked(words, (*names, *SELF_NAMES))


@cache
def _phrases() -> re.Pattern[str]:
    """Return the fixed words of every phrase that says a figure: two townships with equal figures say them alike."""
    bank = load_bank()
    forms = [form for phrase in bank.phrases.values() for variants in phrase.forms.values() for form in variants]
    forms += [form for group in bank.groups.values() for form in (*group.sole, *group.whole, *group.several)]
    words = {part for form in forms for part in (*_HOLE.split(form), *_IN_HOLE.findall(form))}
    words = {word.strip("，、；。") for word in words}
    kept = sorted((word for word in words if len(word) >= _SHORTEST_PHRASE), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, kept)))
