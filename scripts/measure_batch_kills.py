"""Kill batches with SIGKILL at random moments, resume them, and print what was lost, doubled or asked again.

python scripts/measure_batch_kills.py [RUNS] [TOWNSHIPS] [SECONDS OF LATENCY]
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.runs.batch.kills import measure


def main() -> None:
    """Measure and print."""
    runs, townships, latency = _given()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), int(townships), int(runs), latency)
    print(f"{len(found)} runs of {int(townships)} townships, killed {sum(run.kills for run in found)} times")
    lost, doubled = sum(run.lost for run in found), sum(run.doubled for run in found)
    print(f"files lost or different: {lost}, files too many: {doubled}")
    print(f"answers in the journal that were asked for again: {sum(run.asked_again for run in found)}")
    wire, again = sum(run.on_the_wire for run in found), sum(run.sent_again for run in found)
    print(f"answers on the wire at a kill, not yet in the journal: {wire}, asked for again: {again}")
    print(f"exit codes at the end: {sorted({run.code for run in found})}")


def _given() -> list[float]:
    defaults = (50.0, 60.0, 0.3)
    given = [float(text) for text in sys.argv[1:4]]
    return [*given, *defaults[len(given) :]]


if __name__ == "__main__":
    main()
