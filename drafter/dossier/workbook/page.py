"""One sheet as it is written: texts that stay texts, formulas with a value, inputs with their rules, print set-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.dossier.workbook.marks import FAILS, HOLDS
from drafter.dossier.workbook.places import column_name
from drafter.dossier.workbook.styles import Styles
from drafter.form.model import Kind
from drafter.form.schema import MAX_COUNT, MAX_MONEY

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

A4 = 9
_PROMPT_TITLE, _PROMPT, _ERROR = 32, 250, 220
_NUMBERS: dict[Kind, tuple[str, int, str]] = {
    Kind.COUNT: ("integer", 0, "这里只能填 0 或正整数，例如 3。没有发生的填 0，不填“/”“-”“无”，不带单位和逗号。"),
    Kind.CHANGE: ("integer", -MAX_COUNT, "这里只能填整数：增加的填正数，减少的填负数，没有增减的填 0。"),
    Kind.MONEY: ("decimal", 0, "这里只能填 0 或正数，可以带小数，例如 3.52。没有发生的填 0，不带单位和逗号。"),
}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells; rows and columns count from 0, the last ones are inside."""

    row: int
    column: int
    last_row: int
    last_column: int

    @classmethod
    def cell(cls, row: int, column: int) -> "Box":
        """Return the box of one cell."""
        return cls(row, column, row, column)

    @property
    def first(self) -> str:
        """Return the address of the upper left cell."""
        return f"{column_name(self.column)}{self.row + 1}"

    @property
    def a1(self) -> str:
        """Return the box as an address: D7 or D7:F9."""
        last = f"{column_name(self.last_column)}{self.last_row + 1}"
        return self.first if self.first == last else f"{self.first}:{last}"

    @property
    def corners(self) -> tuple[int, int, int, int]:
        """Return first row, first column, last row and last column."""
        return self.row, self.column, self.last_row, self.last_column


class Page:
    """A sheet being written."""

    def __init__(self, sheet: "Worksheet", styles: Styles, name: str) -> None:
        self.sheet, self.styles, self.name = sheet, styles, name
        self.inputs, self.numbers, self.marks = list[Box](), list[Box](), list[Box]()

    def text(self, box: Box, text: str, kind: str) -> None:
        """Write a text over a box; it never becomes a formula, a number or a link."""
        style = self.styles[kind]
        if (box.row, box.column) != (box.last_row, box.last_column):
            self.sheet.merge_range(*box.corners, "", style)
        if text:
            self.sheet.write_string(box.row, box.column, text, style)
        else:
            self.sheet.write_blank(box.row, box.column, None, style)

    def number(self, box: Box, value: int, kind: str) -> None:
        """Write a number that is not for the clerk to change."""
        self.sheet.write_number(box.row, box.column, value, self.styles[kind])

    def formula(self, box: Box, formula: str, kind: str, value: str | int = "") -> None:
        """Write a formula with the value it has before anything is filled in."""
        style = self.styles[kind]
        if (box.row, box.column) != (box.last_row, box.last_column):
            self.sheet.merge_range(*box.corners, "", style)
        self.sheet.write_formula(box.row, box.column, formula, style, value)

    def mark(self, row: int, column: int, formula: str, title: str, law: str) -> None:
        """Write the mark of an identity; who selects it reads which identity it is."""
        self.formula(Box.cell(row, column), formula, "mark")
        self.marks.append(Box.cell(row, column))
        prompt = {"validate": "any", "input_title": "勾稽核对", "input_message": f"{title}\n依据：{law}"[:_PROMPT]}
        self.sheet.data_validation(row, column, row, column, prompt)

    def takes_numbers(self, box: Box, kind: Kind, prompt: tuple[str, str]) -> None:
        """Let a box take numbers of a kind only; `prompt` is title and text. Filled cells lose their colour."""
        criterion, low, error = _NUMBERS[kind]
        rule = {
            "validate": criterion,
            "criteria": "between",
            "minimum": low,
            "maximum": MAX_MONEY if kind is Kind.MONEY else MAX_COUNT,
            "input_title": prompt[0][:_PROMPT_TITLE],
            "input_message": prompt[1][:_PROMPT],
            "error_title": "填法不对",
            "error_message": error[:_ERROR],
        }
        self.sheet.data_validation(*box.corners, rule)
        self.numbers.append(box)
        self.inputs.append(box)

    def takes_choices(self, box: Box, choices: tuple[str, ...], prompt: tuple[str, str]) -> None:
        """Let a box take one of several texts."""
        rule: dict[str, Any] = {
            "validate": "list",
            "source": list(choices),
            "input_title": prompt[0][:_PROMPT_TITLE],
            "input_message": prompt[1][:_PROMPT],
            "error_title": "请从列表里选",
            "error_message": f"只能是：{'、'.join(choices)}。"[:_ERROR],
        }
        self.sheet.data_validation(*box.corners, rule)
        self.inputs.append(box)

    def takes_text(self, box: Box, longest: int | None, prompt: tuple[str, str]) -> None:
        """Let a box take a text of so many characters."""
        rule: dict[str, Any] = {
            "validate": "length",
            "criteria": "<=",
            "value": longest or 1000,
            "input_title": prompt[0][:_PROMPT_TITLE],
            "input_message": prompt[1][:_PROMPT],
            "error_title": "太长了",
            "error_message": f"最多 {longest or 1000} 个字。",
        }
        self.sheet.data_validation(*box.corners, rule)
        self.inputs.append(box)

    def set_up(self, *, landscape: bool = False, printed: Box | None = None, head: str = "") -> None:
        """Set paper, margins, fitting to one page's width, and protection without a password."""
        sheet = self.sheet
        self._colours()
        sheet.set_paper(A4)
        sheet.set_landscape() if landscape else sheet.set_portrait()
        sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&C&9 {head}　第 &P 页，共 &N 页")
        sheet.set_default_row(18)
        sheet.hide_gridlines(2)
        if printed:
            sheet.print_area(*printed.corners)
        open_to_all = {"format_cells": True, "format_columns": True, "format_rows": True, "select_locked_cells": True}
        sheet.protect("", open_to_all)

    def _colours(self) -> None:
        """Let texts in number cells and failing marks turn red, marks that hold green, and filled cells white."""
        wrong, right, filled = self.styles.wrong, self.styles.right, self.styles.filled
        if self.numbers:
            is_text = f"=ISTEXT({self.numbers[0].first})"
            self._colour(self.numbers, {"type": "formula", "criteria": is_text, "format": wrong})
        self._colour(self.inputs, {"type": "no_blanks", "format": filled})
        self._colour(self.marks, {"type": "text", "criteria": "begins with", "value": FAILS, "format": wrong})
        self._colour(self.marks, {"type": "text", "criteria": "begins with", "value": HOLDS, "format": right})

    def _colour(self, boxes: Sequence[Box], rule: dict[str, Any]) -> None:
        """Give many boxes one rule: a rule for each would make the workbook slow."""
        if boxes:
            everywhere = " ".join(box.a1 for box in boxes)
            self.sheet.conditional_format(*boxes[0].corners, rule | {"multi_range": everywhere})


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text takes in a column so wide; a Chinese character is two wide."""
    wide = sum(2.15 if ord(character) > 0x2E7F or character in "“”·—…" else 1.1 for character in text)
    return max(1, -(-int(wide) // max(int(width - 1), 1)))
