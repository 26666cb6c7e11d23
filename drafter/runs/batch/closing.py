"""After a batch: the files that the county reads, written from the lines in the journal."""

from collections.abc import Iterable

from drafter.runs.batch.batch import Batch
from drafter.runs.batch.keeping import Summaries
from drafter.runs.batch.overview.files import write_overview
from drafter.runs.sameness.narrative import Likeness


def close_batch(batch: Batch, lines: Summaries) -> tuple[str, ...]:
    """Write 退回清单.xlsx, 总览.xlsx and 总览.html into OUT, and return their names.

    Raises OutputError where one cannot be written, as when it is open in WPS or Excel.
    """
    return write_overview(batch.out, lines, likenesses_of(batch, lines))


def likenesses_of(_batch: Batch, _lines: Summaries) -> Iterable[Likeness] | None:
    """Return how alike the reports of a batch are: the one place where sameness comes in.

    None says that nothing was compared; an empty answer, that nothing was found.
    """
    return None
