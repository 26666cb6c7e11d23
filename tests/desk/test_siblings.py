"""Reports of a folder are compared with each other, by the measure of a batch."""

from pathlib import Path

from drafter.desk.account import ALONE
from drafter.desk.service import Desk
from drafter.desk.siblings import nearest_likeness
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from tests.desk.reports import write


def likenesses(desk: Desk) -> dict[str, float | None]:
    return {queued.row.key: queued.row.likeness for queued in desk.queue(Asked(), ALONE).rows}


def test_two_reports_of_the_same_notes_are_the_same_text(tmp_path: Path):
    places = [(name, write(tmp_path, name)) for name in ("灵溪镇", "双塔镇")]

    assert nearest_likeness(places) == {"灵溪镇": 1.0, "双塔镇": 1.0}


def test_a_report_without_siblings_is_not_compared(tmp_path: Path):
    assert nearest_likeness([("灵溪镇", write(tmp_path, "灵溪镇"))]) == {}


def test_what_cannot_be_read_is_left_out(tmp_path: Path):
    places = [(name, write(tmp_path, name)) for name in ("灵溪镇", "双塔镇")]
    places.append(("坏镇", write(tmp_path, "坏镇", b"{")))

    assert set(nearest_likeness(places)) == {"灵溪镇", "双塔镇"}


def test_the_queue_shows_likeness_and_puts_the_alike_first(tmp_path: Path):
    write(tmp_path, "灵溪镇")
    store = Store.beside(tmp_path)
    desk = Desk(store)
    desk.take_in(tmp_path)
    alone = likenesses(desk)
    before = desk.queue(Asked(), ALONE).rows[0].row.risk
    write(tmp_path, "双塔镇")
    desk.take_in(tmp_path)
    rows = [queued.row for queued in desk.queue(Asked(), ALONE).rows]
    store.close()

    assert alone == {"灵溪镇": None}
    assert [(row.likeness, row.is_alike) for row in rows] == [(1.0, True), (1.0, True)]
    assert all(row.risk > before for row in rows)
