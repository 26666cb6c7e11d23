"""Put the files of a report into a folder: all or none, and never over somebody's hand edits."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from drafter.errors import OutputError

RECORD_NAME = "report.json"


def write_files(folder: Path, files: Mapping[str, bytes], *, force: bool = False, record: str = RECORD_NAME) -> None:
    """Write the files under temporary names and rename them into place, last the record, which names their hashes.

    Raises OutputError, and changes nothing, where a file there was edited since drafter wrote it (unless `force`), or
    where the folder cannot be written. Files of an earlier run that this run does not make are removed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        earlier = _recorded(folder / record)
        if not force:
            _refuse_edited(folder, set(files) - {record}, earlier)
        _replace(folder, files, record)
        for name in set(earlier) - set(files):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"不能写入 {folder}：{reason(error)}") from error


def _recorded(path: Path) -> dict[str, str]:
    """Return the hashes of the files that a folder's record names; none where there is no readable record."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    files = record.get("files") if isinstance(record, dict) else None
    return {name: digest for name, digest in (files or {}).items() if Path(name).name == name}


def _refuse_edited(folder: Path, files: set[str], earlier: Mapping[str, str]) -> None:
    for name in files | set(earlier):
        path = folder / name
        if path.exists() and sha256(path.read_bytes()).hexdigest() != earlier.get(name):
            raise OutputError(
                f"{path} 在上次起草之后被改过（或不是本程序写的），没有覆盖。"
                "请换一个输出文件夹；确定不要这个文件，可加 --force"
            )


def _replace(folder: Path, files: Mapping[str, bytes], record: str) -> None:
    """Put all files in place, the record last; where one cannot be, put back what was there before."""
    order = sorted(files, key=lambda name: name == record)
    with tempfile.TemporaryDirectory(prefix=".drafter-", dir=folder) as name:
        new, old = Path(name) / "new", Path(name) / "old"
        new.mkdir()
        old.mkdir()
        for file in order:
            (new / file).write_bytes(files[file])
            if (folder / file).is_file():
                shutil.copy2(folder / file, old / file)
        placed: list[str] = []
        try:
            for file in order:
                (new / file).replace(folder / file)
                placed.append(file)
        except OSError:
            for file in placed:
                _put_back(old / file, folder / file)
            raise


def _put_back(earlier: Path, target: Path) -> None:
    if earlier.exists():
        earlier.replace(target)
    else:
        target.unlink()


def reason(error: OSError) -> str:
    """Return why a file cannot be written, in words that a clerk can act on."""
    known = {
        PermissionError: "没有写入权限，或文件正在 Word/WPS 里打开，请关闭后再试",
        NotADirectoryError: "路径里有一段不是文件夹",
        IsADirectoryError: "同名的文件夹已经存在",
        FileExistsError: "同名的文件已经存在，它不是文件夹",
    }
    return known.get(type(error), error.strerror or str(error))
