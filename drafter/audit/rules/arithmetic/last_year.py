"""C08: cells that jump from last year's."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.placing import at_cell
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.form.jumps import jump_findings

_CODE = "jump-from-last-year"


def _jumps(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every cell that jumps; where a total does, its parts are not named again."""
    before, report = audited.statistics_before, audited.report
    if before is None:
        return
    found = jump_findings(report.form, report.statistics, before, audited.profile.jump_factor)
    jumps = {finding.where: finding for finding in found if finding.code == _CODE}
    for path, finding in jumps.items():
        total = f"{path.rpartition('.')[0]}.total"
        if path == total or total not in jumps:
            yield at_cell(report, path, finding.message, finding.suggestion)


RULES = (Rule("C08", _CODE, Severity.WARNING, "实务惯例", _jumps),)
