"""What is read from a workbook, put together as the tree that every dossier is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from drafter.dossier.workbook.places import Place
from drafter.findings import Finding, Severity
from drafter.yamltree import Path, Tree


@dataclass(slots=True)
class Gathering:
    """Values and findings with the cells they come from, while a workbook is being read."""

    sheets: Sequence[str]
    """The names of the sheets, in their order."""
    values: dict[Path, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    found: list[tuple[Finding, Place | None]] = field(default_factory=list)

    def put(self, path: Path, value: Any, place: Place) -> None:
        """Take a value and its place."""
        self.values[path] = value
        self.places.setdefault(path, place)

    def stand(self, path: Path, place: Place) -> None:
        """Take the place of something that is not there, so that what misses it can point at it."""
        self.places.setdefault(path, place)

    def report(self, finding: Finding, place: Place | None = None) -> None:
        """Take a finding."""
        self.found.append((finding, place))

    def error(self, code: str, where: str, message: str, advice: str, place: Place | None) -> None:
        """Take an error."""
        self.report(Finding(code, Severity.ERROR, where, message, advice), place)

    def tree(self, last_year: "Gathering | None" = None) -> Tree:
        """Return the tree: nested values, cells counted in the order of the sheets, and their addresses."""
        known = [*self.places.values(), *(place for _, place in self.found if place)]
        known += last_year.places.values() if last_year else ()
        order = {name: number for number, name in enumerate(self.sheets)}
        places = sorted(set(known), key=lambda place: (order[place.sheet], place.row, place.column))
        numbers = {place: number for number, place in enumerate(places, start=1)}
        addresses = tuple(str(place) for place in places)
        findings = tuple(_at(finding, numbers[place]) if place else finding for finding, place in self.found)
        before = None
        if last_year:
            before = Tree(_nested(last_year.values), _lines(last_year.places, numbers), addresses)
        return Tree(_nested(self.values), _lines(self.places, numbers), addresses, findings, before)


def _at(finding: Finding, line: int) -> Finding:
    return Finding(finding.code, finding.severity, finding.where, finding.message, finding.suggestion, line)


def _lines(places: dict[Path, Place], numbers: dict[Place, int]) -> dict[Path, int]:
    return {path: numbers[place] for path, place in places.items()}


def _nested(values: dict[Path, Any]) -> Any:
    """Return values by path as mappings and lists; the numbers in paths must count from 0 without a gap."""
    root: dict[str, Any] = {}
    for path, value in values.items():
        node: Any = root
        for key, following in zip(path, [*path[1:], None], strict=True):
            if following is None:
                _set(node, key, value)
            else:
                node = _child(node, key, [] if isinstance(following, int) else {})
    return root


def _child(node: Any, key: str | int, empty: Any) -> Any:
    if isinstance(node, list):
        if len(node) <= int(key):
            node.append(empty)
        return node[int(key)]
    return node.setdefault(key, empty)


def _set(node: Any, key: str | int, value: Any) -> None:
    if isinstance(node, list):
        node.append(value)
    else:
        node[key] = value
