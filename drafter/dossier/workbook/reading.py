"""Read a workbook as the tree that every dossier is: the same names, the same values, an address for each."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TypeGuard

from drafter.dossier.workbook.container import Container
from drafter.dossier.workbook.entries import read_fields, read_lists
from drafter.dossier.workbook.gathering import Gathering
from drafter.dossier.workbook.places import GUIDE, LAST_YEAR, WORKBOOK_NAME
from drafter.dossier.workbook.sheet import ReadSheet, Value, plain
from drafter.dossier.workbook.tables import FoundTable, Stray, find_table
from drafter.errors import InputError
from drafter.findings import Finding, Severity
from drafter.form.editions import editions, load_form
from drafter.form.model import Form
from drafter.form.schema import MAX_COUNT
from drafter.form.totals import computed_totals
from drafter.yamltree import Tree

Found = list[FoundTable]
_SHOWN = 3


def workbook_tree(path: Path, container: Container) -> Tree:
    """Return the dossier in the sheets of a workbook; what is wrong with its make-up is among the tree's findings.

    Raises InputError where nothing of a dossier is there.
    """
    into = Gathering([sheet.name for sheet in container.sheets])
    known = [sheet.name for sheet in container.sheets if _read_entries(sheet, into)]
    year = into.values.get(("year",))
    now = _tables([sheet for sheet in container.sheets if not _is_last_year(sheet)], year)
    before = _tables([sheet for sheet in container.sheets if _is_last_year(sheet)], _before(year))
    known += [table.sheet.name for _, found in (now, before) for table in found]
    if not known:
        advice = f"可以先运行 drafter new 文件夹 --year 年度 --xlsx 生成空白的 {WORKBOOK_NAME}"
        raise InputError(path, f"里面没有认出机关信息、统计表或工作材料；{advice}")
    _take_tables(into, *now)
    compute_totals(into, now[0])
    _tell_others(container, known, into)
    return into.tree(_last_year(into, *before, year))


def _read_entries(sheet: ReadSheet, into: Gathering) -> bool:
    return any([read_fields(sheet, into), read_lists(sheet, into)])


def _is_last_year(sheet: ReadSheet) -> bool:
    """Return whether the tables of a sheet are last year's: its name or its first text begins with 上年."""
    first = next((text for row in range(min(len(sheet.rows), 3)) if (text := sheet.label_at(row, 0))), "")
    return sheet.name.strip().startswith(LAST_YEAR) or first.startswith(f"{LAST_YEAR}(")


def _before(year: Value) -> Value:
    return year - 1 if isinstance(year, int) else None


def _tables(sheets: Sequence[ReadSheet], year: Value) -> tuple[Form, Found]:
    """Return the edition whose labels the tables carry, and the tables. The year decides where two fit alike."""
    forms = [load_form(name) for name in editions()]
    forms.sort(key=lambda form: not (isinstance(year, int) and form.covers(year)))
    best: tuple[Form, Found] = forms[0], []
    for form in forms:
        found = [item for sheet in sheets for table in form.tables if (item := find_table(form, table, sheet))]
        if _cells(found) > _cells(best[1]):
            best = form, found
        if _cells(found) == len(form.cells):
            break
    return best


def _cells(found: Found) -> int:
    return len({path for item in found for path in item.places})


def _take_tables(into: Gathering, form: Form, found: Found) -> None:
    """Take the tables of the year; one that stands twice is taken where more of it is filled in."""
    into.values[("statistics", "edition")] = form.edition
    for table in form.tables:
        copies = sorted((item for item in found if item.table is table), key=lambda item: -item.filled)
        if not copies:
            _missing(into, form, table.name)
            continue
        chosen = copies[0]
        into.stand(("statistics", table.key), chosen.sheet.place(chosen.top, 0))
        _take_cells(into, ("statistics",), chosen)
        for stray in chosen.strays:
            _tell_stray(into, form, chosen, stray)
        for other in copies[1:]:
            place = other.sheet.place(other.top, 0)
            message = f"{table.name}出现了两次，用的是“{chosen.sheet.name}”里的一张。"
            into.error("table-repeated", table.key, message, "请删去多余的一张，免得数字对不上。", place)


def _take_cells(into: Gathering, at: tuple[str, ...], found: FoundTable) -> None:
    for path, (row, column) in found.places.items():
        place = found.sheet.place(row, column)
        into.put((*at, *path.split(".")), found.sheet.number_at(row, column), place)


