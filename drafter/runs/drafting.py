"""Draft a report into a folder: with the stock writer, or with a model and the stock writer behind it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafter import __version__
from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Dossier
from drafter.errors import BackendError
from drafter.findings import Finding, Severity
from drafter.runs.files import RECORD_NAME, write_files
from drafter.runs.pipeline import DEFAULT_FORMATS, Report, draft_report
from drafter.runs.record import record_bytes
from drafter.runs.spending import spent_on
from drafter.writing.choice import FIRST, Plan
from drafter.writing.model.rounds import Round
from drafter.writing.model.writer import ModelUse, Written, write_with_model
from drafter.writing.stock.writer import write_stock


def draft_to_folder(
    dossier: Dossier,
    findings: Sequence[Finding],
    folder: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
    *,
    model: ModelUse | None = None,
    force: bool = False,
) -> Report:
    """Return the report, after its files and run record are in `folder`; a blocked report leaves no file.

    Raises BackendError where a required model could not be had.
    """
    report = draft_with(dossier, findings, formats, model) if model else draft_report(dossier, findings, formats)
    if report.files:
        write_files(folder, {**report.files, RECORD_NAME: record_bytes(report, __version__)}, force=force)
    return report


def draft_with(
    dossier: Dossier, findings: Sequence[Finding], formats: Sequence[str], model: ModelUse, plan: Plan = FIRST
) -> Report:
    """Return a report drafted with a model. What the model does not deliver, the stock writer does, and it is said."""
    ledger = build_ledger(dossier)
    written = asyncio.run(write_with_model(dossier, ledger, model, plan))
    return report_of(dossier, findings, formats, written, model, plan)


def report_of(
    dossier: Dossier,
    findings: Sequence[Finding],
    formats: Sequence[str],
    written: Written,
    model: ModelUse,
    plan: Plan = FIRST,
) -> Report:
    """Return the report of what a model wrote; a draft that does not pass the last scan gives way to the stock one."""
    ledger = build_ledger(dossier)
    errors = list(dict.fromkeys(outcome.error for outcome in written.outcomes if outcome.error))
    if errors and model.required:
        raise BackendError(errors[0])
    findings = [*findings, *_unavailable(errors)]
    report = draft_report(dossier, findings, formats, written.draft, ledger)
    if not report.files:
        refused = [finding for finding in report.findings if finding.severity is Severity.ERROR]
        stock = write_stock(dossier, ledger, plan)
        report = draft_report(dossier, [*findings, *_refused(refused)], formats, stock, ledger)
    rounds = _rounds(written)
    spent = spent_on((entry.answer.usage for entry in rounds if entry.answer), model.prices)
    return replace(report, model=model.backend.model, rounds=rounds, spent=spent, plan=plan.number)


def _rounds(written: Written) -> tuple[Round, ...]:
    return tuple(entry for outcome in written.outcomes for entry in outcome.rounds)


def _unavailable(errors: Sequence[str]) -> list[Finding]:
    message = "模型没有用上：{}。没有写成的部分用了内置语料和经办人的原话"
    advice = "检查模型接口后重新起草；用中转文件夹的，先导入回复"
    return [Finding("model-unavailable", Severity.WARNING, "model", message.format(error), advice) for error in errors]


def _refused(errors: Sequence[Finding]) -> list[Finding]:
    """Return that the model's draft did not pass the last scan, so that the stock writer's stands instead."""
    reasons = "；".join(f"{finding.where} {finding.code}" for finding in errors[:3])
    message = f"模型的稿子没有通过成稿复核（{reasons}），改用了内置语料起草的稿子"
    return [Finding("model-draft-refused", Severity.WARNING, "model", message, "请核对起草记录里的各轮结果")]
