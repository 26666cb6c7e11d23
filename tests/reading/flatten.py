"""Tables as the web flattens them: statistics in, the text of a page out, in every style and with every kind of damage.

Not a line of the reader is used here. What a page shows is a list of rows of cells; a style writes them as lines.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random

from drafter.document.grid import table_grid
from drafter.form.editions import load_form
from drafter.form.model import Kind
from drafter.form.statistics import Number, Statistics

LABEL = "label"
HEAD = "head"
VALUE = "value"


@dataclass(frozen=True)
class Cell:
    """A cell of the page: what it shows, what it is, and how many grid columns it covers."""

    text: str
    role: str
    path: str = ""
    colspan: int = 1
    rowspan: int = 1


Row = list[Cell]


@dataclass(frozen=True)
class Damage:
    """What happens to a page, as chances from 0 to 1 for each cell or row, or for the page."""

    split: float = 0
    cut: float = 0
    gloss: float = 0
    wrong_character: float = 0
    full_width: float = 0
    traditional: bool = False
    total_first: bool = False
    page_lines: float = 0
    extra_rows: float = 0
    lost_labels: float = 0
    lost_rows: float = 0
    lost_values: float = 0
    vanishing_blanks: bool = False
    truncated: bool = False
    no_headings: bool = False
    repeated_heads: bool = False


@dataclass(frozen=True)
class Page:
    """A page's text, and what stands on it: values by path, the paths of blank cells."""

    text: str
    values: Mapping[str, Number]
    blanks: frozenset[str]


@dataclass
class Made:
    """A page being made."""

    random: Random
    damage: Damage
    rows: list[Row] = field(default_factory=list)
    blank_marks: Sequence[str] = ("",)


def invented(random: Random, edition: str, blanks: float, zeros: float) -> Statistics:
    """Return statistics whose values differ from cell to cell, so that a shift by one cell shows."""
    values: dict[str, Number | None] = {}
    used = random.sample(range(1, 4000), len(load_form(edition).cells))
    for number, cell in enumerate(load_form(edition).cells.values()):
        value: Number = used[number] if random.random() < 0.4 else used[number] % 97 + 1
        if random.random() < zeros:
            value = 0
        elif cell.kind is Kind.MONEY:
            value = Decimal(value) / 100
        elif cell.kind is Kind.CHANGE and random.random() < 0.4:
            value = -value
        values[cell.path] = None if random.random() < blanks else value
    return Statistics(edition, values | _totals(random, values))


def _totals(random: Random, values: Mapping[str, Number | None]) -> dict[str, Number | None]:
    """Return the totals of the rows of 表三 as nearly all authors give them: the sum."""
    found: dict[str, Number | None] = {}
    for path in values:
        row, _, column = path.rpartition(".")
        if path.startswith("applications.") and column == "total" and values[path] is not None:
            parts = [value or 0 for other, value in values.items() if other.rpartition(".")[0] == row and other != path]
            found[path] = sum(parts) + (random.random() < 0.03)
    return found


def table_rows(made: Made, statistics: Statistics, key: str) -> list[Row]:
    """Return the rows of a table as the form prints them, values as pages write them."""
    form = load_form(statistics.edition)
    shown = {path: _shown(made, statistics, path) for path in form.cells}
    rows = []
    for row in table_grid(form, form.table(key), statistics).rows:
        cells = []
        for cell in row:
            role = VALUE if cell.path else LABEL if cell.role.value in ("row", "rowgroup") else HEAD
            text = shown[cell.path] if cell.path else cell.text
            cells.append(Cell(text, role, cell.path, cell.colspan, cell.rowspan))
        rows.append(cells)
    return rows


def _shown(made: Made, statistics: Statistics, path: str) -> str:
    value, cell = statistics[path], load_form(statistics.edition).cells[path]
    if value is None:
        return made.random.choice(made.blank_marks)
    if cell.kind is Kind.CHANGE and value:
        sign = made.random.choice(("", "+", "增加")) if value > 0 else made.random.choice(("-", "减", "减少"))
        return f"{sign}{abs(value)}"
    if cell.kind is Kind.MONEY:
        yuan = int(Decimal(value) * 10000)
        return made.random.choice((f"{value}万元", f"{yuan}元")) if value else "0"
    return str(value)


def damaged(made: Made, rows: list[Row], key: str) -> list[Row]:
    """Return rows with their labels changed, rows added and rows that lost something."""
    random, damage = made.random, made.damage
    found: list[Row] = []
    lost_label = False
    for row in rows:
        has_values = any(cell.role == VALUE for cell in row)
        if has_values and random.random() < damage.lost_rows:
            continue
        new = [_relabelled(made, cell) for cell in row]
        if has_values and random.random() < damage.lost_labels and not lost_label:
            new = [cell for cell in new if cell.role == VALUE]
        if has_values and random.random() < damage.lost_values:
            at = random.randrange(len(new))
            if new[at].role == VALUE:
                new = new[:at] + new[at + 1 :]
        found.append(new)
        if key == "proactive" and has_values and random.random() < damage.extra_rows:
            count = sum(cell.role == VALUE for cell in row)
            name = random.choice(("其他主动公开文件", "行政检查", "行政确认", "行政奖励"))
            found.append([Cell(name, LABEL), *(Cell(str(random.randrange(5000)), VALUE) for _ in range(count))])
    if damage.total_first and key == "applications":
        found = [_total_first(row) for row in found]
    if damage.truncated:
        found = found[: random.randrange(3, len(found) + 1)]
    return found


