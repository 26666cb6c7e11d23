"""The tests' own valid dossier, and ways to change it."""

from pathlib import Path
from typing import Any

from drafter.dossier.intake import Loaded, assess
from drafter.findings import Finding
from drafter.yamltree import Tree, parse_yaml

PATH = Path(__file__).parent / "lingxi.yaml"
TEXT = PATH.read_text(encoding="utf-8")


def changed(old: str, new: str) -> str:
    """Return the dossier's text with one place changed."""
    assert TEXT.count(old) == 1, f"{old!r} stands {TEXT.count(old)} times in {PATH.name}"
    return TEXT.replace(old, new)


def tree(text: str = TEXT) -> Tree:
    return parse_yaml(text)


def value() -> dict[str, Any]:
    found: dict[str, Any] = tree().value
    return found


def loaded(text: str = TEXT) -> Loaded:
    return assess(tree(text))


def codes(text: str) -> list[tuple[str, str]]:
    """Return code and place of every finding."""
    return [(finding.code, finding.where) for finding in loaded(text).findings]


def only(text: str) -> Finding:
    """Return the one finding that a text gives."""
    (finding,) = loaded(text).findings
    return finding
