"""What a township's draft tells: its narrative and how like last year's it is, kept to be held against the others."""

import json
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from drafter.errors import InputError
from drafter.runs.pipeline import Report
from drafter.runs.sameness.comparing import compared
from drafter.runs.sameness.narrative import Likeness, Narrative, Passage, Shared
from drafter.runs.sameness.narratives import narrative_of_draft, narrative_of_last_year

_FAST = 1


@dataclass(frozen=True, slots=True)
class Told:
    """A draft as it is compared."""

    narrative: Narrative
    last_year: tuple[Likeness, ...] = ()
    """How like the township's own last year each of its sections is, where there is a report of last year."""


def told_of(key: str, report: Report, prior: Path | None) -> Told:
    """Return what a draft tells; `prior` is the file that its dossier names."""
    narrative, before = narrative_of_draft(key, report), last_year(key, prior)
    return Told(narrative, tuple(compared(narrative, before)) if before else ())


def last_year(key: str, prior: Path | None) -> Narrative | None:
    """Return last year's narrative, None where the file holds none: what is wrong with it the check has said."""
    try:
        return narrative_of_last_year(key, prior) if prior else None
    except InputError:
        return None


def packed(told: Told) -> bytes:
    """Return it as the journal keeps it."""
    return zlib.compress(json.dumps(asdict(told), ensure_ascii=False).encode("utf-8", "surrogatepass"), _FAST)


def unpacked(content: bytes) -> Told:
    """Return what the journal kept."""
    tree = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    own = tree["narrative"]
    passages = tuple(Passage(**item) for item in own["passages"])
    return Told(Narrative(own["key"], tuple(own["names"]), passages), tuple(map(_likeness, tree["last_year"])))


def _likeness(tree: dict[str, Any]) -> Likeness:
    shared = (Shared(Passage(**two["left"]), Passage(**two["right"]), two["run"]) for two in tree["shared"])
    return Likeness(**{**tree, "shared": tuple(shared)})
