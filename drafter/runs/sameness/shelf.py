"""The narratives of a run, kept small: compressed, a few opened at a time."""

import json
import zlib
from collections.abc import Iterable
from functools import lru_cache

from drafter.runs.sameness.body import BETWEEN, Body, bodies_of, grams_of
from drafter.runs.sameness.narrative import Narrative, Passage

_FAST = 1
_OPEN = 512


class Shelf:
    """The sections of many narratives by number, in the order of their keys; each is masked once."""

    def __init__(self, narratives: Iterable[Narrative]) -> None:
        kept = sorted((narrative.key, _packed(bodies_of(narrative))) for narrative in narratives)
        self.keys = [key for key, _ in kept]
        self._kept = [packed for _, packed in kept]
        self.body = lru_cache(maxsize=_OPEN)(self._body)

    def __len__(self) -> int:
        return len(self.keys)

    def words(self, number: int, section: str) -> str:
        """Return the masked sentences of a section as one text, empty where the narrative has none."""
        rows = self._rows(number).get(section, [])
        return BETWEEN.join(words for _, _, words in rows)

    def _body(self, number: int, section: str) -> Body:
        rows = self._rows(number)[section]
        words = tuple(row[2] for row in rows)
        passages = tuple(Passage(name, section, text) for name, text, _ in rows)
        return Body(self.keys[number], section, passages, words, grams_of(words))

    def _rows(self, number: int) -> dict[str, list[tuple[str, str, str]]]:
        rows: dict[str, list[tuple[str, str, str]]] = json.loads(zlib.decompress(self._kept[number]))
        return rows


def _packed(bodies: list[Body]) -> bytes:
    rows = {
        body.section: [(item.id, item.text, words) for item, words in zip(body.passages, body.words, strict=True)]
        for body in bodies
    }
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), _FAST)
