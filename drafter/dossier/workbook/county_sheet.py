"""The county-wide sheet as it is read: one township a row, one cell of the form a column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from drafter.dossier.workbook.fields import fee_fields, front_fields
from drafter.dossier.workbook.gathering import Gathering
from drafter.dossier.workbook.places import Place
from drafter.dossier.workbook.reading import compute_totals
from drafter.dossier.workbook.roster import organ_titles
from drafter.dossier.workbook.sheet import ReadSheet, Value, plain
from drafter.findings import Finding, Severity
from drafter.form.editions import editions, load_form
from drafter.form.model import Cell, Form
from drafter.yamltree import Path, Tree

LEAST_CELLS = 8
"""A row of headings names at least so many cells of the form."""
_HEAD_ROWS = 15
_SUMS = frozenset(["合计", "总计", "小计", "全县合计", "全县", "汇总", "全区合计", "全市合计"])
_NUMBERS = ("statistics", "fees", "year")


@dataclass(frozen=True, slots=True)
class CountySheet:
    """A sheet of townships: its headings as paths of the dossier, and the row they stand in."""

    sheet: ReadSheet
    form: Form
    head: int
    columns: Mapping[int, Path]


def find_county(sheets: Sequence[ReadSheet]) -> CountySheet | None:
    """Return the county-wide sheet among sheets; None where there is none."""
    return next((found for sheet in sheets if (found := _found(sheet))), None)


def county_trees(county: CountySheet, names: Sequence[str]) -> list[tuple[str, Tree]]:
    """Return the name and the dossier of every township of a county-wide sheet; `names` are all sheets of the file."""
    common = _columns_findings(county)
    trees = []
    for row in range(county.head + 1, len(county.sheet.rows)):
        values = {column: _value(county, row, column, path) for column, path in county.columns.items()}
        if any(value is not None for value in values.values()):
            name = _name(county, row)
            if name in _SUMS:
                continue
            into = Gathering(names)
            for finding, place in common:
                into.report(finding, place)
            _take(county, into, row, values)
            trees.append((name or f"第 {row + 1} 行", into.tree()))
    return trees


def _take(county: CountySheet, into: Gathering, row: int, values: Mapping[int, Value]) -> None:
    into.values[("statistics", "edition")] = county.form.edition
    into.stand(("statistics",), county.sheet.place(row, 0))
    into.stand((), county.sheet.place(row, 0))
    for column, path in county.columns.items():
        if path in into.values:
            continue
        place = county.sheet.place(row, column)
        if values[column] is not None or path[0] in ("statistics", "organ", "fees"):
            into.put(path, values[column], place)
        else:
            into.stand(path, place)
    compute_totals(into, county.form)


def _value(county: CountySheet, row: int, column: int, path: Path) -> Value:
    return county.sheet.number_at(row, column) if path[0] in _NUMBERS else county.sheet.text_at(row, column)


def _name(county: CountySheet, row: int) -> str:
    texts = {path: county.sheet.text_at(row, column) for column, path in county.columns.items() if path[0] == "organ"}
    return texts.get(("organ", "short")) or texts.get(("organ", "name")) or ""


def _found(sheet: ReadSheet) -> CountySheet | None:
    best: CountySheet | None = None
    for edition in editions():
        form = load_form(edition)
        for row in range(min(len(sheet.rows), _HEAD_ROWS)):
            columns = _columns(sheet, form, row)
            cells = sum(path[0] == "statistics" for path in columns.values())
            has_name = any(path[:1] == ("organ",) for path in columns.values())
            if cells >= LEAST_CELLS and has_name and (best is None or len(columns) > len(best.columns)):
                best = CountySheet(sheet, form, row, columns)
    return best


def _columns(sheet: ReadSheet, form: Form, row: int) -> dict[int, Path]:
    """Return the columns that a row of headings names; what it lacks is looked for in the rows above it."""
    names, columns, group = _names(form.edition), dict[int, Path](), ""
    for column in range(sheet.width):
        group = (sheet.label_at(row - 1, column) if row else "") or group
        own = sheet.label_at(row, column)
        texts = (own, f"{group}{own}".replace("·", ""), group if not own else "")
        above = [sheet.label_at(line, column) for line in range(row) if not own or row - line < 4]
        path = next((names[text] for text in (*texts, *above) if text in names), None)
        if path:
            columns[column] = path
    return columns


@cache
def _names(edition: str) -> Mapping[str, Path]:
    """Return what a heading may read, and the path it names."""
    form = load_form(edition)
    names: dict[str, Path] = {title: field.path for title, field in organ_titles().items()}
    for field in (*front_fields(), *fee_fields()):
        names[plain(field.title)] = names[".".join(field.path)] = field.path
    for cell in form.cells.values():
        path = ("statistics", *cell.path.split("."))
        names |= {plain(cell.path): path, plain(cell.label): path, heading(cell): path}
    return names


def heading(cell: Cell) -> str:
    """Return the label of a cell as the headings of two rows give it, drawn together."""
    return plain(f"{cell.row_label}{cell.column_label}").replace("·", "")


def _columns_findings(county: CountySheet) -> list[tuple[Finding, Place]]:
    return [*_repeated(county), *_unknown(county)]


def _repeated(county: CountySheet) -> Iterator[tuple[Finding, Place]]:
    first: dict[Path, int] = {}
    for column, path in county.columns.items():
        if path in first:
            place, earlier = county.sheet.place(county.head, column), county.sheet.place(county.head, first[path])
            message = f"这一列和 {earlier} 是同一项（{'.'.join(map(str, path))}），用的是前一列。"
            yield Finding("column-repeated", Severity.ERROR, "columns", message, "请只留一列。"), place
        first.setdefault(path, column)


def _unknown(county: CountySheet) -> Iterator[tuple[Finding, Place]]:
    sheet = county.sheet
    for column in range(sheet.width):
        label = sheet.text_at(county.head, column)
        has_numbers = any(
            sheet.number_at(row, column) is not None and not isinstance(sheet.number_at(row, column), str)
            for row in range(county.head + 1, len(sheet.rows))
        )
        if label and column not in county.columns and has_numbers and plain(label) != "序号":
            message = f"表头“{label[:40]}”不是 {county.form.edition} 版格式的项目，这一列没有读。"
            advice = "请照空白汇总表的表头改名，或者删去这一列。"
            yield (
                Finding("column-unknown", Severity.ERROR, "columns", message, advice),
                sheet.place(county.head, column),
            )
