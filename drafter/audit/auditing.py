"""The audit: every rule on a report, and what they say in the order of the report."""

from collections.abc import Iterator, Sequence

from drafter.audit.audited import Audited
from drafter.audit.catalogue import RULES
from drafter.audit.rule import Rule
from drafter.audit.spot import Observation
from drafter.form.model import Form

READING = "reading"
"""The rule of what was found while the file was read."""
_FOR_THE_DATA = frozenset(
    {
        "table-absent",
        "rows-absent",
        "cell-absent",
        "cell-blank",
        "edition-differs",
        "year-differs",
        "fees-unread",
        "problems-unread",
        "problem-too-long",
        "measures-uneven",
    }
)
"""What reading says to those who want the data of a report; of the same faults the rules speak to its author."""
_NO_REPORT = "A01"
"""The rule that says that a file has no section of a report."""
_UNREADABLE = "cell-unreadable"
_BEFORE = ("file", "title", "preamble")
_AFTER = ("unknown", "signature")


def audit(audited: Audited, rules: Sequence[Rule] = RULES) -> tuple[Observation, ...]:
    """Return what is wrong with a report: what reading it found, then what the rules find, section by section.

    Of a file that is no report at all only that is said.
    """
    if not audited.report.tables and not any(section.key for section in audited.sections):
        rules = [rule for rule in rules if rule.id == _NO_REPORT]
    found = [observation for rule in rules for observation in rule.observations(audited)]
    order = section_order(audited.form)
    return (*_of_reading(audited, found), *sorted(found, key=lambda observation: _order(observation, order)))


def _of_reading(audited: Audited, found: Sequence[Observation]) -> Iterator[Observation]:
    """Yield what reading found, but for what a rule says better."""
    places = {observation.finding.where for observation in found}
    for finding in audited.report.findings:
        row = finding.where.removesuffix(".*")
        is_said = finding.code == _UNREADABLE and any(place == row or place.startswith(f"{row}.") for place in places)
        if finding.code not in _FOR_THE_DATA and not is_said:
            yield Observation(finding, READING, "", None, "", None, conversion_suspect=False)


def section_order(form: Form) -> tuple[str, ...]:
    """Return the sections that observations are grouped by, in the order of a report."""
    return (*_BEFORE, *(section.key for section in form.sections), *_AFTER)


def section_of(observation: Observation) -> str:
    """Return the section an observation belongs to: the first part of its place, or the file."""
    return observation.finding.where.partition(".")[0].partition("/")[0] or "file"


def _order(observation: Observation, order: tuple[str, ...]) -> tuple[int, int, int, int, int, str]:
    """Return where an observation stands: its section, then its place in the file, then the weight it has."""
    section, place = section_of(observation), observation.place
    number = order.index(section) if section in order else len(order)
    at = (place.block, place.row or 0, place.column or 0) if place else (0, 0, 0)
    return (number, *at, -observation.finding.severity.rank, observation.rule)
