"""Write one file whole or not at all."""

import os
import tempfile
from pathlib import Path

from drafter.errors import OutputError


def write_whole(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a file under a temporary name and rename it into place, its folders made where they are missing.

    Raises OutputError where it cannot be written, and where it is there already, unless `force`.
    """
    if path.exists() and not force:
        raise OutputError(f"{path} 已经存在，没有覆盖；确定不要原来的，可加 --force")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".drafter-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        advice = "请检查文件夹是否存在、有没有写入权限，文件是不是正在 WPS 或 Excel 里打开"
        raise OutputError(f"不能写入 {path}：{advice}") from error
