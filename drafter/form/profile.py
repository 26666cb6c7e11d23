"""A regional profile: what a region asks for beyond the national format."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from drafter.errors import UsageError
from drafter.resources import folder
from drafter.yamltree import parse_own


@dataclass(frozen=True, slots=True)
class Demand:
    """Something an aspect must say: a note that has one of `words` and a figure in one of `units` says it."""

    key: str
    gap: str
    """What 【待补：…】 names while nobody has said it."""
    words: tuple[str, ...]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Bounds and demands; `demands` are by aspect."""

    name: str
    percent_base: int
    share_base: int
    jump_factor: int
    overview_characters: tuple[int, int]
    demands: Mapping[str, tuple[Demand, ...]]


def profile_names() -> tuple[str, ...]:
    """Return the names of the profiles that are shipped."""
    return tuple(sorted(path.stem for path in (folder("schemas") / "profiles").glob("*.yaml")))


@cache
def load_profile(name: str) -> Profile:
    """Return a profile by its name. Raises UsageError for a name that is not shipped."""
    if name not in profile_names():
        raise UsageError(f"没有名为“{name}”的地区设置，可用：{'、'.join(profile_names())}")
    raw = parse_own((folder("schemas") / "profiles" / f"{name}.yaml").read_text(encoding="utf-8")).value
    low, high = raw["overview_characters"]
    return Profile(
        name=raw["name"],
        percent_base=raw["percent_base"],
        share_base=raw["share_base"],
        jump_factor=raw["jump_factor"],
        overview_characters=(low, high),
        demands={
            aspect: tuple(
                Demand(item["key"], item["gap"], tuple(item["words"]), tuple(item.get("figure", ()))) for item in items
            )
            for aspect, items in raw["demands"].items()
        },
    )
