"""What stands beside the page: what is still to do, or all about one sentence, or all about one cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.desk.assessing import Assessed, waived
from drafter.desk.trail import Entry
from drafter.desk.waiving import NOT_WAIVED
from drafter.desk.web.views.evidence import Backing, Evidence, value_shown
from drafter.desk.web.views.sheet import ShownLine, shown_lines, state_of
from drafter.desk.working import Fault, Line, Waiver, WorkingReport
from drafter.dossier.model import Dossier
from drafter.findings import Finding, Severity, sorted_findings
from drafter.form.layout import table_layout
from drafter.form.model import Form
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.richtext import Text

MOST_TOTALS = 6


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding as the panel shows it, and where it leads."""

    finding: Finding
    waiver: Waiver | None = None
    """Who took it on themselves, and why."""
    line: str = ""
    cell: str = ""

    @property
    def may_be_waived(self) -> bool:
        """Return whether somebody could take it on themselves."""
        is_warning = self.finding.severity is Severity.WARNING and self.finding.code not in NOT_WAIVED
        return is_warning and self.waiver is None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do at a sentence or a cell."""

    text: str
    line: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Todo:
    """What is still to be done before the report can be approved."""

    blockers: tuple[str, ...]
    reasons: tuple[str, ...]
    reds: tuple[Task, ...]
    ambers: tuple[Task, ...]
    gaps: tuple[Task, ...]
    findings: tuple[ShownFinding, ...]
    waived: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class LinePanel:
    """All about one sentence."""

    shown: ShownLine
    line: Line
    section: str
    faults: tuple[Fault, ...]
    evidence: tuple[Evidence, ...]
    findings: tuple[ShownFinding, ...]
    is_changed: bool
    """Whether it reads otherwise than it was drafted."""
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class CellPanel:
    """All about one cell of the tables."""

    path: str
    label: str
    unit: str
    shown: str
    source: str
    lines: tuple[ShownLine, ...]
    """The sentences that state it."""
    findings: tuple[ShownFinding, ...]
    history: tuple[tuple[Entry, str, str], ...]
    """Entries that corrected it, with the value before and after."""
    row: tuple["CellInput", ...]
    """The cells of its row, itself among them: what is most often corrected together."""
    totals: tuple["CellInput", ...]
    """Totals in other rows that it is a summand of."""


@dataclass(frozen=True, slots=True)
class CellInput:
    """A field to type the value of a cell into."""

    path: str
    label: str
    unit: str
    value: str
    """As it is typed: empty where nothing is reported."""
    is_here: bool


def todo(working: WorkingReport, assessed: Assessed) -> Todo:
    """Return what is still to be done."""
    found = [shown_finding(finding, working, assessed) for finding in sorted_findings(assessed.findings)]
    kept = [item for item in found if item.finding.code not in ("to-fill", "sentence-amber", "sentence-red")]
    return Todo(
        blockers=assessed.blockers,
        reasons=working.reasons,
        reds=tuple(Task(str(line.text), line.id) for line in assessed.reds),
        ambers=tuple(Task("、".join(line.unproved), line.id) for line in assessed.ambers),
        gaps=tuple(_gap(place, label, working) for place, label in assessed.gaps),
        findings=tuple(item for item in kept if item.waiver is None),
        waived=tuple(item for item in kept if item.waiver is not None),
    )


def line_panel(working: WorkingReport, assessed: Assessed, backing: Backing, line_id: str) -> LinePanel | None:
    """Return all about a sentence; None where there is none of this id."""
    line = working.line(line_id)
    if line is None:
        return None
    ids = [item.id for item in working.lines]
    place = ids.index(line_id)
    here = next(item for item in shown_lines(working, assessed.at_line, backing) if item.id == line_id)
    sections = {section.key: section.heading for section in assessed.dossier.form.sections}
    return LinePanel(
        shown=here,
        line=line,
        section=sections.get(line.section, "引言"),
        faults=line.faults if state_of(line) == "red" else (),
        evidence=tuple(backing.of(cited) for cited in _cited(line, assessed)),
        findings=tuple(shown_finding(finding, working, assessed) for finding in assessed.at_line.get(line_id, ())),
        is_changed=line.drafted != str(line.text),
        previous=ids[place - 1] if place else "",
        following=ids[place + 1] if place + 1 < len(ids) else "",
    )


def cell_panel(
    working: WorkingReport, assessed: Assessed, backing: Backing, path: str, trail: Sequence[Entry]
) -> CellPanel | None:
    """Return all about a cell; None where the form has none of this path."""
    cell = assessed.dossier.form.cells.get(path)
    if cell is None:
        return None
    values = assessed.dossier.statistics
    form = assessed.dossier.form
    row, totals = row_of(form, path), totals_over(form, path)
    states = {line.id for line in working.lines if path in _paths(line.text, assessed)}
    return CellPanel(
        path=path,
        label=cell.label,
        unit=cell.unit,
        shown=value_shown(values[path], cell.unit),
        source=backing.giver(path),
        lines=tuple(item for item in shown_lines(working, assessed.at_line, backing) if item.id in states),
        findings=tuple(
            shown_finding(finding, working, assessed) for finding in assessed.findings if finding.where == path
        ),
        history=tuple(_corrections(trail, path)),
        row=tuple(_input(assessed.dossier, item, path) for item in row),
        totals=tuple(_input(assessed.dossier, item, path) for item in totals if item not in row),
    )


def totals_over(form: Form, path: str) -> list[str]:
    """Return the cells that must equal a sum in which a cell is a summand."""
    found = []
    for identity in form.identities:
        sides = (identity.left, identity.right), (identity.right, identity.left)
        for total, summands in sides if identity.relation == "=" else ():
            if len(total) == 1 and total[0].source == "statistics" and path in {term.cell for term in summands}:
                found.append(total[0].cell)
    return [cell for cell in dict.fromkeys(found) if cell in form.cells and cell != path][:MOST_TOTALS]


def shown_finding(finding: Finding, working: WorkingReport, assessed: Assessed) -> ShownFinding:
    """Return a finding with where it leads, and who took it on themselves."""
    line = next((line_id for line_id, found in assessed.at_line.items() if finding in found), "")
    cell = finding.where if finding.where in assessed.dossier.form.cells else ""
    place = (finding.code, finding.where, finding.message)
    waiver = None
    if waived(finding, working.waivers):
        waiver = next(item for item in working.waivers if (item.code, item.where, item.message) == place)
    return ShownFinding(finding, waiver, line, cell)


def _gap(place: str, label: str, working: WorkingReport) -> Task:
    return Task(label, place) if working.line(place) else Task(label, cell=place)


def _cited(line: Line, assessed: Assessed) -> list[str]:
    """Return what a sentence rests on: what it cites, then the cells whose figures it states.

    A figure of a note is not named beside its note: it stands in it.
    """
    facts = assessed.ledger.facts
    cited = [cite for cite in line.cites if cite not in facts or not facts[cite].text]
    return list(dict.fromkeys((*cited, *_paths(line.text, assessed))))


def _paths(text: Text, assessed: Assessed) -> list[str]:
    """Return the cells that the figures of a text come from."""
    cells, facts = assessed.dossier.form.cells, assessed.ledger.facts
    found: list[str] = []
    for span in text.spans():
        sources: Iterable[str] = facts[span.ref].sources if span.ref in facts else ()
        found += [path for path in (span.ref, *sources) if path in cells]
    return list(dict.fromkeys(found))


def _corrections(trail: Iterable[Entry], path: str) -> Iterable[tuple[Entry, str, str]]:
    for entry in trail:
        before, after = entry.before.get("cells", {}), entry.after.get("cells", {})
        if entry.action in ("Correct", "Undo") and path in after:
            yield entry, _told(before.get(path)), _told(after[path])


def _told(value: object) -> str:
    return "没有填报" if value is None else str(value)


def row_of(form: Form, path: str) -> list[str]:
    """Return the cells of the printed row in which a cell stands, from left to right."""
    for table in form.tables:
        for row in table_layout(table):
            if path in (paths := [placed.path for placed in row if placed.path]):
                return paths
    return [path]


def _input(dossier: Dossier, path: str, here: str) -> CellInput:
    cell = dossier.form.cells[path]
    label = cell.column_label if path.rpartition(".")[0] == here.rpartition(".")[0] else cell.label
    return CellInput(path, label or cell.label, cell.unit, _typed(dossier.statistics[path]), path == here)


def _typed(value: Number | None) -> str:
    return "" if value is None else shown(value)
