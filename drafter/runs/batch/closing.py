"""After a batch: the lists that the county reads, written from the lines in the journal."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from drafter.errors import OutputError
from drafter.runs.batch.batch import Batch
from drafter.runs.batch.keeping import Summaries
from drafter.runs.batch.overview.returns import returns_workbook
from drafter.runs.batch.overview.workbook import overview_workbook
from drafter.runs.files import reason
from drafter.runs.sameness.narrative import Likeness

RETURNS, OVERVIEW = "退回清单.xlsx", "总览.xlsx"


def close_batch(batch: Batch, lines: Summaries) -> tuple[str, ...]:
    """Write 退回清单.xlsx and 总览.xlsx into OUT, and return their names.

    Raises OutputError where one cannot be written, as when it is open in WPS or Excel.
    """
    _put(batch.out / RETURNS, returns_workbook(lines))
    _put(batch.out / OVERVIEW, overview_workbook(lines, likenesses_of(batch, lines)))
    return RETURNS, OVERVIEW


def likenesses_of(_batch: Batch, _lines: Summaries) -> Iterable[Likeness]:
    """Return how alike the reports of a batch are: the one place where sameness comes in."""
    return ()


def _put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    try:
        handle, name = tempfile.mkstemp(prefix=".drafter-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"不能写入 {path}：{reason(error)}") from error
