"""Print what the audit finds in the gold set: recall by rule, false alarms a clean report, and every miss and alarm.

python -m scripts.measure_audit [--list] [ROOT]

ROOT is another set in the same format, `tests/gold2` say.
"""

import sys
from collections import Counter
from pathlib import Path

from drafter.findings import Severity
from tests.gold.scoring import Scored, all_scored, recall


def main() -> None:
    """Print the figures; with --list every miss and every alarm."""
    roots = [Path(argument) for argument in sys.argv[1:] if argument != "--list"]
    found = all_scored(*roots)
    wanted, hit = recall(found)
    total, right = wanted.total(), hit.total()
    print(f"recall {right}/{total} = {100 * right / total:.1f} %")
    print("missed:", {rule: f"{hit[rule]}/{count}" for rule, count in sorted(wanted.items()) if hit[rule] < count})
    clean = [item for item in found if item.report.expected is None]
    errors = sum(len(item.false_errors) for item in clean)
    alarms = Counter((alarm.rule, alarm.finding.severity.value) for item in clean for alarm in item.alarms)
    print(
        f"{len(clean)} clean reports: {errors / len(clean):.2f} false errors, "
        f"{sum(alarms.values()) / len(clean):.2f} false errors and warnings a report"
    )
    print("alarms on clean reports:", dict(alarms.most_common()))
    if "--list" in sys.argv:
        for item in found:
            _print(item)


def _print(item: Scored) -> None:
    expected = item.report.expected
    if expected and not item.is_found:
        said = [(o.rule, o.finding.where, o.quote[:30]) for o in item.observations if o.rule == expected.rule]
        print(
            f"MISSED {item.report.id} {expected.rule} {expected.where} {expected.quote!r}: {item.report.about} {said}"
        )
    for alarm in item.alarms if expected is None else ():
        level = "ERROR" if alarm.finding.severity is Severity.ERROR else "warning"
        print(
            f"{level} {item.report.id} {alarm.rule} {alarm.finding.where}: {alarm.finding.message} [{alarm.quote[:60]}]"
        )


if __name__ == "__main__":
    main()
