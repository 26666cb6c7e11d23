"""What all townships of a batch share, and the fingerprint of it."""

import json
from dataclasses import dataclass
from hashlib import sha256

from drafter import __version__
from drafter.resources import folder
from drafter.runs.pipeline import STOCK
from drafter.runs.sameness.rewriting import ANOTHER
from drafter.writing.backends.prices import Prices

DATA = ("prompts", "schemas")


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the townships of a batch are drafted."""

    formats: tuple[str, ...]
    model: str = STOCK
    """The name of the model as its backend gives it, or stock."""
    address: str = ""
    """Where it is asked and for which form of answer."""
    keep_amber: bool = True
    by_topic: bool = False
    requires_model: bool = False
    prices: Prices | None = None
    plan: int = ANOTHER
    """The plan by which a report too much like others is drafted anew: another number, another draft."""
    digest: str = ""
    """The fingerprint of all of this, of the tool and of its data files."""

    @property
    def asks_model(self) -> bool:
        """Return whether there is a model to ask."""
        return self.model != STOCK or bool(self.address)


def digest_of(recipe: Recipe) -> str:
    """Return the fingerprint of what decides every draft alike: model, formats, tool, prompts, forms, lexica.

    Whether a model is required decides what counts as done, not what a draft says; what a price is decides the cost
    that the run record names.
    """
    shared = [recipe.formats, recipe.model, recipe.address, recipe.keep_amber, recipe.by_topic, str(recipe.prices)]
    shared += [recipe.plan]
    digest = sha256(json.dumps([__version__, *shared], ensure_ascii=False).encode())
    for name in DATA:
        top = folder(name)
        for path in sorted(item for item in top.rglob("*") if item.is_file()):
            digest.update(path.relative_to(top).as_posix().encode() + b"\n" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()
