"""Run `drafter read` on a file in a process of its own, with a limit on its memory, and say how it ended."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CEILING = 3_000_000_000
"""Of address space, in bytes: whoever needs more is ended."""
_SCRIPT = """
import resource, socket, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, ({ceiling}, {ceiling}))
def refuse(*arguments, **named):
    raise SystemExit("network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from drafter.__main__ import main
sys.argv = ["drafter", "read", {file!r}, "-o", {out!r}, "--force"]
try:
    main()
except SystemExit as ended:
    code = ended.code or 0
# Not ru_maxrss: a process begins with that of the one which started it.
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print("peak", int(peak) // 1024, file=sys.stderr)
sys.exit(code)
"""


@dataclass(frozen=True)
class Ended:
    """How a run ended: exit code, what it said, and the megabytes it took at most."""

    code: int
    out: str
    err: str
    megabytes: int


def read_file(path: Path) -> Ended:
    """Return how reading a file ended; it has a minute, which is long."""
    script = _SCRIPT.format(ceiling=CEILING, file=str(path), out=str(path.with_suffix(".out.yaml")))
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False, timeout=60
    )
    peak = done.stderr.rpartition("peak ")[2].strip()
    return Ended(done.returncode, done.stdout, done.stderr, int(peak) if peak.isdigit() else -1)
