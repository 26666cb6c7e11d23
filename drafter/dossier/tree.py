"""A dossier as the run record keeps it: JSON that gives the same dossier again, with last year's figures beside it."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from decimal import Decimal
from typing import Any

from drafter.dossier.intake import NO_PRIOR, Loaded, assess
from drafter.dossier.model import Dossier, Prior
from drafter.dossier.prior import PriorReading
from drafter.form.checks import FEE_LABELS
from drafter.form.editions import load_form
from drafter.form.model import Form, Kind
from drafter.form.numbers import read_back, shown
from drafter.form.statistics import Number, Statistics, statistics_tree
from drafter.yamltree import Tree

PRIOR_NAME = "上年资料"
"""What last year's file is called once it was read: where it lay is nobody's business."""


def source_tree(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier with its hash and last year's figures as JSON: counts as numbers, exact decimals as text."""
    prior = dossier.prior
    return {
        "dossier": dossier_tree(dossier),
        "prior": None
        if prior is None
        else {"year": prior.year, "edition": prior.form.edition, "values": _written(prior.statistics.values)},
        "sha256": dossier.sha256,
    }


def dossier_tree(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier in the shape of its schema; empty fields are left out."""
    written = Statistics(dossier.statistics.edition, dossier.statistics.values)
    tree: dict[str, Any] = {
        "organ": {name: value for name, value in asdict(dossier.organ).items() if value},
        "year": dossier.year,
        "statistics": _texts(statistics_tree(written)),
        "notes": [_note(asdict(note)) for note in dossier.notes],
        "problems": [{"text": item.text, "measure": item.measure} for item in dossier.problems],
        "last_year": [{"text": item.text, "status": item.status} for item in dossier.last_problems],
        "doubts": [{"cells": list(doubt.cells), "reason": doubt.reason} for doubt in dossier.doubts],
        "profile": dossier.profile,
    }
    if dossier.fees is not None:
        tree["fees"] = _texts(asdict(dossier.fees))
    if dossier.signed is not None:
        tree["signed"] = dossier.signed.isoformat()
    return tree


def load_source(source: Mapping[str, Any], corrections: Mapping[str, Number | None] | None = None) -> Loaded:
    """Return the dossier of a run record and everything wrong with it, some cells or `fees.…` amounts corrected.

    A dossier that is not changed keeps the hash of the file it was read from.
    """
    raw = dict(source["dossier"])
    form = load_form(raw["statistics"]["edition"])
    raw["statistics"] = _statistics(form, raw["statistics"], corrections or {})
    raw["fees"] = _fees(raw.get("fees"), corrections or {})
    loaded = assess(Tree(raw, {}), _prior(source["prior"]))
    if loaded.dossier is None:
        return loaded
    return replace(loaded, dossier=replace(loaded.dossier, sha256=source["sha256"]))


def _prior(raw: Mapping[str, Any] | None) -> PriorReading:
    if raw is None:
        return NO_PRIOR
    form = load_form(raw["edition"])
    values = {path: _number(value) for path, value in raw["values"].items()}
    return PriorReading(Prior(raw["year"], form, Statistics(form.edition, values), PRIOR_NAME), "", ())


def _statistics(form: Form, raw: Mapping[str, Any], corrections: Mapping[str, Number | None]) -> dict[str, Any]:
    """Return the tree of the statistics with exact numbers where the record writes text."""
    values: dict[str, Any] = {}
    for path, cell in form.cells.items():
        value: Any = raw
        for key in path.split("."):
            value = value[key]
        values[path] = _number(value) if cell.kind is Kind.MONEY else value
    cells = {path: value for path, value in corrections.items() if path in form.cells}
    return statistics_tree(Statistics(form.edition, {**values, **cells}))


def _fees(raw: Mapping[str, Any] | None, corrections: Mapping[str, Number | None]) -> dict[str, Number | None] | None:
    """Return 信息处理费 with exact numbers; a correction of one amount makes a record where there was none."""
    changed = {name: corrections[f"fees.{name}"] for name in FEE_LABELS if f"fees.{name}" in corrections}
    if raw is None and not changed:
        return None
    read = {name: _number((raw or {}).get(name)) for name in FEE_LABELS}
    return {**read, **changed}


def _note(raw: dict[str, Any]) -> dict[str, Any]:
    note = {name: raw[name] for name in ("id", "aspect", "text")}
    if source := {name: value for name, value in raw["source"].items() if value}:
        note["source"] = source
    return {**note, "status": "planned" if raw["planned"] else "done"}


def _texts(tree: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _texts(value) if isinstance(value, Mapping) else _text(value) for name, value in tree.items()}


def _written(values: Mapping[str, Number | None]) -> dict[str, int | str | None]:
    return {path: _text(value) for path, value in values.items()}


def _text(value: Any) -> Any:
    return shown(value) if isinstance(value, Decimal) else value


def _number(value: int | str | None) -> Number | None:
    return read_back(value) if isinstance(value, str) else value
