"""LibreOffice as a program that saves workbooks: it recalculates every formula."""

import subprocess
from pathlib import Path

# Comma, quotes, UTF-8, cell contents as shown, and every sheet in a file of its own.
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def converted(folder: Path, names: list[Path], kind: str) -> Path:
    """Return the folder in which the files stand, saved by LibreOffice as another kind."""
    out = folder / kind.partition(":")[0]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out), *map(str, names)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return out