def _missing(into: Gathering, form: Form, name: str) -> None:
    advice = f"请补上这张表；可以运行 drafter new 生成空白的 {WORKBOOK_NAME}，把数填进去。"
    into.error("table-missing", name, f"没有找到{name}（{form.edition} 版格式）。", advice, None)


def _tell_stray(into: Gathering, form: Form, found: FoundTable, stray: Stray) -> None:
    """Report a number that belongs to no cell, by what its label says."""
    place, name = found.sheet.place(stray.row, stray.column), found.table.name
    label = found.sheet.text_at(stray.row, stray.column) or stray.label
    if not stray.label:
        message = f"{name}里这一格的数不属于任何项目。"
        return into.error("cell-unplaced", found.table.key, message, "请移到它所属的那一格，或者删去。", place)
    if stray.is_known:
        message = f"{name}里“{label}”出现了两次。"
        return into.error("label-repeated", found.table.key, message, "请只留一行，删去另一行。", place)
    texts = {plain(text): text for cell in form.cells.values() for text in (cell.row_label, cell.column_label)}
    near = get_close_matches(stray.label, list(texts), n=1, cutoff=0.5)
    advice = (
        f"是不是“{texts[near[0]]}”？请照统一格式改名，不是的请删去。"
        if near
        else "统一格式里没有，请删去，数并入应填的项目。"
    )
    message = f"{name}里的“{label}”不是 {form.edition} 版格式的项目，里面的数没有读。"
    return into.error("label-unknown", found.table.key, message, advice, place)


def compute_totals(into: Gathering, form: Form) -> None:
    """Fill in totals that a program left without a value, from parts that are all there, and say so."""
    values = {path: into.values.get(("statistics", *path.split("."))) for path in form.cells}
    numbers = {path: value for path, value in values.items() if _is_sound(value)}
    computed = {
        path: value
        for path, value in computed_totals(form, numbers).items()
        if ("statistics", *path.split(".")) in into.values and values[path] is None
    }
    for table in form.tables:
        paths = [path for path in computed if form.cells[path].table == table.key]
        if paths:
            _tell_totals(into, form, table.name, paths)
    for path, value in computed.items():
        into.values[("statistics", *path.split("."))] = value


def _is_sound(value: Value) -> TypeGuard[int]:
    """Return whether a value is a count that a total may be made of: bad ones are findings and make none."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_COUNT


def _tell_totals(into: Gathering, form: Form, name: str, paths: list[str]) -> None:
    labels = "、".join(form.cells[path].label.removeprefix(name) for path in paths[:_SHOWN])
    rest = " 等" if len(paths) > _SHOWN else ""
    message = f"{name}有 {len(paths)} 个总计没有保存计算结果，已按各栏相加：{labels}{rest}。"
    advice = "用 WPS、Excel 或 LibreOffice 打开保存一次，就会存下计算结果。"
    finding = Finding("total-computed", Severity.INFO, paths[0], message, advice)
    into.report(finding, into.places[("statistics", *paths[0].split("."))])


def _last_year(into: Gathering, form: Form, found: Found, year: Value) -> Gathering | None:
    """Return last year's tables where anything is filled in there."""
    filled = [item for item in found if item.filled]
    if not filled or not isinstance(year, int):
        return None
    before = Gathering(into.sheets)
    before.values |= {("year",): year - 1, ("edition",): form.edition}
    for item in filled:
        _take_cells(before, (), item)
    if into.values.get(("prior",)):
        message = "上年资料文件和上年各表都填了，用的是上年资料文件。"
        finding = Finding("last-year-unused", Severity.INFO, "prior", message, "两处填一处就可以。")
        into.report(finding, into.places[("prior",)])
    return before


def _tell_others(container: Container, known: Sequence[str], into: Gathering) -> None:
    if container.has_links:
        message = "表里有取自别的文件的数，读的是上次保存时的值。"
        advice = "请改用“选择性粘贴—数值”，免得以后变动。"
        into.report(Finding("external-link", Severity.WARNING, "workbook", message, advice))
    for sheet in container.sheets:
        if sheet.name not in known and sheet.name != GUIDE and not sheet.is_empty:
            message = f"没有认出工作表“{sheet.name}”里的内容，没有读。"
            advice = "里面有要报的数据，请照空白表的项目名称改；没有的可以不管。"
            into.report(Finding("sheet-unknown", Severity.INFO, "workbook", message, advice), sheet.place(0, 0))
