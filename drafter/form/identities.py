"""Expand the identities of a form file: one for every value of its name, every cell written out."""

from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

from drafter.form.model import Cell, Identity, Table, Term


def expand_identities(
    raw: Iterable[dict[str, Any]], tables: Sequence[Table], cells: Mapping[str, Cell]
) -> tuple[Identity, ...]:
    """Return the identities in the order of the file. Raises ValueError for a cell that the form does not have."""
    return tuple(identity for item in raw for identity in _expand(item, tables, cells))


def _expand(item: dict[str, Any], tables: Sequence[Table], cells: Mapping[str, Cell]) -> Iterable[Identity]:
    for name, value in _instances(item.get("each", {}), tables):
        severity = item.get("severity_at", {}).get(value, item.get("severity", "error"))
        yield Identity(
            id=f"{item['id']}:{value}" if value else item["id"],
            code=item["code"],
            title=item["title"],
            law=item["source"],
            severity=severity,
            relation=item.get("relation", "="),
            left=_terms(item["left"], name, value, cells),
            right=_terms(item["right"], name, value, cells),
            levels=tuple(item.get("levels", ())),
        )


def _instances(each: dict[str, Any], tables: Sequence[Table]) -> list[tuple[str, str]]:
    if not each:
        return [("", "")]
    ((name, values),) = each.items()
    if isinstance(values, str):
        table = next(table for table in tables if f"{table.key}.rows" == values)
        values = [row.key for block in table.blocks for row in block.rows]
    return [(name, value) for value in values]


def _terms(raw: list[Any], name: str, value: str, cells: Mapping[str, Cell]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for item in raw:
        fields = {"cell": item} if isinstance(item, str) else dict(item)
        source = fields.pop("from", "statistics")
        pattern = fields.pop("cell").replace("{" + name + "}", value) if name else fields.pop("cell")
        terms += [Term(path, source, **fields) for path in _matches(pattern, source, cells)]
    return tuple(terms)


def _matches(pattern: str, source: str, cells: Mapping[str, Cell]) -> list[str]:
    """Return the cells that a pattern names; last year's cells may belong to another edition."""
    if source == "fees":
        return [pattern]
    if "*" in pattern:
        depth = pattern.count(".")
        found = [path for path in cells if fnmatchcase(path, pattern) and path.count(".") == depth]
    else:
        found = [pattern] if pattern in cells or source == "prior" else []
    if not found:
        raise ValueError(f"勾稽关系用到的单元格 {pattern} 不在表里")
    return found
