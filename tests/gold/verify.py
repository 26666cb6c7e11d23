"""Arithmetic of the gold set's own: identities of the tables, sums and ties claimed by the prose."""

from __future__ import annotations

import operator
import re
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any

from tests.gold.build import HERE, Report, case

APPLICANTS = ("natural_person", "business", "research", "welfare", "legal_service", "other", "total")
GROUPS = ("review", "litigation_direct", "litigation_after_review")
OUTCOMES = ("upheld", "corrected", "other", "pending")
TALLY = ("received", "carried_in", "concluded", "carried_out")
OPERATORS = {"+": operator.add, "-": operator.sub, "/": operator.truediv}


def number(printed: str) -> Decimal:
    return Decimal(re.sub(r"万?元$", "", printed))


def identities(cells: dict[str, str], year: int) -> list[str]:
    """Return every identity that a clean report breaks."""
    value = {path: number(text) for path, text in cells.items()}
    rows = sorted({path.rsplit(".", 1)[0] for path in value if path.startswith("applications.")})
    return [*_rows(value, rows), *_columns(value, rows), *_groups(value), *_single(value, year)]


def _rows(value: dict[str, Decimal], rows: list[str]) -> list[str]:
    return [
        f"{row}: columns"
        for row in rows
        if sum(value[f"{row}.{column}"] for column in APPLICANTS[:-1]) != value[f"{row}.total"]
    ]


def _columns(value: dict[str, Decimal], rows: list[str]) -> list[str]:
    broken = []
    results = [row for row in rows if row.removeprefix("applications.") not in TALLY]
    for column in APPLICANTS:
        received, carried_in, concluded, carried_out = (value[f"applications.{row}.{column}"] for row in TALLY)
        if received + carried_in != concluded + carried_out:
            broken.append(f"{column}: balance")
        if sum(value[f"{row}.{column}"] for row in results) != concluded:
            broken.append(f"{column}: outcomes")
    return broken


def _groups(value: dict[str, Decimal]) -> list[str]:
    return [
        f"{group}: total"
        for group in GROUPS
        if sum(value[f"disputes.{group}.{outcome}"] for outcome in OUTCOMES) != value[f"disputes.{group}.total"]
    ]


def _single(value: dict[str, Decimal], year: int) -> list[str]:
    broken = [path for path, amount in value.items() if path.startswith("proactive.regulations") and amount]
    broken += [path for path, amount in value.items() if amount < 0 and not path.endswith(".change")]
    row = "proactive.normative_documents"
    if year <= 2020 and value[f"{row}.published_total"] < value[f"{row}.newly_published"]:
        broken.append("published_total")
    return broken


def across(cells: dict[str, str], prior: dict[str, str], year: int) -> list[str]:
    """Return what does not follow from last year's tables."""
    now = {path: number(text) for path, text in cells.items()}
    then = {path: number(text) for path, text in prior.items()}
    broken = [
        f"carried_in.{column}"
        for column in APPLICANTS
        if now[f"applications.carried_in.{column}"] != then[f"applications.carried_out.{column}"]
    ]
    if year <= 2020:
        broken += [
            row
            for row in ("licensing", "other_services", "penalties", "coercion", "fees")
            if now[f"proactive.{row}.previous_items"]
            != then[f"proactive.{row}.previous_items"] + then[f"proactive.{row}.change"]
        ]
    elif year >= 2022:  # before, the prior report does not count documents in force
        row = "proactive.normative_documents"
        if now[f"{row}.in_force"] != then[f"{row}.in_force"] + now[f"{row}.issued"] - now[f"{row}.repealed"]:
            broken.append("in_force")
    return broken


def claims(report: Report, root: Path = HERE) -> list[str]:
    """Return the sums and ties of a clean case that do not hold or do not stand in its text."""
    data: dict[str, Any] = case("clean", report.id, root)
    wrong = []
    for claim in data.get("sums", []):
        left, right = claim.split("=")
        percent = left.endswith("%")
        found = _value(right) * (100 if percent else 1)
        stated = _value(left.rstrip("%"))
        if abs(found - stated) > (Decimal("0.05") if percent else 0):
            wrong.append(claim)
    for phrase, path in data.get("ties", {}).items():
        stated = re.findall(r"\d+", phrase)
        if phrase not in report.text or stated[-1] != report.cells[path]:
            wrong.append(phrase)
    return wrong


def _value(expression: str) -> Decimal:
    first, *rest = re.split(r"([+\-/])", expression)
    steps = list(zip(rest[::2], rest[1::2], strict=True))
    return reduce(lambda total, step: OPERATORS[step[0]](total, Decimal(step[1])), steps, Decimal(first))
