"""Take in a dossier: the file, everything wrong with it, and its values where they can be had."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter.dossier.building import build_dossier
from drafter.dossier.cells import statistics_findings, usable_statistics
from drafter.dossier.fields import field_findings
from drafter.dossier.hostile import hostile_part
from drafter.dossier.model import Dossier, Prior
from drafter.dossier.passages import passages
from drafter.dossier.prior import PriorReading, load_prior, prior_from_tree
from drafter.dossier.reading import read_source
from drafter.dossier.sense import sense_findings
from drafter.dossier.wording import wording_findings
from drafter.findings import Finding, Severity, sorted_findings
from drafter.form.checks import identity_findings, money_findings
from drafter.form.editions import form_for_year
from drafter.form.jumps import jump_findings
from drafter.form.model import Form
from drafter.form.profile import load_profile, profile_names
from drafter.form.statistics import Statistics
from drafter.yamltree import Tree

NO_PRIOR = PriorReading(None, "", ())


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dossier as taken in; `dossier` is None where its fields do not satisfy the schema."""

    dossier: Dossier | None
    findings: tuple[Finding, ...]
    """Errors first, then in the order of the file."""


def load_dossier(
    path: Path, *, prior: Path | None = None, read_prior: Callable[[Path], PriorReading] = load_prior
) -> Loaded:
    """Return a dossier and everything wrong with it. `prior` takes the place of the one that the dossier names.

    `read_prior` reads last year's file: by default dossiers and statistics only; `runs.priors` also reads reports.
    Raises InputError where the file cannot be read at all.
    """
    tree = read_source(path).tree
    return assess(tree, prior_of(tree, path, prior, read_prior))


def prior_of(
    tree: Tree, path: Path, prior: Path | None = None, read_prior: Callable[[Path], PriorReading] = load_prior
) -> PriorReading:
    """Return last year's figures: of the file that is given, that the dossier names, or that stand in its workbook."""
    named = tree.value.get("prior")
    if prior is None and isinstance(named, str) and named.strip():
        prior = path.parent / named.strip()
    if prior:
        return read_prior(prior)
    return prior_from_tree(tree.last_year, f"{path}的上年各表") if tree.last_year else NO_PRIOR


def assess(tree: Tree, reading: PriorReading = NO_PRIOR) -> Loaded:
    """Return the dossier in a tree and everything wrong with it, last year's figures given."""
    dossier, findings = _assessed(tree, reading)
    return Loaded(dossier, tuple(sorted_findings(tree.placed(sorted_findings([*tree.findings, *findings])))))


def _assessed(tree: Tree, reading: PriorReading) -> tuple[Dossier | None, list[Finding]]:
    raw: Mapping[str, Any] = tree.value
    fields = field_findings(tree)
    findings = [*fields, *(finding for passage in passages(tree) for finding in wording_findings(passage))]
    findings += [finding if finding.address else _at_prior(finding, tree) for finding in reading.findings]
    if any(finding.where == "year" for finding in fields):
        return None, findings
    form, year = form_for_year(raw["year"]), raw["year"]
    prior = reading.prior if reading.prior and reading.prior.year == year - 1 else None
    findings += _prior_findings(tree, reading, year)
    if not isinstance(raw.get("statistics"), dict):
        return None, findings
    cells = statistics_findings(form, raw["statistics"], tree)
    statistics = usable_statistics(form, raw["statistics"], cells)
    findings += [*_edition(tree, form), *cells, *_figures(tree, form, statistics, prior)]
    if fields:
        return None, findings
    findings += sense_findings(tree, form, year)
    return _without_hostile(build_dossier(raw, form, statistics, prior)), findings


def _without_hostile(dossier: Dossier) -> Dossier:
    """Return a dossier without the notes that a finding keeps from its draft."""
    return replace(dossier, notes=tuple(note for note in dossier.notes if hostile_part(note.text) is None))


def _at_prior(finding: Finding, tree: Tree) -> Finding:
    return replace(finding, line=tree.line(("prior",)))


def _edition(tree: Tree, form: Form) -> Iterator[Finding]:
    edition = tree.value["statistics"].get("edition", form.edition)
    if str(edition) != form.edition:
        year = tree.value["year"]
        message = (
            f"统计数据写的是 {str(edition)[:20]} 版格式，{year} 年度应当用 {form.edition} 版（{form.notice.number}）。"
        )
        advice = f"请核对报告年度；年度没错的，运行 drafter new 生成 {form.edition} 版空白资料重新填写。"
        line = tree.line(("statistics", "edition"))
        yield Finding("edition-differs", Severity.ERROR, "statistics.edition", message, advice, line)


def _figures(tree: Tree, form: Form, statistics: Statistics, prior: Prior | None) -> Iterator[Finding]:
    """Yield what the figures say about each other; they are judged even where other fields are wrong."""
    raw = tree.value
    fees = raw.get("fees") if isinstance(raw.get("fees"), dict) else {}
    amounts = {name: value for name, value in fees.items() if not isinstance(value, bool | str | list | dict)}
    organ = raw.get("organ") if isinstance(raw.get("organ"), dict) else {}
    found = identity_findings(
        form,
        statistics,
        fees=amounts,
        prior=prior.statistics if prior else None,
        level=str(organ.get("level", "镇")),
    )
    found += money_findings(form, statistics)
    if prior:
        profile = raw.get("profile")
        factor = load_profile(profile if profile in profile_names() else "default").jump_factor
        found += jump_findings(form, statistics, prior.statistics, factor)
    for finding in found:
        top = () if finding.where.startswith("fees.") else ("statistics",)
        yield replace(finding, line=tree.line((*top, *finding.where.split("."))))


def _prior_findings(tree: Tree, reading: PriorReading, year: int) -> Iterator[Finding]:
    """Yield why last year's file is not of last year, or not of this township."""
    prior, line = reading.prior, tree.line(("prior",))
    if prior and prior.year != year - 1:
        message = f"上年资料是 {prior.year} 年度的，应当是 {year - 1} 年度，没有用来比较。"
        yield Finding("prior-year", Severity.WARNING, "prior", message, f"请换成 {year - 1} 年度的资料。", line)
    organ = tree.value.get("organ")
    name = organ.get("name") if isinstance(organ, dict) else None
    if prior and reading.organ and isinstance(name, str) and reading.organ.strip() != name.strip():
        message = f"上年资料的机关是“{reading.organ}”，本年是“{name}”。"
        advice = "请核对是不是拿错了文件；机关更名的可以保留。"
        yield Finding("prior-organ", Severity.WARNING, "prior", message, advice, line)
