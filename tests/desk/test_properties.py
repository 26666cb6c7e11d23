"""Whatever anybody does: a refusal with its reason, or a report that stands; never a figure without a source."""

import json
import re
from decimal import Decimal

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from drafter.audit.closed_world import unaccounted
from drafter.desk.account import ALONE, Account, Role
from drafter.desk.acting import act
from drafter.desk.actions import (
    Accept,
    Action,
    AddNote,
    Approve,
    Correct,
    Drop,
    Edit,
    Finalise,
    HandIn,
    Insert,
    Lock,
    Reopen,
    Return,
    Undo,
    Waive,
    Written,
)
from drafter.desk.assessing import assess, shown
from drafter.desk.grounds import grounds_of
from drafter.desk.outcome import Done, Refused
from drafter.desk.state import from_json, to_json
from drafter.desk.working import Status, WorkingReport
from drafter.dossier.building import canonical_json
from drafter.findings import Severity
from drafter.richtext import PieceKind
from tests.desk.example import report

CHINESE = re.compile("[\u4e00-\u9fff]")
TYPED = """
14件 2次 15件 十余次 近14件 2025年 2025年度 2019年3月5日 ① 两 百分之四十 40% ９件 叁 第三 一是 （二） 三审三校 一网通办
0899-0000000 国办公开办函〔2021〕30号 《条例》 半数 若干 0 1 万 12.5.1
举办业务培训 全年 未收到政府信息公开申请 较上年增加 新收政府信息公开申请 办结 ， 。 ； 均 其中 信息员参加 次 余 件
{{p:app_new}} {x} 【待补：数字】 <script>alert(1)</script>
"""
WORDS = (*TYPED.split(), "\u200b", "\ue000", "\x00", " ", "\n")
LINES = st.sampled_from([line.id for line in report().lines] + ["overview.19+1", "overview.99", ""])
FACTS = tuple(grounds_of(report()).ledger.facts)
NAMES = """
p:app_new p:disputes p:normdoc_2019 g:app_results g:litigation_results d:app_new d:review x:y:z nothing regulation
notice notice_2019 report.year period.from item form.sections N07 organ.self organ.phone organ.postcode organ.name
"""
REFS = st.one_of(st.sampled_from(FACTS), st.sampled_from(["", *NAMES.split()]))
PLAIN = st.builds(Written, st.one_of(st.sampled_from(WORDS), st.text(max_size=8)))
KINDS = st.sampled_from([*(kind.value for kind in PieceKind), "slot", "image"])
CHIPS = st.builds(Written, st.sampled_from(WORDS), KINDS, REFS)
PIECES = st.lists(st.one_of(PLAIN, PLAIN, CHIPS), max_size=6).map(tuple)
CITES = st.one_of(st.none(), st.lists(st.sampled_from(["N01", "N14", "P01.text", "N99", ""]), max_size=2).map(tuple))
CELLS = st.sampled_from([*grounds_of(report()).dossier.form.cells, "fees.notices", "fees.billed_yuan", "nothing"])
NUMBERS = st.one_of(
    st.none(), st.integers(-1, 40), st.decimals(allow_nan=True), st.sampled_from([0, 1, 10**40, Decimal("0.5"), True])
)
REASONS = st.sampled_from(["", " ", "与台账核对", "长" * 600])


