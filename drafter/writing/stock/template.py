"""The stock writer's sentences and frames, read from `prompts/stock.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drafter.resources import read_text
from drafter.yamltree import parse_own


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence that opens an aspect in the report years `first_year` to `last_year`."""

    text: str
    first_year: int
    last_year: int | None

    def fits(self, year: int) -> bool:
        """Return whether the frame may stand in a report of a year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


@dataclass(frozen=True, slots=True)
class StockTemplates:
    """Sentence variants by key, frames by aspect, connectives, and the words a continuing note opens with."""

    sentences: Mapping[str, tuple[str, ...]]
    frames: Mapping[str, tuple[Frame, ...]]
    connectives: tuple[str, ...]
    continues: tuple[str, ...]


@cache
def stock_templates() -> StockTemplates:
    """Return the templates of `prompts/stock.yaml`."""
    raw = parse_own(read_text("prompts/stock.yaml")).value
    return StockTemplates(
        sentences={key: tuple(variants) for key, variants in raw["sentences"].items()},
        frames={
            aspect: tuple(Frame(row["text"], row["from"], row.get("to")) for row in rows)
            for aspect, rows in raw["frames"].items()
        },
        connectives=tuple(raw["connectives"]),
        continues=tuple(raw["continues"]),
    )
