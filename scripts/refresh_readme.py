"""Write what drafting the example prints into both READMEs; with --check, only say whether they are up to date."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.en.md")
COMMAND = re.compile(r"^```sh\n.* && \S+/drafter (draft .*)\n```$", re.MULTILINE)
OUTPUT = re.compile(r"^```text\n.*?^```$", re.MULTILINE | re.DOTALL)


def printed() -> str:
    """Return what the first command of the README prints, findings and all else in one stream as on a terminal."""
    command = COMMAND.search((ROOT / READMES[0]).read_text(encoding="utf-8"))
    if command is None:
        raise SystemExit(f"{READMES[0]} has no command that drafts an example")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder) / "examples")
        done = subprocess.run(  # noqa: S603 - our own program, with the arguments that our README prints
            [sys.executable, "-m", "drafter", *command[1].split()],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=True,
        )
    return done.stdout


def main(arguments: list[str]) -> int:
    """Return 0 where both are up to date or were written, 1 where --check finds one that is not."""
    block, stale = f"```text\n{printed()}```", 0
    for path in (ROOT / name for name in READMES):
        text = path.read_text(encoding="utf-8")
        fresh = OUTPUT.sub(lambda _: block, text, count=1)
        if fresh == text:
            continue
        stale += 1
        if "--check" in arguments:
            print(f"{path.name} is out of date: run python scripts/refresh_readme.py")
        else:
            path.write_text(fresh, encoding="utf-8", newline="\n")
            print(f"{path.name} written")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
