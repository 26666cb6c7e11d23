"""Every version is kept with the decision that made it; the trail shows where it was tampered with."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from drafter.desk.store.changes import Conflict
from drafter.desk.store.engine import writing
from drafter.desk.store.store import Store
from drafter.desk.store.tables import entries, reports, sources, versions
from drafter.desk.trail import FIRST
from drafter.errors import InputError, OutputError
from tests.desk.store.sample import drafted, edited, working


def test_a_report_comes_back_as_it_was_saved(store: Store):
    version = store.save("甲镇", 0, drafted("甲镇"))
    stored = store.load("甲镇")

    assert (version, stored.version, stored.working) == (1, 1, working())
    assert list(stored.working.source["dossier"]) == ["organ", "z", "a"]


def test_a_report_that_is_not_there_is_none(store: Store):
    assert (store.load("没有"), store.at_version("没有", 1), store.row("没有"), store.trail("没有")) == (None,) * 3 + (
        (),
    )


def test_every_version_is_kept(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    first = store.load("甲镇").working
    store.save("甲镇", 1, edited(first, "甲镇", "改过一次。"))

    assert [str(store.at_version("甲镇", number).working.lines[0].text) for number in (1, 2)] == [
        "共有3件。",
        "改过一次。",
    ]
    assert store.at_version("甲镇", 3) is None


def test_what_a_report_was_drafted_from_is_kept_once(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    store.save("甲镇", 1, edited(store.load("甲镇").working, "甲镇", "改。"))

    with store.engine.connect() as connection:
        assert len(connection.execute(select(sources.c.digest)).all()) == 1


def test_a_change_of_an_old_version_is_refused_and_says_who_was_faster(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    seen = store.load("甲镇").working
    store.save("甲镇", 1, edited(seen, "甲镇", "张三写的。"))
    late = store.save("甲镇", 1, edited(seen, "甲镇", "李四写的。", who="李四"))

    assert isinstance(late, Conflict)
    assert (late.expected, late.version, [entry.who for entry in late.since]) == (1, 2, ["张三"])
    assert "张三" in late.message
    assert str(store.load("甲镇").working.lines[0].text) == "张三写的。"
    assert len(store.trail("甲镇")) == 2


def test_a_draft_of_a_report_that_is_there_is_a_conflict_too(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))

    assert isinstance(store.save("甲镇", 0, drafted("甲镇")), Conflict)


def test_entries_are_numbered_and_bound_to_each_other(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    store.save("甲镇", 1, edited(store.load("甲镇").working, "甲镇", "改。"))
    first, second = store.trail("甲镇")

    assert (first.number, first.version, first.action, first.who, first.previous) == (1, 1, "Draft", "起草", FIRST)
    assert (second.number, second.version, second.action, second.where) == (2, 2, "Edit", "overview.1")
    assert (second.before, second.after) == ({"text": "共有3件。"}, {"text": "改。"})
    assert second.previous == first.hash
    assert first.at < second.at
    assert store.broken_at("甲镇") is None


def test_the_two_sides_of_an_entry_hold_exact_decimals_as_text(store: Store):
    change = replace(drafted("甲镇"), before={"费": Decimal("1.50"), "件": (1, None)}, after={2: "二", 10: "十"})
    store.save("甲镇", 0, change)
    entry = store.trail("甲镇")[0]

    assert (entry.before, entry.after) == ({"费": "1.5", "件": [1, None]}, {"2": "二", "10": "十"})
    assert store.broken_at("甲镇") is None


def two_changes(store: Store) -> None:
    store.save("甲镇", 0, drafted("甲镇"))
    for words in ("一。", "二。"):
        stored = store.load("甲镇")
        store.save("甲镇", stored.version, edited(stored.working, "甲镇", words))


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        (update(entries).where(entries.c.number == 2).values(who="王五"), 2),
        (update(entries).where(entries.c.number == 2).values(after='{"text":"假。"}'), 2),
        (update(entries).where(entries.c.number == 1).values(at="2020-01-01T00:00:00.000000Z"), 1),
        (delete(entries).where(entries.c.number == 2), 2),
        (delete(entries).where(entries.c.number == 3), 3),
        (delete(versions).where(versions.c.version == 2), 2),
        (update(reports).values(version=2), 4),
    ],
)
def test_tampering_is_found_at_its_place(store: Store, tampering, broken: int):
    two_changes(store)
    with writing(store.engine) as connection:
        connection.execute(tampering)

    assert store.broken_at("甲镇") == broken


def test_an_exchanged_version_is_found(store: Store):
    two_changes(store)
    with writing(store.engine) as connection:
        other = connection.execute(select(versions.c.state).where(versions.c.version == 1)).scalar_one()
        connection.execute(update(versions).where(versions.c.version == 3).values(state=other))

    assert store.broken_at("甲镇") == 3


def act(store: Store, action: str) -> None:
    stored = store.load("甲镇")
    words = f"第{stored.version}次。"
    store.save("甲镇", stored.version, edited(stored.working, "甲镇", words, action=action))


def test_undo_goes_back_before_the_last_change_and_then_before_the_one_before(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    assert store.earlier_for_undo("甲镇") is None

    act(store, "Edit")
    act(store, "Waive")
    act(store, "Correct")
    assert store.earlier_for_undo("甲镇").version == 3

    act(store, "Undo")
    assert store.earlier_for_undo("甲镇").version == 1

    act(store, "Edit")
    assert store.earlier_for_undo("甲镇").version == 5

    act(store, "Undo")
    act(store, "Undo")
    assert store.earlier_for_undo("甲镇") is None


def test_a_change_to_what_was_there_already_is_nothing_to_take_back(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    stored = store.load("甲镇")
    store.save("甲镇", 1, edited(stored.working, "甲镇", str(stored.working.lines[0].text)))

    assert store.earlier_for_undo("甲镇") is None


def test_nothing_is_taken_back_behind_a_new_draft(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    act(store, "Edit")
    act(store, "Draft")

    assert store.earlier_for_undo("甲镇") is None


def test_a_change_that_fails_halfway_leaves_nothing(store: Store):
    store.save("甲镇", 0, drafted("甲镇"))
    change = edited(store.load("甲镇").working, "甲镇", "改。")
    with pytest.raises(TypeError):
        store.save("甲镇", 1, replace(change, after={"x": object()}))

    assert (store.load("甲镇").version, len(store.trail("甲镇")), store.broken_at("甲镇")) == (1, 1, None)


def test_a_store_opens_again_with_all_it_had(tmp_path: Path):
    for number in (1, 2):
        store = Store.beside(tmp_path)
        if number == 1:
            store.save("甲镇", 0, drafted("甲镇"))
        assert store.load("甲镇").version == 1
        store.close()


def test_a_folder_with_signs_of_its_own_is_no_trouble(tmp_path: Path):
    store = Store.beside(tmp_path / "100% 的 ?x=1#报告")
    store.save("甲镇", 0, drafted("甲镇"))

    assert store.load("甲镇").version == 1
    assert (tmp_path / "100% 的 ?x=1#报告" / ".drafter" / "desk.sqlite3").is_file()
    store.close()


def test_what_is_no_database_is_refused_by_name(tmp_path: Path):
    path = tmp_path / ".drafter" / "desk.sqlite3"
    path.parent.mkdir()
    path.write_bytes(b"not a database at all" * 100)

    with pytest.raises(InputError) as refused:
        Store.beside(tmp_path)

    assert refused.value.path.endswith("desk.sqlite3")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / ".drafter").write_text("a file, not a folder", encoding="utf-8")

    with pytest.raises(OutputError, match=r"desk\.sqlite3"):
        Store.beside(tmp_path)


def test_a_folder_in_the_place_of_the_database_is_told(tmp_path: Path):
    (tmp_path / ".drafter" / "desk.sqlite3").mkdir(parents=True)

    with pytest.raises(OutputError, match=r"desk\.sqlite3"):
        Store.beside(tmp_path)


def test_the_store_of_a_later_program_is_refused(tmp_path: Path):
    store = Store.beside(tmp_path)
    with writing(store.engine) as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '9999'")
    store.close()

    with pytest.raises(InputError, match="升级"):
        Store.beside(tmp_path)
