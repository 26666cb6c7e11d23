"""How many tokens a request takes, before it is sent: an estimate by its characters.

Tokenizers differ by half: a Chinese character takes 0.6 to 1.3 tokens, other text a token for each two to four
characters. The upper side is taken where a budget must hold, the middle where a person wants to know what to expect.
"""

import json
import re
from dataclasses import dataclass

from drafter.writing.backends.base import Request, Usage

HAN = re.compile("[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
ENVELOPE = 20


@dataclass(frozen=True, slots=True)
class Rate:
    """Tokens a character: of Chinese, of all else."""

    han: float
    other: float


EXPECTED = Rate(0.75, 0.35)
MOST = Rate(1.3, 0.5)
REPLY_SHARE = 0.45
"""How much of the room for a reply is used, as a rule: the room is for sentences twice as long as usual."""


def prompt_tokens(request: Request, rate: Rate = EXPECTED) -> int:
    """Return the tokens of a prompt, its schema included, which many endpoints put into it."""
    text = request.system + request.user + json.dumps(request.schema, ensure_ascii=False)
    han = len(HAN.findall(text))
    return ENVELOPE + int(han * rate.han + (len(text) - han) * rate.other)


def expected(request: Request) -> Usage:
    """Return what a request will take as a rule."""
    return Usage(prompt_tokens(request), int(request.max_tokens * REPLY_SHARE))


def worst(request: Request) -> Usage:
    """Return what a request may take at most."""
    return Usage(prompt_tokens(request, MOST), request.max_tokens)
