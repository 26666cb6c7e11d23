"""Cut text into sentences, and say how like two of them are."""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]+[”’）》」』)]*|[^。！？!?\n]+")
_CLAUSE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;]+[”’）》」』)]*|[^。！？!?；;\n]+")
_ENDED = re.compile(r"[。！？!?；;：:][”’）》」』)]*$")
_LONGEST = 600
"""Where two texts are longer than any sentence, comparing them sign by sign is not worth its time."""


def sentences(text: str) -> list[str]:
    """Return a text sentence by sentence; one that is not ended is the last. Blank ones are left out."""
    return [part.strip() for part in _SENTENCE.findall(text) if part.strip()]


def clauses(text: str) -> list[str]:
    """Return a text in parts that end where a sentence or an item of a list may end."""
    return [part.strip() for part in _CLAUSE.findall(text) if part.strip()]


def is_ended(text: str) -> bool:
    """Return whether a text ends as a sentence or an item of a list does."""
    return bool(_ENDED.search(text.rstrip()))


def bare(text: str) -> str:
    """Return a text without blanks: programs add and take them away."""
    return "".join(text.split())


@lru_cache(maxsize=4096)
def likeness(one: str, other: str) -> float:
    """Return how like two texts are, from 0 to 1; what shares few characters is not looked at closely."""
    if one == other:
        return 1.0
    longest = max(len(one), len(other))
    if not one or not other or longest > _LONGEST:
        return 0.0
    shared = (Counter(one) & Counter(other)).total()
    if shared * 2 / (len(one) + len(other)) < 0.3:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
