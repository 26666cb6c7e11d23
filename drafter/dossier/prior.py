"""Last year's figures: from last year's dossier or from a bare file of statistics."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.dossier.cells import statistics_findings, usable_statistics
from drafter.dossier.model import Prior
from drafter.dossier.reading import read_source
from drafter.errors import InputError
from drafter.findings import Finding, Severity
from drafter.form.editions import editions, form_for_year, load_form
from drafter.yamltree import Tree

_ADVICE = (
    "请写上年的资料文件（dossier.yaml）、含 year、edition 的统计数据文件，或上年公布的报告；没有就删去 prior 这一行。"
)


@dataclass(frozen=True, slots=True)
class PriorReading:
    """What came of last year's file: its figures, whose they are, and what is wrong with them."""

    prior: Prior | None
    organ: str
    findings: tuple[Finding, ...]


def load_prior(path: Path) -> PriorReading:
    """Return last year's figures. A file that cannot be used is a finding, never an error."""
    try:
        return prior_from_tree(read_source(path).tree, str(path))
    except InputError as error:
        return unreadable(str(error))


def prior_from_tree(tree: Tree, path: str) -> PriorReading:
    """Return the figures of a dossier, or of a mapping that is the statistics themselves with `year` beside them."""
    raw: dict[str, Any] = tree.value
    is_dossier = isinstance(raw.get("statistics"), dict)
    statistics = raw["statistics"] if is_dossier else {key: value for key, value in raw.items() if key != "year"}
    year, edition = raw.get("year"), str(statistics.get("edition", ""))
    if isinstance(year, bool) or not isinstance(year, int) or not 2019 <= year <= 2100:
        return unreadable(f"{path}：没有写明年度（year）")
    if not is_dossier and edition not in editions():
        return unreadable(f"{path}：里面没有统计数据（statistics），也没有写明格式版本（edition）")
    form = load_form(edition) if edition in editions() else form_for_year(year)
    cells = statistics_findings(form, statistics, tree, ("statistics",) if is_dossier else ())
    unusable = [finding for finding in cells if finding.code not in ("cell-null", "cell-missing")]
    organ = raw.get("organ")
    name = organ.get("name") if isinstance(organ, dict) else ""
    prior = Prior(year, form, usable_statistics(form, statistics, cells), path)
    return PriorReading(prior, name if isinstance(name, str) else "", tuple(_summary(unusable)))


def _summary(unusable: list[Finding]) -> list[Finding]:
    """Return one warning for all cells of last year that cannot be compared."""
    if not unusable:
        return []
    message = f"上年资料有 {len(unusable)} 处数据不能用来比较，例如：{unusable[0].message}"
    advice = "请先用 drafter check 检查上年资料。"
    return [Finding("prior-cells", Severity.WARNING, "prior", message, advice)]


def unreadable(reason: str) -> PriorReading:
    """Return that a file gives no figures, and why."""
    return PriorReading(
        None, "", (Finding("prior-unreadable", Severity.ERROR, "prior", f"上年资料用不了。{reason}。", _ADVICE),)
    )
