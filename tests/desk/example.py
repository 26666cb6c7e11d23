"""The invented township of `examples/lingxi-2025` on the desk, and short ways to act on it."""

import json
from functools import cache
from pathlib import Path

from drafter.desk.account import ALONE, Account
from drafter.desk.acting import act
from drafter.desk.actions import Action, Correct, Edit, Written
from drafter.desk.opening import open_record
from drafter.desk.outcome import Done, Refused
from drafter.desk.working import Line, WorkingReport
from drafter.dossier.intake import Loaded, load_dossier
from drafter.form.statistics import Number
from drafter.richtext import PieceKind
from drafter.runs.drafting import draft_with
from drafter.runs.pipeline import draft_report
from drafter.runs.priors import read_prior
from drafter.runs.record import record_bytes
from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.judge import judge
from drafter.writing.model.writer import ModelUse

DOSSIER = Path(__file__).parents[2] / "examples" / "lingxi-2025" / "dossier.yaml"


@cache
def loaded() -> Loaded:
    return load_dossier(DOSSIER, read_prior=read_prior)


@cache
def report() -> WorkingReport:
    """Return the report as the stock writer drafted it."""
    own = loaded()
    assert own.dossier is not None
    return open_record(json.loads(record_bytes(draft_report(own.dossier, own.findings), "0.0")))


def done(working: WorkingReport, action: Action, account: Account = ALONE) -> Done:
    """Return what came of an action that must be taken."""
    found = act(working, action, account)
    assert isinstance(found, Done), found
    return found


def refused(working: WorkingReport, action: Action, account: Account = ALONE) -> Refused:
    """Return why an action was not taken."""
    found = act(working, action, account)
    assert isinstance(found, Refused), found
    return found


def typed(line: str, *pieces: str | Written, cites: tuple[str, ...] | None = None) -> Edit:
    """Return an edit of typed words and chips."""
    return Edit(line, tuple(Written(item) if isinstance(item, str) else item for item in pieces), cites)


def chip(ref: str, kind: str = "fact") -> Written:
    return Written("", kind, ref)


def correction(**cells: Number | None) -> Correct:
    """Return a correction of cells, whose names write `__` for the dots of a path."""
    return Correct(tuple((name.replace("__", "."), value) for name, value in cells.items()), "与台账核对后更正")


def line_of(working: WorkingReport, line_id: str) -> Line:
    line = working.line(line_id)
    assert line is not None
    return line


def refs(line: Line) -> list[str]:
    """Return the facts that the chips of a line show."""
    return line.text.refs(PieceKind.FACT)


@cache
def written_by_a_model() -> WorkingReport:
    """Return the report with sentences of a model: one on the tables, one with words that its note does not have."""
    tables = (
        "{{p:app_new}}，{{d:app_new}}，{{g:app_applicants}}；{{p:app_carry_in}}；{{p:app_closed}}，{{g:app_results}}；"
    )
    items = [
        {
            "kind": "stat",
            "topic": "依申请公开",
            "cites": [],
            "text": f"{tables}{{{{p:app_carry_out}}}}；{{{{p:disputes}}}}。",
        },
        {
            "kind": "deed",
            "topic": "主动公开",
            "cites": ["N03"],
            "text": "编发政策解读材料{{n:N03.1}}，耐心解答医保缴费、危房改造等群众咨询较多的问题。",
        },
    ]
    reply, own = json.dumps({"items": items}, ensure_ascii=False), loaded()
    assert own.dossier is not None
    use = ModelUse(ScriptedBackend(lambda _request: reply), judge)
    return open_record(json.loads(record_bytes(draft_with(own.dossier, own.findings, ("md",), use), "0.0")))
