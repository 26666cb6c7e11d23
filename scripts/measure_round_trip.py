"""Write generated dossiers of both editions in every format, read them back, and count what differs.

python scripts/measure_round_trip.py 500 [docx,html,md,pdf]
"""

import resource
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafter.document.formats import FORMATS
from drafter.reading.published import read_report
from tests.form.strategies import Year, valid_year
from tests.reading.round_trip import differences, document_of, dossier_of

EDITIONS = ("2019", "2021")


class Measured:
    """What came of the round trips, by format."""

    def __init__(self, formats: tuple[str, ...]) -> None:
        self.formats = formats
        self.reports: Counter[str] = Counter()
        self.exact: Counter[str] = Counter()
        self.cells: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.seconds: dict[str, list[float]] = {name: [] for name in formats}
        self.shown: list[str] = []

    def add(self, year: Year, folder: Path) -> None:
        written = dossier_of(year)
        document = document_of(written)
        for name in self.formats:
            path = folder / f"report.{name}"
            path.write_bytes(FORMATS[name](document))
            start = perf_counter()
            found = read_report(path)
            self.seconds[name].append(perf_counter() - start)
            differing = list(differences(written, found))
            self.reports[name] += 1
            self.exact[name] += not differing
            self.cells[name] += len(found.cells)
            self.wrong[name] += sum(line.split(":")[0] in found.cells for line in differing)
            self.shown += [f"{name}: {line}" for line in differing[:3]]

    def print(self) -> None:
        for name in self.formats:
            times = sorted(self.seconds[name])
            print(
                f"{name:5} {self.exact[name]}/{self.reports[name]} exact, {self.wrong[name]} of {self.cells[name]} "
                f"cells differ, {times[len(times) // 2] * 1000:.0f} ms median, {times[-1] * 1000:.0f} ms most"
            )
        print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        print("\n".join(self.shown[:20]))


def main() -> int:
    """Return 0 where every report read back exactly."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    formats = tuple(sys.argv[2].split(",")) if len(sys.argv) > 2 else ("docx", "html", "md", "pdf")
    measured = Measured(formats)
    with TemporaryDirectory() as name:
        for edition in EDITIONS:
            rounds = settings(
                max_examples=count // len(EDITIONS),
                deadline=None,
                database=None,
                phases=[Phase.generate],
                suppress_health_check=list(HealthCheck),
            )
            rounds(given(year=valid_year(edition))(lambda year: measured.add(year, Path(name))))()
    measured.print()
    return int(measured.exact != measured.reports)


if __name__ == "__main__":
    sys.exit(main())
