"""The report page: the sheet, the panel beside it, and what its visitor may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from drafter.desk.account import Account, Role
from drafter.desk.assessing import Assessed
from drafter.desk.differences import Stretch
from drafter.desk.noting import ASPECTS
from drafter.desk.service import Opened
from drafter.desk.trail import Entry
from drafter.desk.web.views.evidence import Backing, correctors
from drafter.desk.web.views.panel import Todo, todo
from drafter.desk.web.views.sheet import Part, sheet
from drafter.desk.working import Status, WorkingReport
from drafter.findings import Severity, sorted_findings

OPEN = (Status.PENDING, Status.RETURNED, Status.CHANGED)
WAITING = (Status.PENDING, Status.CHANGED)
TWO_PERSONS = "您改过这份报告，要由另一个人通过"
MOST_SUGGESTED = 12


@dataclass(frozen=True, slots=True)
class Said:
    """What the desk says of the last action: `look` is done, warning or error."""

    look: str
    lines: tuple[str, ...]
    changes: tuple[tuple[str, tuple[Stretch, ...]], ...] = ()
    """What followed from it: the name of a cell or a sentence, and how it changed."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """A report as it lies open: everything that its pages are made of."""

    opened: Opened
    trail: Sequence[Entry]
    """Where cells were corrected: who did, and why."""
    account: Account
    csrf: str
    is_two_person: bool
    has_model: bool

    @property
    def key(self) -> str:
        """Return the key of the report."""
        return self.opened.key

    @property
    def version(self) -> int:
        """Return the version that lies open."""
        return self.opened.version

    @property
    def working(self) -> WorkingReport:
        """Return the report."""
        return self.opened.working

    @property
    def assessed(self) -> Assessed:
        """Return what follows from the report."""
        return self.opened.assessed

    @property
    def backing(self) -> Backing:
        """Return what stands behind its figures."""
        return Backing(self.assessed.dossier, self.assessed.ledger, correctors(self.trail))


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the sheet: a template, what it shows, and the sentence or the cell it belongs to."""

    template: str = "panel_todo.html"
    panel: Any = None
    """None for what is still to do."""
    line: str = ""
    cell: str = ""
    extra: Any = None
    """What the template needs besides, such as the differences of a sentence."""


@dataclass(frozen=True, slots=True)
class May:
    """What a visitor may do to a report as it stands. The desk decides again when they do."""

    edit: bool
    decide: bool
    send_back: bool
    approve: bool
    hand_in: bool
    reopen: bool
    finalise: bool
    undo: bool


@dataclass(frozen=True, slots=True)
class BenchView:
    """The report page as its template prints it."""

    key: str
    version: int
    csrf: str
    organ: str
    year: int
    status: str
    parts: tuple[Part, ...]
    selected: str
    selected_cell: str
    panel: Any
    panel_template: str
    extra: Any
    said: Said | None
    corrected: frozenset[str]
    troubled: dict[str, str]
    """The weight of the worst finding at a cell, by its path."""
    suggested: tuple[str, ...]
    """Reasons for a return that follow from what is still open."""
    blocked: bool
    two_person: str
    drafts: tuple[str, ...]
    may: May
    has_model: bool
    has_redraft: bool
    aspects: tuple[str, ...] = ASPECTS


def bench_view(
    open_: Desktop,
    beside: Beside | None = None,
    *,
    said: Said | None = None,
    drafts: Sequence[str] = (),
    with_sheet: bool = True,
) -> BenchView:
    """Return the report page, or what its panel needs of it (`with_sheet` is false)."""
    working, assessed, beside = open_.working, open_.assessed, beside or Beside()
    what, may = todo(working, assessed), may_of(working, open_.account)
    is_editor = open_.is_two_person and open_.account.name in working.editors
    return BenchView(
        key=open_.key,
        version=open_.version,
        csrf=open_.csrf,
        organ=assessed.dossier.organ.name,
        year=assessed.dossier.year,
        status=working.status.value,
        parts=sheet(working, assessed, open_.backing) if with_sheet else (),
        selected=beside.line,
        selected_cell=beside.cell,
        panel=beside.panel or what,
        panel_template=beside.template,
        extra=beside.extra,
        said=said,
        corrected=frozenset(working.corrections),
        troubled=_troubled(assessed),
        suggested=_suggested(what),
        blocked=bool(assessed.blockers) or is_editor,
        two_person=TWO_PERSONS if is_editor and may.decide else "",
        drafts=tuple(drafts),
        may=may,
        has_model=open_.has_model,
        has_redraft=open_.opened.queued.has_redraft,
    )


def may_of(working: WorkingReport, account: Account) -> May:
    """Return what somebody may do to a report as it stands."""
    is_manager, decides = account.role is Role.MANAGER, account.may_decide
    return May(
        edit=working.status in OPEN,
        decide=decides,
        send_back=decides and working.status in WAITING,
        approve=decides and working.status in WAITING,
        hand_in=working.status is Status.RETURNED,
        reopen=is_manager if working.status is Status.FINAL else decides and working.status is Status.APPROVED,
        finalise=is_manager and working.status is Status.APPROVED,
        undo=working.status in OPEN and bool(working.editors),
    )


def _troubled(assessed: Assessed) -> dict[str, str]:
    """Return the worst weight of the open findings at each cell, those of a whole row at each of its cells."""
    found: dict[str, str] = {}
    for finding in reversed(sorted_findings(assessed.open_findings)):
        row = finding.where.removesuffix(".*")
        if finding.severity is Severity.INFO:
            continue
        for path in assessed.dossier.form.cells:
            if path == finding.where or (row != finding.where and path.startswith(f"{row}.")):
                found[path] = finding.severity.value
    return found


def _suggested(what: Todo) -> tuple[str, ...]:
    """Return what is still open as reasons that a clerk can act on."""
    errors = [item.finding.message for item in what.findings if item.finding.severity is Severity.ERROR]
    reds = [f"这一句没有通过检查，请改写：{task.text}" for task in what.reds]
    gaps = [f"请补上：{task.text}" for task in what.gaps]
    ambers = [f"“{task.text}”没有材料依据，请补材料或改写" for task in what.ambers]
    warnings = [item.finding.message for item in what.findings if item.finding.severity is Severity.WARNING]
    return tuple(dict.fromkeys((*errors, *reds, *gaps, *ambers, *warnings)))[:MOST_SUGGESTED]
