"""Run records of real drafts, as `drafter draft` and `drafter batch` leave them in a folder."""

import tempfile
from functools import cache
from pathlib import Path

from drafter import __version__
from drafter.dossier.intake import load_dossier
from drafter.runs.pipeline import draft_report
from drafter.runs.record import record_bytes

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lingxi-2025"


@cache
def record(organ: str = "灵溪镇", county: str = "云岭县", note: str = "") -> bytes:
    """Return the run record of the example as another township hands it in, with one of its notes changed."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("dossier.yaml", "dossier-2024.yaml"):
            text = (EXAMPLE / name).read_text(encoding="utf-8").replace("灵溪镇", organ).replace("云岭县", county)
            if note:
                text = text.replace("年内新增乡村振兴栏目1个", note)
            Path(folder, name).write_text(text, encoding="utf-8")
        loaded = load_dossier(Path(folder, "dossier.yaml"))
    assert loaded.dossier is not None, loaded.findings
    return record_bytes(draft_report(loaded.dossier, loaded.findings, []), __version__)


def write(out: Path, organ: str, content: bytes | None = None) -> Path:
    """Write a township's record where a batch puts it, and return the file."""
    path = out / organ / "report.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(record(organ) if content is None else content)
    return path
