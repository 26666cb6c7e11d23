"""Read what stands beside the tables: fields with their value to the right, and lists below their headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.dossier.fields import field_path
from drafter.dossier.workbook.fields import (
    STATUS,
    Field,
    fee_fields,
    front_fields,
    last_problem_fields,
    note_fields,
    problem_fields,
)
from drafter.dossier.workbook.gathering import Gathering
from drafter.dossier.workbook.places import Place
from drafter.dossier.workbook.sheet import ReadSheet, Value, plain
from drafter.yamltree import Path

_VALUE_HEADS = frozenset(plain(text) for text in ("填写", "内容", "填报内容"))
_NUMBERS = ("year", "notices", "billed_yuan", "collected_yuan")


@dataclass(frozen=True, slots=True)
class _List:
    """A list of the dossier: the columns it is known by, all of which must be there, and all its columns."""

    name: str
    marks: tuple[str, ...]
    fields: tuple[Field, ...]


def _lists() -> tuple[_List, ...]:
    return (
        _List("notes", ("所属方面", "材料内容"), note_fields()),
        _List("problems", ("问题", "改进措施"), problem_fields()),
        _List("last_year", ("上年的问题", "整改情况"), last_problem_fields()),
    )


def read_fields(sheet: ReadSheet, into: Gathering) -> bool:
    """Take 机关信息 or 信息处理费 where a sheet has them; return whether it has."""
    found = False
    for fields, least in ((front_fields(), 3), (fee_fields(), 2)):
        titles = {plain(field.title): field for field in fields}
        for column in range(min(sheet.width, 20)):
            rows = [row for row in range(len(sheet.rows)) if sheet.label_at(row, column) in titles]
            if len(rows) >= least:
                found = True
                _take_fields(sheet, into, column, [(row, titles[sheet.label_at(row, column)]) for row in rows])
                break
    return found


def read_lists(sheet: ReadSheet, into: Gathering) -> bool:
    """Take 工作材料, 问题与措施 and 上年问题整改 where a sheet has them; return whether it has."""
    found = False
    for wanted in _lists():
        titles = {plain(field.title): field for field in wanted.fields}
        for row in range(len(sheet.rows)):
            labels = {sheet.label_at(row, column): column for column in range(sheet.width)}
            if all(plain(mark) in labels for mark in wanted.marks):
                columns = {column: titles[label] for label, column in labels.items() if label in titles}
                _take_items(sheet, into, wanted, row, columns)
                found = True
                break
    return found


def _take_fields(sheet: ReadSheet, into: Gathering, column: int, rows: Sequence[tuple[int, Field]]) -> None:
    values = _value_column(sheet, column, rows[0][0])
    into.stand(rows[0][1].path[:1] if len(rows[0][1].path) > 1 else (), sheet.place(rows[0][0], column))
    for row, field in rows:
        place, value = sheet.place(row, values), _value(sheet, row, values, field)
        if field.path in into.places:
            _repeated(into, field, into.places[field.path], place)
        elif value is not None or field.path[0] in ("organ", "fees"):
            into.put(field.path, value, place)
        else:
            into.stand(field.path, place)


def _value_column(sheet: ReadSheet, column: int, first: int) -> int:
    """Return the column that values stand in: the one headed 填写, else the next."""
    for row in range(first - 1, -1, -1):
        heads = [place for place in range(column + 1, sheet.width) if sheet.label_at(row, place) in _VALUE_HEADS]
        if heads:
            return heads[0]
    return column + 1


def _value(sheet: ReadSheet, row: int, column: int, field: Field) -> Value:
    return sheet.number_at(row, column) if field.name in _NUMBERS else sheet.text_at(row, column)


def _repeated(into: Gathering, field: Field, first: Place, second: Place) -> None:
    message = f"“{field.title}”出现了两次，另一处在 {first}。"
    into.error("field-repeated", field_path(field.path), message, "请只留一处，删去另一处。", second)


def _take_items(sheet: ReadSheet, into: Gathering, wanted: _List, head: int, columns: dict[int, Field]) -> None:
    into.stand((wanted.name,), sheet.place(head, min(columns)))
    number = sum(1 for path in into.places if len(path) == 2 and path[0] == wanted.name)
    for row in range(head + 1, len(sheet.rows)):
        cells = [(column, field, sheet.text_at(row, column)) for column, field in columns.items()]
        if any(text for _, field, text in cells if field.name != "id"):
            into.stand((wanted.name, number), sheet.place(row, min(columns)))
            for column, field, text in cells:
                path: Path = (wanted.name, number, *field.path)
                _take(into, path, field, text, sheet.place(row, column))
            number += 1


def _take(into: Gathering, path: Path, field: Field, text: str | None, place: Place) -> None:
    if text is None:
        into.stand(path, place)
    elif field.name == "status" and field.choices:
        if text in STATUS:
            into.put(path, STATUS[text], place)
        else:
            message = f"第 {int(path[1]) + 1} 条材料的“{field.title}”填的是“{text[:20]}”。"
            into.error("field-value", field_path(path), message, f"请从列表里选：{'、'.join(STATUS)}。", place)
    else:
        into.put(path, text, place)