def _total_first(row: Row) -> Row:
    """Return a row with 总计 before 自然人."""
    texts = [cell.text for cell in row]
    if row and row[-1].role == VALUE and len([cell for cell in row if cell.role == VALUE]) == 7:
        place = next(number for number, cell in enumerate(row) if cell.role == VALUE)
        return [*row[:place], row[-1], *row[place:-1]]
    if texts and "自" in texts[0] and row[0].role == HEAD:
        return [row[-1], *row[:-1]]
    return row


GLOSSES = ("（指各行政机关印发的有正式文号的文件）", "(含各行政机关印发的决定、公告、通知等公文)", "（历史累计）", "(件)")


def _relabelled(made: Made, cell: Cell) -> Cell:
    random, damage = made.random, made.damage
    text = cell.text
    if cell.role == VALUE:
        if text.isdigit() and random.random() < damage.full_width:
            text = "".join(chr(0xFF10 + int(sign)) for sign in text)
        return replace(cell, text=text)
    if len(text) > 6 and random.random() < damage.cut and "第二十条" not in text:
        text = text[: -random.randint(1, 2)]
    if len(text) > 6 and random.random() < damage.wrong_character and "第二十条" not in text:
        at = random.randrange(3, len(text))
        text = f"{text[:at]}某{text[at + 1 :]}"
    if random.random() < damage.full_width:
        text = text.replace("（", "(").replace("）", ")").replace("：", ":").replace("，", ",")
    if random.random() < damage.gloss and "第二十条" not in text:
        text += random.choice(GLOSSES)
    if random.random() < damage.split and len(text) > 2:
        at = random.randrange(1, len(text))
        text = f"{text[:at]}\x00{text[at:]}"
    return replace(cell, text=text)


# --- styles: rows of cells to the lines of a page; a label's `\x00` is where the page breaks it


def pipe_row(made: Made, rows: Sequence[Row]) -> str:
    tail = made.random.choice(("", "||"))
    return "\n".join(
        " | ".join(_plain(made, cell, " ") for cell in row)
        + " |"
        + (tail if sum(cell.colspan for cell in row) > len(row) else "")
        for row in rows
    )


