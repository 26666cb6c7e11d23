"""A workbook for the county office: written row by row in flat memory, texts that stay texts, ready to print."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from drafter.dossier.workbook.page import lines_of
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.runs.batch.overview.legible import legible
from drafter.runs.batch.overview.looks import Looks

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

A4 = 9
LAST_ROW = 1_000_000
"""A sheet of Excel ends at 1,048,576; the rows that do not fit are counted in its last."""
MOST_DIGITS = 15
"""Excel keeps so many digits of a number; a longer one is written as text, so that none is lost."""
LONGEST = 30_000
LINE, TALLEST = 15, 400
MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - equal overviews are equal files
Value = str | Number | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: its title, its width in characters, and how its cells look."""

    title: str
    width: float
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that looks otherwise than its column, or links to a file beside the workbook."""

    value: Value
    kind: str
    link: str = ""


class Sheet:
    """A sheet that is written from the top down; what is above is on the disk already."""

    def __init__(self, sheet: "Worksheet", looks: Looks) -> None:
        self.sheet, self.looks = sheet, looks
        self.row, self.left_out = 0, 0
        self.columns: Sequence[Column] = ()
        self._first: int | None = None

    def put(self, row: int, column: int, value: Value, kind: str) -> None:
        """Write a value; a text never becomes a formula, a number, a link or markup."""
        look = self.looks[kind]
        if value is None or value == "":
            self.sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, harmless(value), look)
        elif isinstance(value, float) or digits(value) <= MOST_DIGITS:
            self.sheet.write_number(row, column, value, look)
        else:
            self.sheet.write_string(row, column, shown(value), look)

    def heading(self, title: str, advice: Sequence[str]) -> None:
        """Write the title of a sheet and what a reader must know."""
        for text, kind, height in [(title, "title", 30), *((line, "advice", 17) for line in advice)]:
            self.sheet.set_row(self.row, height)
            self.put(self.row, 0, text, kind)
            self.row += 1

    def head(self, columns: Sequence[Column], frozen: int = 0, *, filters: bool = True) -> None:
        """Write the titles of a list, which stay in sight and are printed on every page."""
        self.columns = columns
        for number, column in enumerate(columns):
            self.sheet.set_column(number, number, column.width)
            self.put(self.row, number, column.title, "head")
        self.sheet.set_row(self.row, 32)
        self.sheet.freeze_panes(self.row + 1, frozen)
        self.sheet.repeat_rows(self.row)
        self._first = self.row if filters else None
        self.row += 1

    def add(self, values: Sequence[Value | Shown], *, is_tall: bool = True) -> None:
        """Write a row of a list, as high as its texts need unless it holds figures only."""
        if self.row >= LAST_ROW:
            self.left_out += 1
            return
        if is_tall:
            self.sheet.set_row(self.row, self._height(values))
        for number, (value, column) in enumerate(zip(values, self.columns, strict=True)):
            if isinstance(value, Shown):
                self._shown(number, value)
            else:
                self.put(self.row, number, value, column.kind)
        self.row += 1

    def close(self, *, landscape: bool = True, printed: int = 0) -> None:
        """Set filters, paper, margins and fitting to a page's width; `printed` columns are printed, or all."""
        if self.left_out:
            self.put(self.row, 0, f"一张表放不下，还有 {self.left_out} 行没有列出", "advice")
        if self._first is not None:
            self.sheet.autofilter(self._first, 0, max(self.row - 1, self._first), len(self.columns) - 1)
        self.sheet.set_landscape() if landscape else self.sheet.set_portrait()
        self.sheet.set_paper(A4)
        if printed:
            self.sheet.print_area(0, 0, max(self.row - 1, 0), printed - 1)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C&9 &A　第 &P 页，共 &N 页")
        self.sheet.hide_gridlines(2)

    def merge(self, corners: tuple[int, int, int, int]) -> None:
        """Let a box be one cell. Its cells are written by whoever writes its rows.

        `merge_range` writes them at once, and in constant memory the rows above would be closed by that.
        """
        self.sheet.merge.append(list(corners))

    def _height(self, values: Sequence[Value | Shown]) -> int:
        """Return a height that shows every text of a row whole, as far as Excel allows."""
        texts = [str(value.value if isinstance(value, Shown) else value or "") for value in values]
        lines = [lines_of(text, column.width) for text, column in zip(texts, self.columns, strict=True) if text]
        return min(max(lines, default=1) * LINE + 5, TALLEST)

    def _shown(self, column: int, value: Shown) -> None:
        if value.link:
            self.sheet.write_url(self.row, column, value.link, self.looks[value.kind], str(value.value))
        else:
            self.put(self.row, column, value.value, value.kind)


def digits(value: Number) -> int:
    """Return how many digits a number is written with."""
    return len(value.normalize().as_tuple().digits) if isinstance(value, Decimal) else len(str(abs(value)))


def harmless(text: str) -> str:
    """Return a text as a cell may hold it: legible, not too long, and not what the writer would take for markup.

    xlsxwriter passes a text from <r> to </r> through as rich text, unescaped.
    """
    shown_text = "\n".join(legible(line) for line in text.split("\n"))[:LONGEST]
    return f" {shown_text}" if shown_text.startswith("<r>") else shown_text


@contextmanager
def opened(title: str, content: BytesIO) -> Iterator[Callable[[str, str], Sheet]]:
    """Yield what makes a new sheet of a name and a tab colour; at the end `content` holds the workbook."""
    from xlsxwriter import Workbook

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(content, options) as book:
        book.set_properties({"title": legible(title)[:200], "created": MADE})
        yield _maker(book)


def _maker(book: "Workbook") -> Callable[[str, str], Sheet]:
    looks = Looks(book)

    def made(name: str, colour: str) -> Sheet:
        sheet = book.add_worksheet(name)
        sheet.set_tab_color(colour)
        return Sheet(sheet, looks)

    return made