def waivers() -> st.SearchStrategy[Waive]:
    findings = assess(report()).findings
    codes = [finding.code for finding in findings] + ["sentence-amber", "to-fill", "x"]
    return st.builds(Waive, st.sampled_from(codes), LINES, st.just(""), REASONS)


ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(Edit, LINES, PIECES, CITES, st.sampled_from(["编辑", "模型", "天意"])),
    st.builds(Edit, LINES, PIECES, CITES),
    st.builds(Insert, LINES, PIECES),
    st.builds(Drop, LINES, st.booleans()),
    st.builds(Lock, LINES, st.booleans()),
    st.builds(Accept, LINES, st.just(())),
    st.builds(AddNote, st.sampled_from(["主动公开", "改进", "天文"]), st.sampled_from(WORDS), REASONS),
    st.builds(Correct, st.lists(st.tuples(CELLS, NUMBERS), max_size=3).map(tuple), REASONS),
    waivers(),
    st.builds(Return, st.lists(REASONS, max_size=2).map(tuple)),
    st.just(HandIn()),
    st.just(Approve()),
    st.just(Finalise()),
    st.builds(Reopen, REASONS),
    st.just(Undo()),
)
ACCOUNTS = st.sampled_from(
    [ALONE, Account("小王", Role.CLERK, frozenset({"灵溪镇人民政府"})), Account("外人", Role.CLERK)]
)
MOVES = st.lists(st.tuples(ACTIONS, ACCOUNTS), max_size=5)
OFTEN = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def check(working: WorkingReport) -> None:
    """Hold a report to what is true of every report on the desk."""
    assessed = assess(working)
    assert from_json(json.loads(json.dumps(to_json(working)))) == working
    assert len({line.id for line in working.lines}) == len(working.lines)
    assert [line.id for line in shown(working) if unaccounted(line.text)] == []
    red = {line.id for line in assessed.reds}
    wrong = {finding.where.rpartition("/")[2] for finding in assessed.findings if finding.code == "figure-differs"}
    assert wrong <= red | {line.id for line in working.lines if line.dropped}
    assert "numeral-without-fact" not in {finding.code for finding in assessed.findings}
    errors = [finding for finding in assessed.findings if finding.severity is Severity.ERROR]
    is_ready = not (errors or assessed.gaps or assessed.ambers or assessed.reds)
    assert bool(assessed.blockers) is not is_ready
    assert working.status not in (Status.APPROVED, Status.FINAL) or is_ready


@OFTEN
@given(MOVES)
@example([(Correct((("proactive.licensing.decisions", None),), "与台账核对"), ALONE), (Approve(), ALONE)])
def test_every_action_is_refused_with_a_reason_or_leaves_a_report_that_stands(moves: list[tuple[Action, Account]]):
    versions = [report()]
    for action, account in moves:
        working = versions[-1]
        found = act(working, action, account, earlier=versions[-2] if len(versions) > 1 else None)
        if isinstance(found, Refused):
            assert CHINESE.search(found.message), found
            continue
        canonical_json([found.before, found.after])
        json.dumps([found.before, found.after])
        check(found.working)
        versions.append(found.working)


CHANGES = st.one_of(
    st.builds(Edit, LINES, PIECES, CITES),
    st.builds(Insert, LINES, PIECES),
    st.builds(Drop, LINES, st.booleans()),
    st.builds(AddNote, st.just("其他"), st.just("更新公开栏版面"), st.just("台账")),
    st.builds(Correct, st.lists(st.tuples(CELLS, st.integers(0, 20)), max_size=3).map(tuple), st.just("与台账核对")),
)


@OFTEN
@given(CHANGES, CHANGES)
def test_undo_restores_text_notes_and_cells(first: Action, second: Action):
    before = report()
    if isinstance(done := act(before, first, ALONE), Done):
        before = done.working
    changed = act(before, second, ALONE)
    if not isinstance(changed, Done):
        return
    undone = act(changed.working, Undo(), ALONE, earlier=before)

    assert isinstance(undone, Done)
    assert (undone.working.lines, undone.working.corrections, undone.working.notes) == (
        before.lines,
        before.corrections,
        before.notes,
    )


@OFTEN
@given(st.lists(st.tuples(CELLS, st.integers(0, 20)), min_size=1, max_size=4).map(tuple))
def test_a_correction_taken_back_leaves_every_sentence_as_it_was(cells: tuple[tuple[str, int], ...]):
    before = report()
    changed = act(before, Correct(cells, "与台账核对"), ALONE)
    if not isinstance(changed, Done):
        return
    own = assess(before).dossier
    fees = {"fees.notices": own.fees.notices, "fees.billed_yuan": own.fees.billed_yuan} if own.fees else {}
    values = {**own.statistics.values, **fees}
    back = act(changed.working, Correct(tuple((path, values[path]) for path, _ in cells), "改回"), ALONE)

    assert isinstance(back, Done)
    assert back.working.corrections == {}
    assert shown(back.working) == shown(before)
