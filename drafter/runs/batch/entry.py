"""One township of a batch: where its dossier is and what its folder is called."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier to draft."""

    key: str
    """The name of its folder under OUT: unique in the batch, safe on Windows, the same in every run."""
    name: str
    """What people call it: the organ's name where it can be read, else the file's."""
    source: Path
    """The dossier file, the workbook, or the county-wide sheet."""
    row: int | None = None
    """The row of a county-wide sheet, from 1; None for a file of its own."""
