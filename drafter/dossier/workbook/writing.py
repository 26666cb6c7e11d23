"""Write a dossier to fill in as a workbook."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO

from drafter.dossier.workbook.field_page import write_fees, write_front
from drafter.dossier.workbook.fields import organ_fields
from drafter.dossier.workbook.guide_page import write_guide
from drafter.dossier.workbook.list_page import list_sheets, write_list
from drafter.dossier.workbook.marks import families
from drafter.dossier.workbook.page import Page
from drafter.dossier.workbook.places import FEES, FRONT, GUIDE, LAST_YEAR, all_places, last_form
from drafter.dossier.workbook.styles import Styles
from drafter.dossier.workbook.table_page import Sheet, write_table
from drafter.form.model import Form
from drafter.form.totals import totals

TEXTS_STAY_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
Maker = Callable[[str, str], Page]
"""Makes an empty sheet of a name and a kind."""
_TABS = {"front": "#1F4E79", "table": "#2E7D32", "list": "#B7791F", "last": "#8A8A8A"}


def workbook_bytes(form: Form, year: int, organ: Mapping[str, str] | None = None) -> bytes:
    """Return an empty workbook of a report year as xlsx; fields of `organ` that are known are filled in.

    The same arguments give the same bytes.
    """
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, dict(TEXTS_STAY_TEXTS)) as book:
        book.set_properties({"title": f"{year} 年度政府信息公开工作年度报告资料", "created": birth(year)})
        styles = Styles(book)

        def page(name: str, tab: str) -> Page:
            sheet = book.add_worksheet(name)
            sheet.set_tab_color(_TABS[tab])
            return Page(sheet, styles, name)

        _pages(page, form, year, organ or {})
    return content.getvalue()


def _pages(page: Maker, form: Form, year: int, organ: Mapping[str, str]) -> None:
    places, sums = all_places(form, year), totals(form)
    marked = families(form, places)
    filled = sum(field.required and bool(organ.get(field.name)) for field in organ_fields())
    write_guide(page(GUIDE, "front"), form, year, marked, filled)
    write_front(page(FRONT, "front"), form, year, organ)
    for table in form.tables:
        own = [family for family in marked if family.sheet == table.name]
        write_table(page(table.name, "table"), Sheet(form, table, year, places, own, sums))
    for sheet in list_sheets():
        write_list(page(sheet.name, "list"), sheet, year)
    if ("fees", "notices") in places:
        write_fees(page(FEES, "table"), year, places, [family for family in marked if family.sheet == FEES])
    if last := last_form(year):
        for table in last.tables:
            before = Sheet(last, table, year - 1, places, (), {}, is_prior=True)
            write_table(page(f"{LAST_YEAR}{table.name}", "last"), before)


def birth(year: int) -> datetime:
    """Return the date that the file says it was made: fixed, so that equal workbooks are equal files."""
    return datetime(year + 1, 1, 1, tzinfo=UTC).replace(tzinfo=None)
