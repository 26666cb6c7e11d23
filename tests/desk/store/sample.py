"""Reports for the store: small values of its own, since the store looks into none of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from drafter.desk.risk import QueueRow
from drafter.desk.store.changes import Change
from drafter.desk.working import Line, WorkingReport
from drafter.richtext import Piece, PieceKind, Text, plain

START = datetime(2026, 1, 5, 8, 30, tzinfo=UTC)


class Clock:
    """A clock that goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


def line(number: int, words: str = "共有") -> Line:
    text = Text((Piece(words), Piece("3", PieceKind.FACT, "applications.received.total"), Piece("件。")))
    return Line(f"overview.{number}", "overview", 1, "依申请公开", text, "模板", drafted=str(text))


def working(organ: str = "甲镇人民政府", sentences: int = 3) -> WorkingReport:
    source = {"dossier": {"organ": {"name": organ}, "z": 1, "a": [1, "2.50", None]}, "prior": None}
    return WorkingReport(source, "stock", tuple(line(number) for number in range(1, sentences + 1)))


def row(key: str, **fields: Any) -> QueueRow:
    blank = QueueRow(key, f"{key}人民政府", "乙县", "镇", 2025, "待审", 0, 0, 0, 0, 0, 0, None, 0, f"{key}年度报告")
    return replace(blank, **fields)


def drafted(key: str, record: str = "r1", **fields: Any) -> Change:
    return Change(working(f"{key}人民政府"), row(key, **fields), "起草", "Draft", record=record)


def edited(before: WorkingReport, key: str, words: str, who: str = "张三", action: str = "Edit") -> Change:
    first = replace(before.lines[0], text=plain(words), origin="编辑")
    after = before.with_line(first)
    sides = {"text": str(before.lines[0].text)}, {"text": words}
    return Change(after, row(key, status=after.status.value), who, action, first.id, *sides)
