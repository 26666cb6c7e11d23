"""Print how near a batch comes to what a stub endpoint allows, beside a plain loop and langchain-openai's abatch.

    python scripts/measure_batch_speed.py [TOWNSHIPS] [SECONDS OF LATENCY] [REQUESTS A SECOND] [PYTHON OF THE TOOL]

The tool, `pip install langchain-openai`, has an environment of its own; without its Python it is left out.
"""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.runs.batch.speed import CONCURRENCY, Speed, measure


def main() -> None:
    """Measure and print."""
    townships = int(sys.argv[1]) if len(sys.argv) > 1 else 1500
    latency = float(sys.argv[2]) if len(sys.argv) > 2 else 5.0
    a_second = float(sys.argv[3]) if len(sys.argv) > 3 else 12.0
    tool = sys.argv[4] if len(sys.argv) > 4 else None
    for limit in (None, a_second):
        allowed = f"{limit:g} requests a second" if limit else "as many a second as come"
        print(f"{townships} townships, {latency:g} s an answer, {CONCURRENCY} in flight, {allowed}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            found = measure(Path(folder), townships, latency, limit, tool)
        for speed in found:
            print(f"  {line(speed)}, {speed.whole / found[0].whole:.2f} of drafter's whole", flush=True)


def line(speed: Speed) -> str:
    """Return a measurement in words."""
    return (
        f"{speed.name}: {speed.requests} requests ({speed.sent} sent), at most {speed.most_at_once} at once; "
        f"asking {speed.asking:.1f} s, {speed.over:.3f} of the ideal {speed.ideal:.1f} s; whole {speed.whole:.1f} s, "
        f"{speed.whole / speed.ideal:.3f}"
    )


if __name__ == "__main__":
    main()
