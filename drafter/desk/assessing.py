"""What follows from a report on the desk: its document, its findings, and what still keeps it from approval."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.audit.ours import audit_of_ours
from drafter.audit.spot import Observation
from drafter.desk.following import CHANGED, offered
from drafter.desk.grounds import Grounds, grounds_of
from drafter.desk.working import Line, Waiver, WorkingReport
from drafter.document.assembly import assemble
from drafter.document.blocks import Document
from drafter.dossier.facts import Ledger
from drafter.dossier.model import Dossier
from drafter.findings import Finding, Severity
from drafter.richtext import PieceKind, Text
from drafter.runs.pipeline import audit_findings
from drafter.writing.draft import PREAMBLE, Draft, Paragraph, Sentence
from drafter.writing.stock.preamble import report_title

ADVICE = {
    "to-fill": "请补一条材料后改写这一句，或更正表格里的数；用不着的可以删去这一句",
    "sentence-amber": "请对照材料逐句认可；不认可的改写或删去",
    "numeral-without-fact": "请改用数据标签，或先补一条写明这个数的材料",
    "figure-differs": "数字已经变了，请改写这一句，或换上新的数据标签",
    "prose-contradicts-table": "表格有误的更正单元格，文字有误的改写这一句",
}
"""What to do about a finding at the desk, where the drafting commands say something else."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What follows from a report on the desk."""

    dossier: Dossier
    """With corrections and added notes."""
    ledger: Ledger
    draft: Draft
    """Dropped sentences are left out; accepted ones are green."""
    document: Document
    findings: tuple[Finding, ...]
    open_findings: tuple[Finding, ...]
    """Those that nobody took on themselves."""
    at_line: Mapping[str, tuple[Finding, ...]]
    """The findings at each sentence, by line id."""
    ambers: tuple[Line, ...]
    """Sentences whose unproved words nobody has accepted yet."""
    reds: tuple[Line, ...]
    """Sentences that the checks refuse."""
    gaps: tuple[tuple[str, str], ...]
    """Line id and label of every 【待补】; a cell that is not reported stands with its path."""
    offers: Mapping[str, Text]
    """What the stock writer would say now, by line id, where the words of a sentence hang on a figure that changed."""
    blockers: tuple[str, ...]
    """Why the report cannot be approved, in Chinese; empty where it can."""


def assess(working: WorkingReport) -> Assessed:
    """Return everything that follows from a report; the same report always gives the same."""
    grounds = grounds_of(working)
    dossier, ledger = grounds.dossier, grounds.ledger
    draft = draft_of(working, [section.key for section in dossier.form.sections])
    document = assemble(dossier, draft, report_title(grounds.voice))
    observations = audit_of_ours(dossier, document)
    found = [*grounds.findings, *audit_findings(dossier, ledger, draft, document, observations), *_red(working)]
    findings = tuple(_advised(finding) for finding in dict.fromkeys(found))
    ambers = tuple(line for line in shown(working) if line.state == "amber" and not line.accepted_by)
    reds = tuple(line for line in shown(working) if line.state == "red")
    gaps = (*_gaps(working), *_empty_cells(dossier))
    return Assessed(
        dossier=dossier,
        ledger=ledger,
        draft=draft,
        document=document,
        findings=findings,
        open_findings=tuple(finding for finding in findings if not waived(finding, working.waivers)),
        at_line=_at_line(working, document, findings, observations),
        ambers=ambers,
        reds=reds,
        gaps=gaps,
        offers=_offers(grounds, reds),
        blockers=tuple(_blockers(findings, ambers, reds, gaps)),
    )


def draft_of(working: WorkingReport, sections: Iterable[str]) -> Draft:
    """Return the sentences that stand in the report, paragraph by paragraph; an accepted one counts as green."""
    paragraphs: dict[tuple[str, int], list[Line]] = {}
    for line in shown(working):
        paragraphs.setdefault((line.section, line.paragraph), []).append(line)
    made: dict[str, list[Paragraph]] = {key: [] for key in (PREAMBLE, *sections)}
    for (section, _), lines in paragraphs.items():
        made[section].append(Paragraph(section, tuple(_sentence(line) for line in lines), lines[0].aspect))
    return Draft({key: tuple(value) for key, value in made.items()})


