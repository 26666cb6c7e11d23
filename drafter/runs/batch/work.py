"""The work on one township, as a worker process does it: check the dossier, walk the draft, make the files."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from drafter import __version__
from drafter.dossier.building import canonical_json
from drafter.dossier.intake import Loaded, assess, prior_of
from drafter.dossier.ledger import build_ledger
from drafter.dossier.reading import read_source
from drafter.errors import InputError
from drafter.findings import Finding, Severity, blocking
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.recipe import Recipe
from drafter.runs.batch.summarising import failed, of_dossier, of_report
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.batch.told import last_year, packed, told_of
from drafter.runs.drafting import report_of
from drafter.runs.files import RECORD_NAME
from drafter.runs.pipeline import Report, draft_report
from drafter.runs.priors import read_prior
from drafter.runs.record import record_bytes
from drafter.runs.sameness.narrative import Narrative
from drafter.runs.sameness.rewriting import another_plan
from drafter.writing.backends.base import Answer, Request
from drafter.writing.backends.known import KnownAnswers
from drafter.writing.checks.judge import judge
from drafter.writing.choice import FIRST, Plan
from drafter.writing.model.writer import ModelUse, write_with_model
from drafter.writing.stock.writer import write_stock
from drafter.yamltree import Tree

Answers = Mapping[str, Answer | str]
"""Answers by the fingerprint of their request; a text says why there is none."""


@dataclass(frozen=True, slots=True)
class Job:
    """A township to work on; `tree` is its dossier where it stands in a county-wide sheet."""

    entry: Entry
    recipe: Recipe
    tree: Tree | None = None
    unclear: str = ""
    """Why there is no telling which file is its dossier."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of a dossier found; with errors its summary says `blocked`."""

    work: str
    prior: str
    summary: Summary
    requests: tuple[tuple[str, Request], ...] = ()
    """What a draft asks first, by fingerprint: only where it was wanted."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A drafted township: its files and its line of the overview."""

    files: Mapping[str, bytes]
    summary: Summary
    lacks_model: bool
    told: bytes = b""
    """What it tells, packed for the journal; nothing where there are no files."""


def fingerprint(job: Job, prior: str) -> str:
    """Return the hash of everything that decides what a township's draft says and how its files look."""
    digest = sha256(job.recipe.digest.encode())
    if job.tree is not None:
        digest.update(canonical_json(job.tree.value).encode("utf-8", "surrogatepass"))
    else:
        digest.update(_content(job.entry.source))
    digest.update(f"\n{prior}\n".encode("utf-8", "surrogatepass"))
    if prior:
        digest.update(_content(job.entry.source.parent / prior))
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Taken:
    """A dossier as it was taken in, and the file of last year that it names."""

    loaded: Loaded
    prior: Path | None


def check(job: Job, asks: bool = False) -> Checked:
    """Return everything wrong with a dossier; where nothing blocks and `asks`, also what a model would be asked."""
    checked, taken = _checked(job)
    if not asks or taken is None:
        return checked
    step = _walk(job, taken, {})
    return replace(checked, requests=tuple(step.items()) if isinstance(step, dict) else ())


def _checked(job: Job) -> tuple[Checked, _Taken | None]:
    """Return the check of a dossier, and the dossier where nothing blocks."""
    try:
        if job.unclear:
            raise InputError(job.entry.source, job.unclear)
        tree = job.tree or read_source(job.entry.source).tree
        prior = _named_prior(tree)
        work = fingerprint(job, prior)
        taken = _taken(job, tree)
    except InputError as error:
        finding = Finding("dossier-unreadable", Severity.ERROR, "dossier", str(error), "改好这份资料后再运行一次")
        return Checked(fingerprint(job, ""), "", of_dossier(job.entry, None, [finding])), None
    loaded = taken.loaded
    summary = of_dossier(job.entry, loaded.dossier, loaded.findings, _named_organ(tree))
    return Checked(work, prior, summary), None if summary.status is Status.BLOCKED else taken


