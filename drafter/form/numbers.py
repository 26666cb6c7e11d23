"""The one place where a value of the statistics becomes text, and where such a text is read back."""

import re
from decimal import Decimal

from drafter.form.model import Kind
from drafter.form.statistics import Number

_SHOWN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


def shown(value: Number) -> str:
    """Return a value as official texts print it: no separators, no exponent, no trailing zeros after the point."""
    if isinstance(value, int):
        return str(value)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_in_cell(value: Number, kind: Kind, unit: str, print_unit: bool) -> str:
    """Return a value as its table cell prints it; 采购总金额 carries its unit, because its header prints none.

    Source: 国办公开办函〔2019〕60号, 表二第（九）项, whose header names no unit.
    """
    return shown(value) + (unit if print_unit and kind is Kind.MONEY else "")


def read_back(text: str) -> Number | None:
    """Return the value of a text that `shown` wrote, or None for any other text."""
    if not _SHOWN.fullmatch(text):
        return None
    return Decimal(text) if "." in text else int(text)