def pipe_row_lead(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join("| " + " | ".join(_plain(made, cell, " ") for cell in row) + " |" for row in rows)


def line_bar(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join(f"{_plain(made, cell, ' ')} |".lstrip() for row in rows for cell in row)


def line_bar_only(made: Made, rows: Sequence[Row]) -> str:
    """A line of bars after a row with merged cells, as many as they cover."""
    lines = []
    for row in rows:
        lines += [f"{_plain(made, cell, ' ')} |".lstrip() for cell in row]
        if covered := sum(cell.colspan - 1 for cell in row):
            lines.append("|" * covered)
    return "\n".join(lines)


def bar_line_lead(made: Made, rows: Sequence[Row]) -> str:
    lines = []
    for row in rows:
        lines += ["|", *(f"{_plain(made, cell, ' ')} |".lstrip() for cell in row)]
        if covered := sum(cell.colspan - 1 for cell in row):
            lines.append("|" * covered)
    return "\n".join(lines)


def pipe_cell_nl(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join("| \n " + "  | \n ".join(_plain(made, cell, " ") for cell in row) + "  |" for row in rows)


def bar_lines(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join(f"{_plain(made, cell, made.random.choice((' ', chr(10) * 2)))}\n|" for row in rows for cell in row)


def bar_lines_lead(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join("| " + "\n".join(f"{_plain(made, cell, ' ')}\n|" for cell in row) for row in rows)


def lines_blank(made: Made, rows: Sequence[Row]) -> str:
    """Two line ends between cells, one more for a blank one; a blank at the very end leaves nothing."""
    return _stacked(made, rows, 2)


def lines(made: Made, rows: Sequence[Row]) -> str:
    return _stacked(made, rows, 1)


def _stacked(made: Made, rows: Sequence[Row], gap: int) -> str:
    text, breaks = "", 0
    for row in rows:
        for cell in row:
            if not cell.text:
                breaks += 1
                continue
            inner = made.random.choice(("\n", "\n\n", " ")) if gap == 2 else made.random.choice(("\n", " "))
            text += "\n" * breaks + _plain(made, cell, inner)
            breaks = gap
    return text + "\n" * (breaks - gap)


def tabs(made: Made, rows: Sequence[Row]) -> str:
    """The grid row by row, cells that others cover left empty."""
    return "\n".join("\t".join(_plain(made, cell, " ") for cell in row) for row in rows)


def pdf_page(made: Made, rows: Sequence[Row]) -> str:
    """Labels and values of a row in one line; blank cells leave nothing; long labels go on in the next line."""
    found = []
    for row in rows:
        text = " ".join(_plain(made, cell, " ") for cell in row if cell.text)
        found.append(text)
    return "\n".join(found)


def pdf_spaces(made: Made, rows: Sequence[Row]) -> str:
    """As a PDF page, with the labels broken by blanks."""
    broken = [
        [replace(cell, text=" ".join(cell.text.replace("\x00", ""))) if cell.role != VALUE else cell for cell in row]
        for row in rows
    ]
    return pdf_page(made, broken)


def concat(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join("".join(_plain(made, cell, "") for cell in row) for row in rows)


def concat_oneline(made: Made, rows: Sequence[Row]) -> str:
    return "".join(_plain(made, cell, "") for row in rows for cell in row)


def dedup_lines(made: Made, rows: Sequence[Row]) -> str:
    return "\n".join(dict.fromkeys(_plain(made, cell, " ") for row in rows for cell in row if cell.text))


def markdown(made: Made, rows: Sequence[Row]) -> str:
    width = max(sum(cell.colspan for cell in row) for row in rows)
    found = ["| " + " | ".join(_plain(made, cell, " ") for cell in row) + " |" for row in rows]
    return "\n".join([found[0], "|" + " --- |" * width, *found[1:]])


def _plain(made: Made, cell: Cell, between: str) -> str:
    return cell.text.replace("\x00", between)


Style = Callable[[Made, Sequence[Row]], str]

EXPLICIT: Mapping[str, Style] = {
    style.__name__: style
    for style in (
        pipe_row, pipe_row_lead, line_bar, line_bar_only, bar_line_lead, pipe_cell_nl, bar_lines, bar_lines_lead,
        lines_blank, lines, tabs, markdown,
    )
}
"""Styles in which a blank cell leaves a trace."""
LOSSY: Mapping[str, Style] = {
    style.__name__: style for style in (pdf_page, pdf_spaces, concat, concat_oneline, dedup_lines)
}
"""Styles in which it leaves none, or other things are lost."""
STYLES = {**EXPLICIT, **LOSSY}

HEADINGS = {
    "proactive": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
}
MARKS = ((("",), 3), (("/",), 1), (("-",), 1), (("", "/", "—", "无"), 1))


def page(random: Random, statistics: Statistics, style: str, damage: Damage) -> Page:
    """Return a page with the three tables of the statistics in a style, damaged."""
    marks = random.choices([mark for mark, _ in MARKS], [weight for _, weight in MARKS])[0]
    if damage.vanishing_blanks:
        marks = ("",)
    made = Made(random, damage, blank_marks=marks)
    parts: list[str] = []
    values: dict[str, Number] = {}
    blanks: set[str] = set()
    for key in ("proactive", "applications", "disputes"):
        rows = damaged(made, table_rows(made, statistics, key), key)
        for cell in (cell for row in rows for cell in row if cell.path):
            value = statistics[cell.path]
            blanks |= {cell.path} if value is None else set()
            values |= {} if value is None else {cell.path: value}
        if damage.vanishing_blanks:
            rows = [[cell for cell in row if cell.text or cell.role != VALUE] for row in rows]
        text = _paged(made, rows, STYLES[style], style)
        parts += ([] if damage.no_headings else [HEADINGS[key]]) + [text]
        if damage.truncated and random.random() < 0.3:
            break
    text = ("\n\n" if style == "lines_blank" else "\n").join(parts)
    text = text.rstrip("\n")
    return Page(_converted(text) if damage.traditional else text, values, frozenset(blanks))


def _paged(made: Made, rows: list[Row], style: Style, name: str) -> str:
    """Return rows in a style, with the numbers of pages between some of them."""
    pieces: list[list[Row]] = [[]]
    for row in rows:
        if pieces[-1] and made.random.random() < made.damage.page_lines:
            pieces.append([])
        pieces[-1].append(row)
    between = "\n\n" if name == "lines_blank" else "\n"
    number = made.random.randrange(1, 20)
    lines_of_pages = (f"— {number} —", f"P. {number}", f"第 {number} 页", f"- {number} -")
    text = ""
    for piece in pieces:
        mark = made.random.choice(lines_of_pages)
        text += (f"{between}{mark}{between}" if text else "") + style(made, piece)
    return text


def _converted(text: str) -> str:
    import opencc

    return str(opencc.OpenCC("s2t").convert(text))


def pages(random: Random, count: int) -> Iterator[int]:
    """Yield seeds."""
    for _ in range(count):
        yield random.randrange(2**32)
