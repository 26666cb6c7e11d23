"""Draft so many generated townships with the stock writer, all formats but pdf, and print minutes and megabytes.

python scripts/measure_batch_country.py [TOWNSHIPS ...]
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.runs.batch.townships import write  # noqa: E402

EACH_SECONDS = 0.5
COPIED = 25
"""One township in so many copied the materials of another: their drafts are compared, and drafted anew."""


def main() -> None:
    """Measure and print, one line a size: growth is seen by comparing them."""
    for count in [int(text) for text in sys.argv[1:]] or [1000, 38_700]:
        with tempfile.TemporaryDirectory() as folder:
            place = write(Path(folder) / "in", count, every=COPIED).parent
            before = processor()
            seconds, megabytes = measured(place)
            busy = processor() - before
            size = sum(path.stat().st_size for path in (place / "out").rglob("*") if path.is_file()) / 1e6
        each = seconds / count * 1000
        own = f"{busy / 60:.2f} minutes of processor, {busy / count * 1000:.0f} ms each"
        line = (
            f"{count} townships: {seconds / 60:.2f} minutes, {each:.0f} ms each; {own}; {megabytes:.0f} MB at the peak"
        )
        print(f"{line} (all processes together), {size:.0f} MB of files", flush=True)


def processor() -> float:
    """Return the seconds of processor time of all programs that were run and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measured(place: Path) -> tuple[float, float]:
    """Return the seconds that a batch took, and the most memory that all its processes had together."""
    start, peak = time.monotonic(), 0.0
    command = [sys.executable, "-m", "drafter", "batch", "in", "-o", "out"]
    with subprocess.Popen(command, cwd=place, env={"PYTHONPATH": str(ROOT), "PATH": ""}) as process:  # noqa: S603
        while process.poll() is None:
            peak = max(peak, resident(process.pid))
            time.sleep(EACH_SECONDS)
    return time.monotonic() - start, peak


def resident(pid: int) -> float:
    """Return the megabytes that a process and its children have in memory, by Linux's own count."""
    total = 0.0
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in path.read_text().splitlines() if ":" in line)
        except OSError:
            continue  # ended meanwhile
        if int(fields["Pid"]) == pid or int(fields["PPid"]) == pid:
            total += int(fields.get("VmRSS", "0 kB").split()[0]) / 1000
    return total


if __name__ == "__main__":
    main()
