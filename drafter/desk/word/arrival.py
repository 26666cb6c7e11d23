"""Which report of a folder an edited Word file belongs to, without a store: what the run record holds."""

import json
from dataclasses import dataclass
from pathlib import Path

from drafter.desk.opening import open_record
from drafter.desk.word.export import Exported
from drafter.desk.working import WorkingReport
from drafter.errors import InputError
from drafter.infile import read_regular
from drafter.runs.files import RECORD_NAME

ITSELF = "_"
"""The key of the report that lies in the folder itself, as the desk counts it."""
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report of a folder, as it was drafted."""

    key: str
    path: Path

    def working(self) -> WorkingReport:
        """Return the report. Raises InputError for a record that cannot be read or is too old."""
        content = read_regular(self.path, _MOST_BYTES, kind="起草记录")
        try:
            record = json.loads(content)
        except ValueError as error:
            raise InputError(self.path, "不是起草记录，请重新起草") from error
        return open_record(record if isinstance(record, dict) else {})


def arrival(out: Path, exported: Exported | None) -> Arrival:
    """Return the report that a file says it was written from, else the one that lies in the folder itself.

    Raises InputError where there is neither. A file cannot name a report outside the folder.
    """
    if not out.is_dir():
        raise InputError(out, "没有这个文件夹，请写明放成稿的文件夹")
    if exported and exported.key != ITSELF:
        path = out / exported.key / RECORD_NAME
        if path.is_file() and path.resolve().is_relative_to(out.resolve()):
            return Arrival(exported.key, path)
    if (out / RECORD_NAME).is_file():
        return Arrival(ITSELF, out / RECORD_NAME)
    what = f"文件是从报告“{exported.key}”导出的，这个文件夹里没有这一份" if exported else "文件里没有写明是哪一份报告"
    raise InputError(out, f"{what}；请用 -o 写明放这份报告的文件夹")
