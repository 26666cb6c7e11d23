"""Draft a report into a folder."""

from collections.abc import Sequence
from pathlib import Path

from drafter import __version__
from drafter.dossier.model import Dossier
from drafter.findings import Finding
from drafter.runs.files import RECORD_NAME, write_files
from drafter.runs.pipeline import DEFAULT_FORMATS, Report, draft_report
from drafter.runs.record import record_bytes


def draft_to_folder(
    dossier: Dossier,
    findings: Sequence[Finding],
    folder: Path,
    formats: Sequence[str] = DEFAULT_FORMATS,
    *,
    force: bool = False,
) -> Report:
    """Return the report, after its files and run record are in `folder`; a blocked report leaves no file."""
    report = draft_report(dossier, findings, formats)
    if report.files:
        write_files(folder, {**report.files, RECORD_NAME: record_bytes(report, __version__)}, force=force)
    return report
