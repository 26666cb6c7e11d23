"""The work on one township, as a worker process does it: check the dossier, walk the draft, make the files."""

import asyncio
from collections.abc import Mapping
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
from drafter.runs.drafting import report_of
from drafter.runs.files import RECORD_NAME
from drafter.runs.pipeline import Report, draft_report
from drafter.runs.record import record_bytes
from drafter.writing.backends.base import Answer, Request
from drafter.writing.backends.known import KnownAnswers
from drafter.writing.checks.judge import judge
from drafter.writing.model.writer import ModelUse, write_with_model
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


def check(job: Job, asks: bool = False) -> Checked:
    """Return everything wrong with a dossier; where nothing blocks and `asks`, also what a model would be asked."""
    checked, loaded = _checked(job)
    if not asks or loaded is None:
        return checked
    step = _walk(job, loaded, {})
    return replace(checked, requests=tuple(step.items()) if isinstance(step, dict) else ())


def _checked(job: Job) -> tuple[Checked, Loaded | None]:
    """Return the check of a dossier, and the dossier where nothing blocks."""
    try:
        if job.unclear:
            raise InputError(job.entry.source, job.unclear)
        tree = job.tree or read_source(job.entry.source).tree
        prior = _named_prior(tree)
        work = fingerprint(job, prior)
        loaded = assess(tree, prior_of(tree, job.entry.source))
    except InputError as error:
        finding = Finding("dossier-unreadable", Severity.ERROR, "dossier", str(error), "改好这份资料后再运行一次")
        return Checked(fingerprint(job, ""), "", of_dossier(job.entry, None, [finding])), None
    summary = of_dossier(job.entry, loaded.dossier, loaded.findings, _named_organ(tree))
    return Checked(work, prior, summary), None if summary.status is Status.BLOCKED else loaded


def advance(job: Job, answers: Answers) -> dict[str, Request] | Finished:
    """Return what must be asked before the draft can go on, by fingerprint; or the finished draft."""
    tree = job.tree or read_source(job.entry.source).tree
    return _walk(job, assess(tree, prior_of(tree, job.entry.source)), answers)


def check_and_draft(job: Job) -> tuple[Checked, Finished | None]:
    """Return the check of a dossier and, where nothing blocks, its draft by the stock writer."""
    checked, loaded = _checked(job)
    if loaded is None:
        return checked, None
    step = _walk(job, loaded, {})
    return checked, step if isinstance(step, Finished) else None


def _walk(job: Job, loaded: Loaded, answers: Answers) -> dict[str, Request] | Finished:
    recipe, dossier = job.recipe, loaded.dossier
    if dossier is None or blocking(loaded.findings):
        raise InputError(job.entry.source, "起草的时候资料变了，有了必须先改正的错误；请再运行一次")
    if not recipe.asks_model:
        return _finished(job, draft_report(dossier, loaded.findings, recipe.formats))
    backend = KnownAnswers(recipe.model, answers)
    use = ModelUse(backend, judge, keep_amber=recipe.keep_amber, by_topic=recipe.by_topic, prices=recipe.prices)
    written = asyncio.run(write_with_model(dossier, build_ledger(dossier), use))
    if backend.open:
        return dict(backend.open)
    return _finished(job, report_of(dossier, loaded.findings, recipe.formats, written, use))


def _finished(job: Job, report: Report) -> Finished:
    summary = of_report(job.entry, report)
    files = dict(report.files)
    if files:
        files[RECORD_NAME] = record_bytes(report, __version__)
    lacks = any(finding.code == "model-unavailable" for finding in report.findings)
    if lacks and job.recipe.requires_model:
        reasons = [finding.message for finding in report.findings if finding.code == "model-unavailable"]
        return Finished({}, failed(summary, reasons[0]), True)
    return Finished(files, summary, lacks)


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
