"""A batch against an endpoint of which three calls in ten go wrong, and that refuses everybody now and then."""

import sqlite3
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.endpoints.model import Model
from tests.endpoints.stub import endpoint
from tests.runs.batch.program import Place, tree
from tests.runs.batch.townships import write

FAULTS = {"busy": 0.08, "error": 0.08, "hang": 0.02, "cut": 0.06, "schema": 0.06}
STORM = (6.0, 1.5)


@dataclass(frozen=True)
class Faults:
    """What a batch made of a bad endpoint."""

    code: int
    townships: int
    complete: int
    stock: int
    """Townships of which a part was written by the stock writer, because no answer could be had."""
    came: int
    answered: int
    unique: int
    went_wrong: Counter[str]
    seconds: float
    quiet_seconds: float
    """The same townships against an endpoint without faults."""
    differ: int
    """Townships with a model's answer to everything whose files differ from those of the quiet run."""


def measure(folder: Path, townships: int, latency: float, concurrency: int = 16) -> Faults:
    """Return what became of a batch with faults, beside the same one without."""
    write(folder / "in", townships)
    place = Place(folder)
    quiet = _run(place, "quiet", Model(latency), concurrency)
    model = Model(latency, FAULTS, storm=STORM)
    code, seconds = _run(place, "faults", model, concurrency)
    whole, files = tree(folder / "quiet"), tree(folder / "faults")
    lacking = _lacking(folder / "faults")
    # The county's own files name those that lack the model.
    same = [path for path in whole if "/" in path and path.partition("/")[0] not in lacking]
    return Faults(
        code=code,
        townships=townships,
        complete=sum(path.endswith("report.json") for path in files),
        stock=len(lacking),
        came=model.came.total(),
        answered=model.answered.total(),
        unique=len(model.came),
        went_wrong=model.went_wrong,
        seconds=seconds,
        quiet_seconds=quiet[1],
        differ=len({path.partition("/")[0] for path in same if files.get(path) != whole[path]}),
    )


def _run(place: Place, out: str, model: Model, concurrency: int) -> tuple[int, float]:
    with endpoint(model.behaviour) as server:
        place.settings(server.base_url, concurrency=concurrency, timeout=3)
        start = time.monotonic()
        code, _ = place.run(out)
        return code, time.monotonic() - start


def _lacking(out: Path) -> set[str]:
    connection = sqlite3.connect(out / ".drafter" / "journal.sqlite3")
    try:
        return {row[0] for row in connection.execute("select key from townships where lacks_model")}
    finally:
        connection.close()
