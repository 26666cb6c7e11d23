"""Build the ledger: every figure a report may show, and every comparison with last year."""

from collections.abc import Iterable, Iterator

from drafter.dossier.derived import SHARES, SUMS, change, share, sum_of
from drafter.dossier.facts import Comparison, Fact, Ledger
from drafter.dossier.figures import note_facts
from drafter.dossier.model import Dossier, Fees
from drafter.form.model import Form
from drafter.form.profile import Profile, load_profile
from drafter.form.statistics import Statistics


def build_ledger(dossier: Dossier) -> Ledger:
    """Return all facts of a dossier: cells, fees, what is computed from them, and the figures inside notes.

    Ids are the same for every report: a cell's fact has the cell's path, a computed one starts with `derived.`,
    last year's with `prior.`, a difference with `change.`, a change in per cent with `percent.`.
    """
    profile = load_profile(dossier.profile)
    current = [*_year_facts(dossier.form, dossier.statistics, profile), *_fee_facts(dossier.fees)]
    facts = {fact.id: fact for fact in current}
    comparisons: dict[str, Comparison] = {}
    if dossier.prior is not None:
        last = {fact.id: fact for fact in _year_facts(dossier.prior.form, dossier.prior.statistics, profile)}
        for fact in current:
            base = last.get(fact.id)
            if base and not _is_idle(fact, base) and (comparison := change(fact, base, profile.percent_base)):
                comparisons[fact.id] = comparison
                facts.update((item.id, item) for item in _comparison_facts(fact, base, comparison))
    facts.update((fact.id, fact) for fact in _text_facts(dossier))
    return Ledger(facts, comparisons)


def _year_facts(form: Form, statistics: Statistics, profile: Profile) -> Iterator[Fact]:
    """Yield the facts of one year's tables. A sum over cells that an edition lacks is left out."""
    for cell in form.cells.values():
        yield Fact(cell.path, cell.label, statistics[cell.path], cell.unit, cell.kind.value, (cell.path,))
    sums = {}
    for item in SUMS:
        if fact := sum_of(item, form, statistics):
            sums[fact.id] = fact
    yield from sums.values()
    for ratio in SHARES:
        if fact := share(ratio, statistics, profile.share_base):
            yield fact


def _fee_facts(fees: Fees | None) -> Iterator[Fact]:
    """Yield 信息处理费 as facts. Source: 国办函〔2020〕109号, reported in 元."""
    if fees is None:
        return
    yield Fact("fees.notices", "发出信息处理费收费通知件数", fees.notices, "件", "count", ("fees.notices",))
    yield Fact("fees.billed_yuan", "信息处理费收费通知总金额", fees.billed_yuan, "元", "money", ("fees.billed_yuan",))
    yield Fact(
        "fees.collected_yuan", "信息处理费实际收取总金额", fees.collected_yuan, "元", "money", ("fees.collected_yuan",)
    )


def _comparison_facts(fact: Fact, base: Fact, comparison: Comparison) -> Iterator[Fact]:
    sources = (fact.id, f"prior.{fact.id}")
    yield Fact(f"prior.{fact.id}", f"上年{fact.label}", base.value, fact.unit, fact.kind, base.sources)
    points = "个百分点" if fact.kind == "share" else fact.unit
    kind = "points" if fact.kind == "share" else "difference"
    yield Fact(f"change.{fact.id}", f"{fact.label}与上年之差", comparison.difference, points, kind, sources)
    if comparison.percent is not None:
        yield Fact(f"percent.{fact.id}", f"{fact.label}较上年变化幅度", comparison.percent, "%", "percent", sources)


def _is_idle(fact: Fact, base: Fact) -> bool:
    """Return whether a single kind of applicant or outcome was 0 in both years: nobody compares that."""
    return fact.value == 0 == base.value and fact.id.startswith("applications.") and not fact.id.endswith(".total")


def _text_facts(dossier: Dossier) -> Iterator[Fact]:
    for source_id, text in written_texts(dossier):
        yield from note_facts(source_id, text)


def written_texts(dossier: Dossier) -> Iterable[tuple[str, str]]:
    """Yield the id and text of everything the clerk wrote that may be printed: notes, problems, measures."""
    for note in dossier.notes:
        yield note.id, note.text
    for problem in dossier.problems:
        yield f"{problem.id}.text", problem.text
        yield f"{problem.id}.measure", problem.measure
    for last in dossier.last_problems:
        yield f"{last.id}.text", last.text
        yield f"{last.id}.status", last.status
