"""Fill the prompts of `prompts/*.md.j2`: each has a context of its own, and a missing name is an error."""

from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from drafter.resources import folder, read_text

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class RulesContext:
    """`rules.md.j2` takes nothing: it is the same, byte for byte, for every township."""


@dataclass(frozen=True, slots=True)
class SectionContext:
    """What `section.md.j2` takes; `data` is JSON and holds all that the township wrote."""

    edition: str
    title: str
    self_name: str
    data: str
    avoid: str
    """A JSON list of words that other reports use already; empty where there is none."""


@dataclass(frozen=True, slots=True)
class RepairContext:
    """What `repair.md.j2` takes."""

    edition: str
    title: str
    self_name: str
    data: str


Context = RulesContext | SectionContext | RepairContext
NAMES: dict[type, str] = {RulesContext: "rules", SectionContext: "section", RepairContext: "repair"}


def filled(context: Context) -> str:
    """Return the prompt of a context. What a context holds is data: no template in it is ever read."""
    return environment().get_template(f"{NAMES[type(context)]}.md.j2").render(asdict(context))


@cache
def environment() -> "Environment":
    """Return where the prompts are. They are plain text for a model, so nothing is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder("prompts")),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
        keep_trailing_newline=False,
    )


@cache
def prompt_versions() -> dict[str, str]:
    """Return the content hash of every prompt."""
    files = [f"prompts/{name}.md.j2" for name in NAMES.values()]
    return {file: sha256(read_text(file).encode()).hexdigest() for file in files}


def variables(name: str) -> set[str]:
    """Return the names that a prompt uses, for the test that compares them with its context."""
    from jinja2 import meta

    found: Any = meta.find_undeclared_variables(environment().parse(read_text(f"prompts/{name}.md.j2")))
    return set(found)
