"""Measure the county's files for many townships: seconds, megabytes at the peak, sizes.

PYTHONPATH=. python scripts/measure_overview.py 1000 10000 38700
"""

import multiprocessing
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.findings import Finding, Severity
from drafter.form.editions import load_form
from drafter.runs.batch.overview.files import overview_files
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.sameness.narrative import Likeness, Passage, Shared


@dataclass(frozen=True, slots=True)
class Townships:
    """So many townships, made anew on every walk, as a journal would read them."""

    count: int

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Summary]:
        return map(township, range(self.count))


def township(number: int) -> Summary:
    """Return a township; every twentieth was sent back, and one of its cells is blank."""
    is_back = number % 20 == 0
    cells = {path: (number * place) % 7 for place, path in enumerate(load_form("2021").cells)}
    findings = [
        Finding(
            "note-year",
            Severity.WARNING,
            f"N{place:02d}",
            f"材料 N{place:02d} 写到 {number} 年。" * 3,
            "请核对。",
            place,
        )
        for place in range(number % 8)
    ]
    if is_back:
        findings.append(Finding("cell-null", Severity.ERROR, "applications.received.total", "没有填。", "请补填。", 33))
    key = f"t{number:05d}"
    return Summary(
        key,
        f"第{number}镇人民政府",
        Status.BLOCKED if is_back else Status.DONE,
        edition="2021",
        year=2025,
        findings=tuple(findings),
        sentences=None if is_back else {"green": 20, "amber": number % 3, "red": 0},
        statistics=cells | ({"applications.received.total": None} if is_back else {}),
        county=f"第{number // 16}县",
        folder="" if is_back else key,
        files=() if is_back else ("report.docx", "report.html"),
    )


def likenesses(count: int) -> Iterator[Likeness]:
    """Yield two likenesses for each township."""
    text = "把政务公开列入年度考核内容，定期开展督促检查，对工作落后的站所进行提醒。" * 3
    shared = (Shared(Passage("a", "overview", text), Passage("b", "overview", text), text[:40]),) * 3
    for number in range(count):
        for step in (1, 2):
            left, right = f"t{number:05d}", f"t{(number + step) % count:05d}"
            yield Likeness(left, right, "overview", 0.16 + step / 10, 0.3, 40, "warn", shared)


def measure(count: int) -> None:
    """Print what the files of so many townships take."""
    begun, sizes = time.perf_counter(), {}
    for name, content in overview_files(Townships(count), likenesses(count)):
        sizes[name] = f"{len(content) / 1e6:.1f} MB after {time.perf_counter() - begun:.1f} s"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} townships: {time.perf_counter() - begun:.1f} s, peak {peak:.0f} MB; {sizes}", flush=True)


def main() -> None:
    """Measure each number of townships in a process of its own, so that peaks do not mix."""
    for count in map(int, sys.argv[1:]):
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(count,))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
