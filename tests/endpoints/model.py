"""A stub that answers like a model, as well and as badly: always the same to the same question, faults by chance."""

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from tests.endpoints.stub import Asked, Behaviour, Handler, completion, cut_off, hanging

SPOILT = "多次"
"""A word that no note accounts for: the sentence is refused and must be written anew."""


def reply(user: str) -> str:
    """Return a reply that tells every note and problem in its own words; of some requests one sentence is spoilt."""
    if '{"sentences"' in user:
        return rewritten(user)
    topics = _data(user, '{"topics"')["topics"]
    items = [
        {
            "kind": "problem" if topic["topic"].startswith("P") else "deed",
            "topic": topic["topic"],
            "cites": [material["id"]],
            "text": f"{material['text'].rstrip('。')}。",
        }
        for topic in topics
        for material in topic["materials"]
        if not material["planned"]
    ]
    if items and int(sha256(user.encode()).hexdigest(), 16) % 3 == 0:
        items[0]["text"] = f"{SPOILT}{items[0]['text']}"
    return json.dumps({"items": items}, ensure_ascii=False)


def rewritten(user: str) -> str:
    """Return the sentences that a repair asks for, each in the words of its note."""
    sentences = _data(user, '{"sentences"')["sentences"]
    items = [
        {
            "kind": sentence["kind"],
            "topic": sentence["no"],
            "cites": sentence["cites"],
            "text": f"{''.join(item['text'] for item in sentence['materials']).rstrip('。')}。",
        }
        for sentence in sentences
    ]
    return json.dumps({"items": items}, ensure_ascii=False)


def _data(user: str, start: str) -> Any:
    """Return the JSON in a prompt; words to avoid may stand after it."""
    return json.JSONDecoder().raw_decode(user[user.index(start) :])[0]


def question(asked: Asked) -> str:
    """Return what tells a request from others."""
    return sha256(json.dumps(asked.body["messages"], ensure_ascii=False).encode()).hexdigest()


def signature(name: str) -> str:
    """Return the name under which the stub answers a question: what a journal holds can be told by it."""
    return f"stub-{name[:16]}"


@dataclass
class Model:
    """Answers after a latency and counts what it answered; `faults` are the shares of calls that go wrong.

    busy: 429 with Retry-After · error: 500 · hang: no answer · cut: half a body · schema: an answer of another shape
    """

    latency: float = 0.0
    faults: Mapping[str, float] = field(default_factory=dict)
    a_second: float | None = None
    """Requests a second that are let through; more get 429 at once."""
    storm: tuple[float, float] | None = None
    """Every so many seconds it refuses everybody for so many seconds."""
    seed: int = 1
    came: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    """Requests by what they ask: how often they came, and how often a good answer was sent whole."""
    went_wrong: Counter[str] = field(default_factory=Counter)
    most_at_once: int = 0

    def __post_init__(self) -> None:
        self._random, self._lock = random.Random(self.seed), threading.Lock()  # noqa: S311
        self._at_once = 0
        self._next = 0.0
        self._begun = time.monotonic()

    @property
    def behaviour(self) -> Behaviour:
        """Return what the server does."""
        return self._answer

    def _answer(self, handler: Handler, asked: Asked) -> None:
        name = question(asked)
        with self._lock:
            self.came[name] += 1
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
            fault = self._fault()
            if fault:
                self.went_wrong[fault] += 1
        try:
            self._behave(handler, asked, name, fault)
        finally:
            with self._lock:
                self._at_once -= 1

    def _behave(self, handler: Handler, asked: Asked, name: str, fault: str) -> None:
        if fault == "busy":
            handler.whole(b"{}", 429, **{"retry-after": "0.2"})
            return
        if fault == "error":
            handler.whole(b"{}", 500)
            return
        if fault == "hang":
            hanging(handler, asked)
            return
        if self.latency:
            handler.wait(self.latency)
        if fault == "cut":
            cut_off(handler, asked)
            return
        content = '{"sentences": "no"}' if fault == "schema" else reply(asked.user)
        handler.whole(completion(content, model=signature(name)))
        if fault != "schema":
            with self._lock:
                self.answered[name] += 1

    def _fault(self) -> str:
        if self.storm is not None:
            every, long = self.storm
            if (time.monotonic() - self._begun) % every > every - long:
                return "busy"
        if self.a_second is not None:
            now = time.monotonic()
            # A bucket of half a second: what comes evenly passes.
            self._next = max(self._next, now - 0.5)
            if self._next > now:
                return "busy"
            self._next += 1 / self.a_second
        drawn = self._random.random()
        for name, share in self.faults.items():
            drawn -= share
            if drawn < 0:
                return name
        return ""


def body(content: str) -> dict[str, Any]:
    """Return a chat completion as a tree."""
    tree: dict[str, Any] = json.loads(completion(content))
    return tree
