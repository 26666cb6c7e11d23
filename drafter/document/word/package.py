"""The container of a Word file: the fixed parts and the one that holds the text, zipped without a clock."""

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PARTS = Path(__file__).resolve().parent / "parts"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"


@cache
def fixed_parts() -> dict[str, bytes]:
    """Return the parts that are the same in every report by their name in the package."""
    files = sorted(path for path in PARTS.rglob("*") if path.name.endswith((".xml", ".rels")))
    return {path.relative_to(PARTS).as_posix(): path.read_bytes() for path in files}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of the fixed parts and `parts`; equal parts give equal bytes on every system."""
    everything = {**fixed_parts(), **parts}
    names = [_FIRST, *sorted(everything.keys() - {_FIRST})]
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in names:
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            archive.writestr(entry, everything[name])
    return buffer.getvalue()
