"""Take the bytes of a report's file."""

from pathlib import Path

from drafter.infile import read_regular

MOST_BYTES = 60_000_000


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a report. Raises InputError, before a byte is read, for what is none or too large."""
    return read_regular(path, MOST_BYTES, kind="报告")
