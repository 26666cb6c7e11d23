"""A township's summary as JSON, to be kept in the journal and printed."""

import json
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from drafter.findings import Finding, Severity
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.runs.batch.summary import Spent, Status, Summary


def summary_tree(summary: Summary) -> dict[str, Any]:
    """Return a summary as JSON values; exact decimals are written as text, counts as numbers."""
    tree = asdict(summary)
    if summary.statistics is not None:
        tree["statistics"] = {path: _written(value) for path, value in summary.statistics.items()}
    return tree


def summary_text(summary: Summary) -> str:
    """Return a summary as one line of JSON."""
    return json.dumps(summary_tree(summary), ensure_ascii=False)


def read_summary(text: str) -> Summary:
    """Return the summary in a line of JSON."""
    tree = json.loads(text)
    figures = tree["statistics"]
    tree["statistics"] = None if figures is None else {path: _read(value) for path, value in figures.items()}
    tree["status"] = Status(tree["status"])
    tree["findings"] = tuple(finding_of(item) for item in tree["findings"])
    tree["gaps"] = tuple(tree["gaps"])
    tree["files"] = tuple(tree.get("files", ()))
    tree["spent"] = Spent(**tree["spent"])
    return Summary(**tree)


def finding_of(tree: dict[str, Any]) -> Finding:
    """Return a finding from its JSON values."""
    return Finding(**{**tree, "severity": Severity(tree["severity"])})


def _written(value: Number | None) -> int | str | None:
    return shown(value) if isinstance(value, Decimal) else value


def _read(value: int | str | None) -> Number | None:
    return Decimal(value) if isinstance(value, str) else value
