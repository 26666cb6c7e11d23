"""The program as its users run it, in a process of its own that can be killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.runs.batch.townships import ROOT

SETTINGS = """[models.stub]
base_url = "{base_url}"
model = "stub"
timeout_seconds = {timeout}
concurrency = {concurrency}
price_input = 2
price_output = 8
{more}
"""


@dataclass(frozen=True)
class Place:
    """A working folder with dossiers in `in` and settings for a stub."""

    folder: Path

    def settings(self, base_url: str, *, concurrency: int = 16, timeout: float = 30, more: str = "") -> None:
        text = SETTINGS.format(base_url=base_url, timeout=timeout, concurrency=concurrency, more=more)
        (self.folder / "drafter.toml").write_text(text, encoding="utf-8")

    def start(self, out: str, *arguments: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "drafter", "batch", "in", "-o", out, "--model", "stub", *arguments]
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, out: str, *arguments: str) -> tuple[int, str]:
        """Return the exit code and what was said."""
        process = self.start(out, *arguments)
        shown, said = process.communicate()
        return process.returncode, shown + said

    def killed(self, out: str, seconds: float, *arguments: str) -> bool:
        """Return whether the program was still running when it was killed after so many seconds."""
        process = self.start(out, *arguments)
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return True
        return False


def tree(out: Path) -> dict[str, str]:
    """Return the hash of every file under OUT but for the batch's own state."""
    files = (path for path in out.rglob("*") if path.is_file() and path.relative_to(out).parts[0] != ".drafter")
    return {path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def recorded(out: Path) -> set[str]:
    """Return the names under which the stub gave the answers that the journal of OUT holds."""
    path = out / ".drafter" / "journal.sqlite3"
    if not path.exists():
        return set()
    connection = sqlite3.connect(path)
    try:
        return {row[0] for row in connection.execute("select model from answers")}
    except sqlite3.OperationalError:
        return set()  # killed before its tables were made
    finally:
        connection.close()