def shown(working: WorkingReport) -> list[Line]:
    """Return the lines that stand in the report."""
    return [line for line in working.lines if not line.dropped]


def waived(finding: Finding, waivers: Iterable[Waiver]) -> bool:
    """Return whether somebody took a finding on themselves, exactly as it reads now. Errors are nobody's to waive."""
    if finding.severity is Severity.ERROR:
        return False
    place = (finding.code, finding.where, finding.message)
    return any(place == (waiver.code, waiver.where, waiver.message) for waiver in waivers)


def _sentence(line: Line) -> Sentence:
    state = "green" if line.accepted_by else line.state
    return Sentence(line.id, line.text, line.origin, line.cites, state, line.unproved)


def _red(working: WorkingReport) -> Iterable[Finding]:
    for line in shown(working):
        if line.state == "red":
            reasons = "；".join(dict.fromkeys(fault.message for fault in line.faults))
            message = f"“{line.text}”没有通过检查：{reasons}"
            yield Finding("sentence-red", Severity.ERROR, line.id, message, "请改写或删去这一句")


def _advised(finding: Finding) -> Finding:
    return replace(finding, suggestion=ADVICE.get(finding.code, finding.suggestion), line=None, address="")


def _gaps(working: WorkingReport) -> list[tuple[str, str]]:
    return [(line.id, gap) for line in shown(working) for gap in line.text.refs(PieceKind.GAP)]


def _empty_cells(dossier: Dossier) -> list[tuple[str, str]]:
    return [(cell.path, cell.label) for cell in dossier.form.cells.values() if dossier.statistics[cell.path] is None]


def _at_line(
    working: WorkingReport, document: Document, findings: Sequence[Finding], observations: Iterable[Observation]
) -> dict[str, tuple[Finding, ...]]:
    """Return the findings by the sentence they are said of: by its id, or by the place the audit marked."""
    placed: dict[str, list[Finding]] = {}
    known = {line.id for line in working.lines}
    marked = {
        (item.finding.code, item.finding.where, item.finding.message): sentence.id
        for item in observations
        if (sentence := _marked(document, item)) is not None
    }
    for finding in findings:
        at = finding.where.rpartition("/")[2]
        at = at if at in known else marked.get((finding.code, finding.where, finding.message), "")
        if at:
            placed.setdefault(at, []).append(finding)
    return {line_id: tuple(items) for line_id, items in placed.items()}


def _marked(document: Document, observation: Observation) -> Sentence | None:
    """Return the sentence that holds the words an observation marks; None for headings, tables and whole sections."""
    place, mark = observation.place, observation.mark
    if place is None or mark is None or not 0 < place.block <= len(document.blocks):
        return None
    block = document.blocks[place.block - 1]
    start = str(block).find(observation.quote) if isinstance(block, Paragraph) else -1
    if not isinstance(block, Paragraph) or start < 0:
        return None
    end = 0
    for sentence in block.sentences:
        end += len(str(sentence.text))
        if start + mark[0] < end:
            return sentence
    return None


def _offers(grounds: Grounds, reds: Iterable[Line]) -> dict[str, Text]:
    changed = [line for line in reds if any(fault.code == CHANGED for fault in line.faults)]
    return {line.id: text for line in changed if (text := offered(grounds, line)) is not None}


def _blockers(
    findings: Sequence[Finding], ambers: Sequence[Line], reds: Sequence[Line], gaps: Sequence[tuple[str, str]]
) -> Iterable[str]:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR and finding.code != "sentence-red"]
    if errors:
        yield f"还有 {len(errors)} 处错误，先改好：{_first(finding.message for finding in errors)}"
    if reds:
        yield f"有 {len(reds)} 句没有通过检查，请改写或删去：{_first(str(line.text) for line in reds)}"
    if gaps:
        yield f"还有 {len(gaps)} 处【待补】：{'、'.join(label for _, label in gaps[:3])}{'等' if len(gaps) > 3 else ''}"
    if ambers:
        yield f"有 {len(ambers)} 句的用词还没有人认可：{_first(str(line.text) for line in ambers)}"


def _first(texts: Iterable[str]) -> str:
    text = next(iter(texts))
    return text if len(text) <= 60 else f"{text[:60]}…"
