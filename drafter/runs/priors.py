"""Last year's figures from whatever there is: a dossier, a file of statistics, or the report that was published."""

from pathlib import Path

from drafter.dossier.model import Prior
from drafter.dossier.prior import PriorReading, load_prior, unreadable
from drafter.errors import InputError
from drafter.findings import Finding, Severity

_DATA = {".yaml", ".yml", ".json"}


def read_prior(path: Path) -> PriorReading:
    """Return last year's figures. A file that cannot be used is a finding, never an error."""
    reading = load_prior(path)
    if reading.prior is not None or path.suffix.lower() in _DATA or not path.is_file():
        return reading
    return _published(path)


def _published(path: Path) -> PriorReading:
    from drafter.reading.published import read_report

    try:
        report = read_report(path)
    except InputError as error:
        return unreadable(str(error))
    read = sum(value is not None for value in report.statistics.values.values())
    if report.year is None:
        return unreadable(f"{path}：没有读到报告年度")
    if not read:
        return unreadable(f"{path}：没有读到表格里的数据")
    prior = Prior(report.year, report.form, report.statistics, str(path))
    return PriorReading(prior, report.contact.organ, tuple(_left_out(path, len(report.cells) - read)))


def _left_out(path: Path, count: int) -> list[Finding]:
    """Return one warning for all cells of last year's report that could not be read."""
    if not count:
        return []
    message = f"上年报告有 {count} 格是空白或读不准，没有用来比较。"
    advice = f"可以先运行 drafter read {path} -o 上年.yaml，对照原件补齐，再用它作上年资料。"
    return [Finding("prior-cells", Severity.WARNING, "prior", message, advice)]
