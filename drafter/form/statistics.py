"""Statistics: one value for every cell of a form, or null where the township has not reported one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from drafter.form.model import Form

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Statistics:
    """The values of a report by cell path; None is "not reported", which is never the same as 0."""

    edition: str
    values: Mapping[str, Number | None]

    def __getitem__(self, path: str) -> Number | None:
        """Return the value of a cell; None where it is not reported or where the edition has no such cell."""
        return self.values.get(path)

    def number(self, path: str) -> Number:
        """Return the value of a cell that is known to be reported. Raises KeyError where it is not."""
        value = self.values.get(path)
        if value is None:
            raise KeyError(path)
        return value

    @property
    def is_complete(self) -> bool:
        """Return whether every cell is reported."""
        return all(value is not None for value in self.values.values())


def statistics_from_tree(form: Form, tree: Mapping[str, Any]) -> Statistics:
    """Return the statistics in a nested mapping; whatever is not a number there counts as not reported."""
    values = {path: _number(value_at(tree, path)) for path in form.cells}
    return Statistics(form.edition, values)


def statistics_tree(statistics: Statistics) -> dict[str, Any]:
    """Return the statistics as the nested mapping of `schemas/statistics-*.schema.json`."""
    tree: dict[str, Any] = {"edition": statistics.edition}
    for path, value in statistics.values.items():
        *parents, last = path.split(".")
        node = tree
        for parent in parents:
            node = node.setdefault(parent, {})
        node[last] = value
    return tree


def value_at(tree: Any, path: str) -> Any:
    """Return what stands at a dotted path of nested mappings, or None."""
    for key in path.split("."):
        if not isinstance(tree, Mapping):
            return None
        tree = tree.get(key)
    return tree


def _number(value: Any) -> Number | None:
    return value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
