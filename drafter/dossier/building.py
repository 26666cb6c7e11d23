"""Build the values of a dossier from a mapping that satisfies its schema."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from drafter.dossier.model import CellDoubt, Dossier, Fees, LastProblem, Note, Organ, Prior, Problem, Source
from drafter.form.model import Form
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics


def build_dossier(raw: Mapping[str, Any], form: Form, statistics: Statistics, prior: Prior | None) -> Dossier:
    """Return the dossier with its statistics; ends of texts are trimmed, nothing else is changed."""
    fees = raw.get("fees")
    return Dossier(
        organ=Organ(**_texts(raw["organ"])),
        year=raw["year"],
        form=form,
        statistics=statistics,
        notes=tuple(_note(item) for item in raw.get("notes") or ()),
        problems=tuple(
            Problem(f"P{number:02d}", item["text"].strip(), (item.get("measure") or "").strip())
            for number, item in enumerate(raw.get("problems") or (), start=1)
        ),
        last_problems=tuple(
            LastProblem(f"L{number:02d}", item["text"].strip(), item["status"].strip())
            for number, item in enumerate(raw.get("last_year") or (), start=1)
        ),
        fees=None if fees is None else build_fees(fees),
        prior=prior,
        profile=raw.get("profile") or "default",
        doubts=tuple(_doubt(item, form) for item in raw.get("doubts") or ()),
        signed=signed_date(raw.get("signed")),
        sha256=sha256(canonical_json(raw).encode("utf-8", "surrogatepass")).hexdigest(),
    )


def signed_date(text: str | None) -> date | None:
    """Return the date of the closing lines; None where there is none or the calendar has no such day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def build_fees(raw: Mapping[str, Any]) -> Fees:
    """Return 信息处理费; amounts are exact decimals of 元."""
    return Fees(raw["notices"], _amount(raw["billed_yuan"]), _amount(raw["collected_yuan"]))


def canonical_json(value: Any) -> str:
    """Return a value as the JSON that is hashed: sorted keys, no spaces, decimals as exact text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=shown)


def cells_of(form: Form, pattern: str) -> list[str]:
    """Return the cell of a path, or all cells below it where it ends in `.*`."""
    if pattern.endswith(".*"):
        return [path for path in form.cells if path.startswith(pattern[:-1])]
    return [pattern] if pattern in form.cells else []


def _note(raw: Mapping[str, Any]) -> Note:
    source = Source(**_texts(raw.get("source") or {}))
    return Note(raw["id"], raw["aspect"], raw["text"].strip(), source, planned=raw.get("status") == "planned")


def _doubt(raw: Mapping[str, Any], form: Form) -> CellDoubt:
    known: Iterable[str] = (pattern for pattern in raw["cells"] if cells_of(form, pattern))
    return CellDoubt(tuple(known), raw["reason"].strip())


def _amount(value: Number | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _texts(raw: Mapping[str, Any]) -> dict[str, str]:
    """Return fields as text: a postcode or phone that YAML reads as a number is one all the same."""
    return {name: "" if value is None else str(value).strip() for name, value in raw.items()}
