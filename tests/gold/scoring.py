"""Audit the gold set as a county would: write a report and its side files to a folder, and run the audit on them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.audit.auditing import audit
from drafter.audit.intake import Beside, take_in
from drafter.audit.spot import Observation
from drafter.findings import Severity
from tests.gold import build
from tests.gold.build import Report


@dataclass(frozen=True)
class Scored:
    """A report of the gold set and what the audit said of it."""

    report: Report
    observations: tuple[Observation, ...]

    @property
    def is_found(self) -> bool:
        """Return whether the seeded defect was found: by its rule, at its place, with its words."""
        return any(self._is_expected(observation) for observation in self.observations)

    @property
    def false_errors(self) -> list[Observation]:
        return [item for item in self.alarms if item.finding.severity is Severity.ERROR]

    @property
    def alarms(self) -> list[Observation]:
        """Return the errors and warnings that the report does not deserve."""
        expected = self.report.expected
        deserved = {expected.rule, *expected.also} if expected else set()
        return [
            item
            for item in self.observations
            if item.finding.severity is not Severity.INFO
            and item.rule not in deserved
            and item.rule not in self.report.tolerated
        ]

    def _is_expected(self, item: Observation) -> bool:
        expected = self.report.expected
        assert expected is not None
        is_placed = _is_there(item, expected.where) or _quotes(item, expected.quote)
        return item.rule == expected.rule and is_placed and _says(item, expected.quote)


def _is_there(item: Observation, places: Iterable[str]) -> bool:
    where = item.finding.where
    near = {where, where.partition("/")[0], where.partition(".")[0]}
    # What is wrong with the whole of a report is said of its file.
    near |= {"document"} if where == "file" else set()
    return any(place in near or where.startswith(f"{place}.") or place.startswith(f"{where}.") for place in places)


def _quotes(item: Observation, quote: str) -> bool:
    """Return whether the very words are quoted: a figure of the prose is named by the cell it contradicts."""
    return bool(quote) and _bare(quote) in _bare(item.quote)


def _says(item: Observation, quote: str) -> bool:
    said = _bare(f"{item.quote}{item.finding.message}")
    return not quote or _bare(quote) in said or (bool(item.quote) and _bare(item.quote) in _bare(quote))


def _bare(text: str) -> str:
    return "".join(text.split())


def scored(report: Report) -> Scored:
    """Return what the audit says of a report of the gold set, everything read from files."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / (report.path or f"report.{report.format}").lstrip("/").replace("://", "/")
        if path.suffix not in (".md", ".txt"):
            path = path / f"report.{report.format}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")
        taken = take_in(path, _beside(report, folder))
        return Scored(report, audit(taken.audited))


def _beside(report: Report, folder: Path) -> Beside:
    prior = siblings = gazetteer = None
    if report.prior is not None:
        prior = folder / f"prior.{report.format}"
        prior.write_text(report.prior, encoding="utf-8")
    if report.siblings:
        siblings = folder / "siblings"
        siblings.mkdir()
        for name, text in report.siblings.items():
            (siblings / f"{name}.{report.format}").write_text(text, encoding="utf-8")
    if report.gazetteer:
        gazetteer = folder / "names.txt"
        gazetteer.write_text("\n".join(report.gazetteer), encoding="utf-8")
    variants = []
    for number, text in enumerate(report.versions.values()):
        variants.append(folder / f"version{number}.{report.format}")
        variants[-1].write_text(text, encoding="utf-8")
    return Beside(
        prior=prior,
        siblings=siblings,
        gazetteer=gazetteer,
        variants=variants,
        published=report.published,
    )


@cache
def all_scored(root: Path = build.HERE) -> tuple[Scored, ...]:
    """Return a whole gold set scored, clean reports first."""
    return tuple(scored(report) for report in build.all_reports(root))


def recall(found: Iterable[Scored]) -> tuple[Counter[str], Counter[str]]:
    """Return, by rule, how many seeded defects there are and how many were found."""
    wanted: Counter[str] = Counter()
    hit: Counter[str] = Counter()
    for item in found:
        if item.report.expected:
            wanted[item.report.expected.rule] += 1
            hit[item.report.expected.rule] += item.is_found
    return wanted, hit
