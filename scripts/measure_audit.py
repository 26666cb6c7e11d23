"""Print what the audit finds in the gold set: recall by rule, false alarms a clean report, and every miss and alarm.

python -m scripts.measure_audit [--list] [--speed] [ROOT]

ROOT is another set in the same format, `tests/gold2` say. With --speed also what an audit costs: milliseconds of CPU a
report, and of the whole command by format of the file, with the most memory it took.
"""

import os
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.audit.auditing import audit
from drafter.audit.intake import Beside, take_in
from drafter.findings import Severity
from drafter.reading.published import read_report
from tests.gold.build import HERE, all_reports
from tests.gold.scoring import Scored, all_scored, recall

SAMPLE = Path("examples/lingxi-2025/dossier.yaml")
FORMATS = ("docx", "html", "md", "pdf")
TIMES = 10


def main() -> None:
    """Print the figures; with --list every miss and every alarm."""
    roots = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
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
    if "--speed" in sys.argv:
        _print_audits()
        _print_commands()


def _print_audits() -> None:
    """Print the CPU time of the rules alone, each clean report once and cold but for what is loaded."""
    reports = [report for report in all_reports(HERE) if report.expected is None]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.md"
        taken = []
        for report in reports:
            path.write_text(report.text, encoding="utf-8")
            taken.append(take_in(path, Beside()).audited)
    audit(taken[0])
    start = time.process_time()
    for audited in taken[1:]:
        audit(audited)
    print(f"rules alone: {1000 * (time.process_time() - start) / len(taken[1:]):.0f} ms a report")


def _print_commands() -> None:
    """Print what reading and the whole command cost for one draft of ours in each format."""
    with TemporaryDirectory() as name:
        _run("draft", str(SAMPLE), "-o", name, "--formats", ",".join(FORMATS))
        for path in sorted(Path(name).glob("report.*")):
            if path.suffix.removeprefix(".") in FORMATS:
                print(_cost(path))


def _cost(path: Path) -> str:
    read_report(path)
    start = time.process_time()
    for _ in range(TIMES):
        read_report(path)
    reading = 1000 * (time.process_time() - start) / TIMES
    used = _run("audit", str(path))
    spent = 1000 * (used.ru_utime + used.ru_stime)
    most = used.ru_maxrss / 1024
    return f"{path.suffix}: read {reading:.0f} ms; drafter audit {spent:.0f} ms CPU, at most {most:.0f} MB"


def _run(*arguments: str) -> resource.struct_rusage:
    """Run a command of ours by itself, silently, and return what it used: only the child tells how much memory."""
    command = [sys.executable, "-m", "drafter", *arguments]
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    pid = os.posix_spawn(sys.executable, command, os.environ, file_actions=silent)
    return os.wait4(pid, 0)[2]


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
