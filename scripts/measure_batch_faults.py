"""Draft a batch against an endpoint that fails three calls in ten, and print what became of it.

python scripts/measure_batch_faults.py [TOWNSHIPS] [SECONDS OF LATENCY]
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.runs.batch.faults import FAULTS, STORM, measure


def main() -> None:
    """Measure and print."""
    given = [float(text) for text in sys.argv[1:3]]
    townships, latency = [*given, *(60.0, 0.3)[len(given) :]]
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), int(townships), latency)
    print(f"shares of the calls: {FAULTS}; every {STORM[0]:g} s nobody is let in for {STORM[1]:g} s")
    print(f"complete: {found.complete} of {found.townships}, exit code {found.code}")
    print(f"with a part by the stock writer: {found.stock}; others that differ from the quiet run: {found.differ}")
    extra = found.came - found.unique
    print(f"requests: {found.came} for {found.unique} questions, {extra} extra; gone wrong: {dict(found.went_wrong)}")
    print(f"answered well: {found.answered}")
    print(f"seconds: {found.seconds:.1f}, without faults {found.quiet_seconds:.1f}")


if __name__ == "__main__":
    main()