def _taken(job: Job, read: Tree | None = None) -> _Taken:
    tree = read or job.tree or read_source(job.entry.source).tree
    named = _named_prior(tree)
    loaded = assess(tree, prior_of(tree, job.entry.source, read_prior=read_prior))
    return _Taken(loaded, job.entry.source.parent / named if named else None)


def advance(job: Job, answers: Answers) -> dict[str, Request] | Finished:
    """Return what must be asked before the draft can go on, by fingerprint; or the finished draft."""
    return _walk(job, _taken(job), answers)


def check_and_draft(job: Job) -> tuple[Checked, Finished | None]:
    """Return the check of a dossier and, where nothing blocks, its draft by the stock writer."""
    checked, taken = _checked(job)
    if taken is None:
        return checked, None
    step = _walk(job, taken, {})
    return checked, step if isinstance(step, Finished) else None


def choose(
    job: Job, answers: Answers, others: Sequence[Narrative], like_last_year: bool
) -> dict[str, Request] | Finished:
    """Return the better of two drafts of a township that is too much like others, or what must be asked before."""
    taken = _taken(job)
    first = _drafted(job, taken.loaded, answers)
    if not isinstance(first, Report):
        return first
    before = last_year(job.entry.key, taken.prior) if like_last_year else None
    against = [*others, *([before] if before else [])]
    if not against or not first.files:
        return _finished(job, first, taken.prior)
    waits: dict[str, Request] = {}

    def draft(plan: Plan) -> Report | None:
        made = _drafted(job, taken.loaded, answers, plan)
        if isinstance(made, Report):
            return made
        waits.update(made)
        return None

    chosen = another_plan(first, against, draft, job.recipe.plan)
    return waits or _finished(job, chosen, taken.prior)


def _walk(job: Job, taken: _Taken, answers: Answers) -> dict[str, Request] | Finished:
    made = _drafted(job, taken.loaded, answers)
    return _finished(job, made, taken.prior) if isinstance(made, Report) else made


def _drafted(job: Job, loaded: Loaded, answers: Answers, plan: Plan = FIRST) -> dict[str, Request] | Report:
    """Return the draft by a plan, or what must be asked before it can go on."""
    recipe, dossier = job.recipe, loaded.dossier
    if dossier is None or blocking(loaded.findings):
        raise InputError(job.entry.source, "起草的时候资料变了，有了必须先改正的错误；请再运行一次")
    if not recipe.asks_model:
        ledger = build_ledger(dossier)
        draft = write_stock(dossier, ledger, plan)
        return replace(draft_report(dossier, loaded.findings, recipe.formats, draft, ledger), plan=plan.number)
    backend = KnownAnswers(recipe.model, answers)
    use = ModelUse(backend, judge, keep_amber=recipe.keep_amber, by_topic=recipe.by_topic, prices=recipe.prices)
    written = asyncio.run(write_with_model(dossier, build_ledger(dossier), use, plan))
    if backend.open:
        return dict(backend.open)
    return report_of(dossier, loaded.findings, recipe.formats, written, use, plan)


def _finished(job: Job, report: Report, prior: Path | None) -> Finished:
    summary = of_report(job.entry, report)
    files = dict(report.files)
    if files:
        files[RECORD_NAME] = record_bytes(report, __version__)
    lacks = any(finding.code == "model-unavailable" for finding in report.findings)
    if lacks and job.recipe.requires_model:
        reasons = [finding.message for finding in report.findings if finding.code == "model-unavailable"]
        return Finished({}, failed(summary, reasons[0]), True)
    told = packed(told_of(job.entry.key, report, prior)) if files else b""
    return Finished(files, summary, lacks, told)


def _named_organ(tree: Tree) -> str:
    organ = tree.value.get("organ")
    name = organ.get("name") if isinstance(organ, dict) else None
    return name.strip() if isinstance(name, str) else ""


def _named_prior(tree: Tree) -> str:
    named = tree.value.get("prior")
    return named.strip() if isinstance(named, str) else ""


def _content(path: Path) -> bytes:
    """Return the hash of a file, or that there is none that could be read: both decide what comes out."""
    try:
        return sha256(path.read_bytes()).digest() if path.is_file() else b"-"
    except (OSError, ValueError):
        return b"-"
