"""A sheet as it was read: plain values by row and column."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from unicodedata import normalize

from drafter.dossier.workbook.places import Place
from drafter.form.numbers import read_back

Value = int | Decimal | str | bool | None
_ALIKE = str.maketrans({"〔": "(", "〕": ")", "[": "(", "]": ")", "【": "(", "】": ")", "﹑": "、", "−": "-"})
_DROPPED = str.maketrans(dict.fromkeys("“”\"'‘’「」『』《》〈〉＊*★", ""))


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """The cells of a sheet from A1 on; None is an empty cell. `is_text`: a CSV, in which numbers are texts too."""

    name: str
    rows: tuple[tuple[Value, ...], ...]
    is_text: bool = False

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def is_empty(self) -> bool:
        """Return whether no cell holds anything."""
        return all(value is None for row in self.rows for value in row)

    def at(self, row: int, column: int) -> Value:
        """Return what stands in a cell; None outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def number_at(self, row: int, column: int) -> Value:
        """Return what stands in a cell that takes a number; in a CSV a text that is plainly a number is one."""
        value = self.at(row, column)
        if not self.is_text or not isinstance(value, str):
            return value
        number = read_back(value.strip()) if len(value) < 30 else None
        return value if number is None else number

    def text_at(self, row: int, column: int) -> str | None:
        """Return what stands in a cell that takes a text; a postcode that is a number is one all the same."""
        value = self.at(row, column)
        return None if value is None else str(value).strip() or None

    def label_at(self, row: int, column: int) -> str:
        """Return a cell as a label to compare; empty for numbers and empty cells."""
        value = self.at(row, column)
        if not isinstance(value, str) or (self.is_text and not isinstance(self.number_at(row, column), str)):
            return ""
        return plain(value)

    def place(self, row: int, column: int) -> Place:
        """Return the address of a cell."""
        return Place(self.name, row, column)


def plain(text: str) -> str:
    """Return a label without what people change in passing: widths, spaces, quotes, kinds of brackets."""
    return "".join(normalize("NFKC", text).translate(_ALIKE).translate(_DROPPED).split())


def read_value(raw: object) -> Value:
    """Return a value as the office programs give it. A whole number is one; dates become texts, for they are none."""
    if raw is None or raw == "":
        return None
    if isinstance(raw, bool | int | str):
        return raw
    if isinstance(raw, float):
        return int(raw) if raw.is_integer() else Decimal(format(raw, ".15g"))
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time() else raw.isoformat(" ")
    if isinstance(raw, date | time):
        return raw.isoformat()
    return str(raw) if isinstance(raw, timedelta) else None


def read_rows(rows: Iterable[Iterable[object]]) -> tuple[tuple[Value, ...], ...]:
    """Return rows of raw values as values."""
    return tuple(tuple(read_value(raw) for raw in row) for row in rows)
