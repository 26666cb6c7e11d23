"""How long a clerk waits for `drafter --help`, against importing typer alone."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.benchmark

RUNS = 21
MOST = 1.5
COMMANDS = {
    "drafter --help": [sys.executable, "-m", "drafter", "--help"],
    "import typer": [sys.executable, "-c", "import typer"],
}


def seconds(command: list[str], settings: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, env=settings, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def test_help_starts_within_one_and_a_half_times_importing_typer(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    # Compiled files in a place of their own: an editable checkout may have none, and the first runs write them.
    settings = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    for command in COMMANDS.values():
        seconds(command, settings)

    rounds = [{name: seconds(command, settings) for name, command in COMMANDS.items()} for _ in range(RUNS)]

    medians = {name: statistics.median(row[name] for row in rounds) for name in COMMANDS}
    ratio = medians["drafter --help"] / medians["import typer"]
    shown = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in medians.items())
    with capsys.disabled():
        sys.stdout.write(f"\nstart time (median of {RUNS}): {shown}, ratio {ratio:.2f} (at most {MOST})\n")
    assert ratio <= MOST
