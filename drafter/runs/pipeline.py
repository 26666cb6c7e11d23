"""From a dossier to checked files: the walk of one report, without touching the disk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.audit.agreement import prose_against_tables
from drafter.audit.closed_world import scan
from drafter.audit.ours import audit_of_ours
from drafter.audit.readback import disagreements
from drafter.audit.spot import Observation
from drafter.document.assembly import assemble
from drafter.document.blocks import Document
from drafter.document.formats import FORMATS
from drafter.dossier.facts import Ledger
from drafter.dossier.ledger import build_ledger, written_texts
from drafter.dossier.model import Dossier
from drafter.errors import UsageError
from drafter.findings import Finding, Severity, blocking
from drafter.form.profile import load_profile
from drafter.richtext import PieceKind
from drafter.runs.batch.summary import Spent
from drafter.writing.draft import Draft
from drafter.writing.model.rounds import Round
from drafter.writing.stock.preamble import report_title
from drafter.writing.stock.writer import stock_voice, write_stock

STOCK = "stock"
DEFAULT_FORMATS = ("docx", "html", "md")
READ_BACK = ("docx", "html", "md")


@dataclass(frozen=True, slots=True)
class Report:
    """A drafted report: what it says, what is wrong with it, and its files, none where an error blocks."""

    dossier: Dossier
    ledger: Ledger
    draft: Draft
    document: Document
    findings: tuple[Finding, ...]
    files: Mapping[str, bytes]
    """Content by file name, such as `report.docx`; the run record is not among them."""
    model: str = STOCK
    """What wrote it: stock, or the name of a model."""
    rounds: tuple[Round, ...] = ()
    """Every request to a model and what came of it."""
    spent: Spent | None = None
    """What the requests took; None where no model was asked."""
    plan: int = 0
    """The number of the plan it was laid out by; 0 is the first."""
    plan_offered: int = 0
    """The number of another plan that was tried, 0 where none was: `plan` says which of the two drafts was taken."""


def check_formats(names: Sequence[str]) -> None:
    """Raise UsageError for a format that there is no writer for."""
    for name in names:
        if name not in FORMATS:
            raise UsageError(f"不支持“{name}”格式，可用：{'、'.join(FORMATS)}")


def draft_report(
    dossier: Dossier,
    findings: Sequence[Finding],
    formats: Sequence[str] = DEFAULT_FORMATS,
    draft: Draft | None = None,
    ledger: Ledger | None = None,
) -> Report:
    """Return the report of a dossier that has no blocking finding; without a `draft` the stock writer writes it.

    `ledger` is the dossier's, where it has been built already.
    The finished text is scanned again as a closed world, and every file is read back; an error leaves no files.
    """
    check_formats(formats)
    ledger = ledger or build_ledger(dossier)
    draft = draft or write_stock(dossier, ledger)
    document = assemble(dossier, draft, report_title(stock_voice(dossier, ledger)))
    found = [*findings, *audit_findings(dossier, ledger, draft, document)]
    files: dict[str, bytes] = {}
    if not blocking(found):
        files = {f"report.{name}": FORMATS[name](document) for name in formats}
        for name in set(formats) & set(READ_BACK):
            found += disagreements(document, name, files[f"report.{name}"])
    return Report(dossier, ledger, draft, document, tuple(found), {} if blocking(found) else files)


def audit_findings(
    dossier: Dossier,
    ledger: Ledger,
    draft: Draft,
    document: Document,
    observations: Sequence[Observation] | None = None,
) -> Iterator[Finding]:
    """Yield what is wrong with the rendered whole, and what a person must still do.

    `observations` are those of the audit, where they were made already.
    """
    if observations is None:
        observations = audit_of_ours(dossier, document)
    yield from scan(document, ledger, dossier, dict(written_texts(dossier)))
    yield from prose_against_tables(
        draft.sentences(), dossier.statistics, dossier.form, dossier.fees, year=dossier.year
    )
    yield from (observation.finding for observation in observations)
    yield from _gap_findings(draft)
    yield from _amber_findings(draft)
    yield from _unused_notes(dossier, draft)
    yield from _length_finding(dossier, draft)


def overview_length(draft: Draft) -> int:
    """Return the length of 总体情况 in characters, headings left out."""
    return sum(len(str(sentence.text)) for part in draft.sections["overview"] for sentence in part.sentences)


def _gap_findings(draft: Draft) -> Iterator[Finding]:
    for section, paragraphs in draft.sections.items():
        for sentence in (sentence for paragraph in paragraphs for sentence in paragraph.sentences):
            for what in sentence.text.refs(PieceKind.GAP):
                yield Finding(
                    "to-fill",
                    Severity.WARNING,
                    f"{section}/{sentence.id}",
                    f"缺少：{what}。文中以【待补】标出",
                    "在资料文件里补上后重新起草；不要直接在成稿里填数",
                )


def _amber_findings(draft: Draft) -> Iterator[Finding]:
    for sentence in draft.sentences():
        if sentence.state == "amber":
            yield Finding(
                "sentence-amber",
                Severity.WARNING,
                sentence.id,
                f"“{sentence.text}”里的“{'、'.join(sentence.unproved)}”材料里没有依据",
                "请对照材料逐句认可；不认可的，加 --amber drop 重新起草，改用经办人的原话",
            )


def _unused_notes(dossier: Dossier, draft: Draft) -> Iterator[Finding]:
    used = {source for sentence in draft.sentences() for source in sentence.cites}
    for note in dossier.notes:
        if note.id not in used:
            yield Finding("note-unused", Severity.INFO, note.id, f"材料 {note.id} 没有用进报告：{note.text}")


def _length_finding(dossier: Dossier, draft: Draft) -> Iterator[Finding]:
    low, high = load_profile(dossier.profile).overview_characters
    length = overview_length(draft)
    if not low <= length <= high:
        advice = "可以补充有事实、有数字的材料" if length < low else "可以合并或删去次要的材料"
        message = f"总体情况共 {length} 字，一般以 {low}—{high} 字为宜"
        yield Finding("overview-length", Severity.INFO, "overview", message, advice)
