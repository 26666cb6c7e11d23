"""At the desk a report is opened, acted on and saved; what is not theirs is not there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.desk.account import ALONE, Account, Role
from drafter.desk.actions import (
    Accept,
    AddNote,
    Approve,
    Drop,
    Edit,
    Finalise,
    Lock,
    Reopen,
    Return,
    Undo,
    Waive,
    Written,
)
from drafter.desk.outcome import Refused
from drafter.desk.service import Desk, Saved
from drafter.desk.store.changes import Conflict
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from drafter.desk.working import Status
from tests.desk.reports import record, write

KEY = "灵溪镇"
CLERK = Account("王芳", Role.CLERK, frozenset({"灵溪镇人民政府"}))
OTHERS = Account("小刘", Role.CLERK, frozenset({"别的镇人民政府"}))
REVIEWER = Account("老李", Role.REVIEWER)
LINE = "overview.2"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    write(tmp_path, KEY)
    store = Store.beside(tmp_path)
    made = Desk(store)
    made.take_in(tmp_path)
    yield made
    store.close()


def edit(words: str, line: str = LINE) -> Edit:
    return Edit(line, (Written(words),))


def done(desk: Desk, action: object, account: Account = ALONE) -> Saved:
    saved = desk.do(KEY, desk.open(KEY, account).version, action, account)
    assert isinstance(saved, Saved), saved
    return saved


def test_a_report_is_opened_with_all_that_follows_from_it(desk: Desk):
    opened = desk.open(KEY, ALONE)

    assert (opened.key, opened.version, opened.queued.row.organ) == (KEY, 1, "灵溪镇人民政府")
    assert opened.assessed.document.title == opened.queued.row.title
    assert opened.queued.row.key == KEY


def test_an_action_makes_a_version_a_row_and_an_entry(desk: Desk):
    saved = done(desk, edit("依法公开各类政府信息。"))
    entry = desk.trail(KEY, ALONE)[-1]

    assert (saved.opened.version, saved.opened.queued.version) == (2, 2)
    assert str(desk.open(KEY, ALONE).working.line(LINE).text) == "依法公开各类政府信息。"
    assert (entry.action, entry.who, entry.where, entry.version) == ("Edit", "本机", LINE, 2)
    assert desk.broken_at(KEY, ALONE) is None


def test_what_is_refused_leaves_nothing(desk: Desk):
    refused = desk.do(KEY, 1, Return(()), ALONE)

    assert isinstance(refused, Refused)
    assert (desk.open(KEY, ALONE).version, len(desk.trail(KEY, ALONE))) == (1, 1)


def test_whoever_saw_an_older_version_is_told_who_was_faster(desk: Desk):
    done(desk, edit("依法公开各类政府信息。"), CLERK)
    late = desk.do(KEY, 1, edit("依法公开政府信息。"), REVIEWER)

    assert isinstance(late, Conflict)
    assert [entry.who for entry in late.since] == ["王芳"]


def test_a_version_that_is_not_there_yet_is_a_conflict_too(desk: Desk):
    assert isinstance(desk.do(KEY, 99, edit("依法公开政府信息。"), ALONE), Conflict)


def test_anothers_report_is_as_if_it_were_not_there(desk: Desk):
    desk.keep_draft(KEY, LINE, CLERK, 1, "字")

    for key, account in ((KEY, OTHERS), ("没有", ALONE), ("../灵溪镇", ALONE), (f"{KEY}/", ALONE), ("", ALONE)):
        assert desk.open(key, account) is None
        assert desk.at_version(key, 1, account) is None
        assert desk.trail(key, account) is None
        assert desk.broken_at(key, account) is None
        assert desk.do(key, 1, edit("字"), account) is None
        assert desk.redraft(key, account) is None
        assert desk.take_redraft(key, 1, account) is None
        assert not desk.keep_draft(key, LINE, account, 1, "字")
        assert desk.drafts_of(key, account) == {}
    assert (desk.queue(Asked(), OTHERS).rows, desk.board(OTHERS)) == ((), ())


def test_undo_takes_back_one_change_after_the_other(desk: Desk):
    first = str(desk.open(KEY, ALONE).working.line(LINE).text)
    done(desk, edit("依法公开各类政府信息。"))
    done(desk, Drop("overview.3"))
    done(desk, Undo())
    assert not desk.open(KEY, ALONE).working.line("overview.3").dropped
    done(desk, Undo())

    assert str(desk.open(KEY, ALONE).working.line(LINE).text) == first
    assert isinstance(desk.do(KEY, 5, Undo(), ALONE), Refused)


def test_the_queue_follows_every_action(desk: Desk):
    done(desk, Return(("请补充考核结果",)), REVIEWER)

    assert desk.queue(Asked(status="退回"), ALONE).rows[0].row.status == "退回"
    assert desk.queue(Asked(), ALONE).counts["退回"] == 1


def test_a_report_goes_all_the_way_and_may_be_opened_again(desk: Desk):
    for action in (Approve(), Finalise(), Reopen("县里要求补充")):
        done(desk, action)

    assert [entry.action for entry in desk.trail(KEY, ALONE)] == ["Draft", "Approve", "Finalise", "Reopen"]
    assert desk.at_version(KEY, 3, ALONE).working.status is Status.FINAL
    assert desk.open(KEY, ALONE).working.status is Status.PENDING


def test_with_two_persons_nobody_approves_what_they_edited(desk: Desk):
    desk.two_person = True
    done(desk, Drop("overview.3"), REVIEWER)

    assert desk.do(KEY, 2, Approve(), REVIEWER).code == "two-persons"
    assert isinstance(desk.do(KEY, 2, Approve(), ALONE), Saved)


def test_what_was_typed_is_kept_until_it_is_saved(desk: Desk):
    assert desk.keep_draft(KEY, LINE, ALONE, 1, "依法")
    assert desk.keep_draft(KEY, "overview.3", ALONE, 1, "别的")
    assert set(desk.drafts_of(KEY, ALONE)) == {LINE, "overview.3"}
    done(desk, edit("依法公开各类政府信息。"))

    assert set(desk.drafts_of(KEY, ALONE)) == {"overview.3"}


def test_what_was_typed_outlives_a_conflict(desk: Desk):
    desk.keep_draft(KEY, LINE, ALONE, 1, "依法")
    done(desk, Lock("overview.3"), REVIEWER)
    desk.do(KEY, 1, edit("依法公开各类政府信息。"), ALONE)

    assert desk.drafts_of(KEY, ALONE)[LINE].content == "依法"


def redrafted(desk: Desk, out: Path) -> None:
    write(out, KEY, record(KEY, note="年内新增乡村振兴栏目2个"))
    assert desk.take_in(out).aside == (KEY,)


def test_a_redraft_is_taken_by_name_and_keeps_what_people_decided_to_keep(desk: Desk, tmp_path: Path):
    done(desk, edit("依法公开各类政府信息。"))
    done(desk, Lock(LINE))
    done(desk, edit("用好公开平台。", "overview.3"))
    done(desk, AddNote("监督保障", "开展专项检查。", "检查台账"))
    redrafted(desk, tmp_path)
    saved = desk.take_redraft(KEY, 5, REVIEWER)
    working = desk.open(KEY, ALONE).working

    assert isinstance(saved, Saved)
    assert str(working.line(LINE).text) == "依法公开各类政府信息。"
    assert str(working.line("overview.3").text) != "用好公开平台。"
    assert [note.id for note in working.notes] == ["E01"]
    assert any("2个" in str(line.text) for line in working.lines)
    assert (desk.trail(KEY, ALONE)[-1].action, desk.trail(KEY, ALONE)[-1].who) == ("Draft", "老李")
    assert (desk.redraft(KEY, ALONE), desk.broken_at(KEY, ALONE)) == (None, None)


def test_a_redraft_of_an_approved_report_waits_until_it_is_opened_again(desk: Desk, tmp_path: Path):
    done(desk, Approve())
    redrafted(desk, tmp_path)

    assert desk.take_redraft(KEY, 2, REVIEWER).code == "is-approved"
    done(desk, Reopen("有新的一稿"))
    assert isinstance(desk.take_redraft(KEY, 2, REVIEWER), Conflict)
    assert isinstance(desk.take_redraft(KEY, 3, REVIEWER), Saved)


def test_a_record_of_an_older_program_is_told_to_be_drafted_again(desk: Desk, tmp_path: Path):
    write(tmp_path, "旧镇", b'{"sentences": []}')
    taken = desk.take_in(tmp_path)

    assert [key for key, _ in taken.problems] == ["旧镇"]


def test_as_many_reports_are_kept_as_editors_have_open(desk: Desk):
    desk.kept = 2
    for locked in (True, False, True):
        done(desk, Lock(LINE, locked))

    assert list(desk._assessed) == [(KEY, 3), (KEY, 4)]


def test_nothing_is_accepted_or_waived_that_is_not_there(desk: Desk):
    for action in (Accept(LINE, ("字",)), Waive("没有", "没有", "没有", "理由")):
        assert isinstance(desk.do(KEY, 1, action, ALONE), Refused)
