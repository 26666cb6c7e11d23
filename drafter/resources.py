"""Where the shipped data files are: the same names in a checkout, an editable install and a wheel."""

import os
from functools import cache
from pathlib import Path

from drafter.errors import ShippedDataError

HERE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """Return the folder `prompts` or `schemas`.

    `DRAFTER_DATA` may name a folder that holds both, for an office that keeps its own. A wheel carries them inside
    the package; a checkout and an editable install have them beside it, and there the checkout's own files win.
    """
    override = os.environ.get("DRAFTER_DATA")
    candidates = [Path(override) / name] if override else [HERE.parent / name, HERE / "_data" / name]
    for candidate in candidates:
        if candidate.is_dir() and (override or _is_ours(candidate)):
            return candidate
    raise ShippedDataError(f"找不到程序自带的数据目录 {name}，请重新安装 drafter")


def _is_ours(candidate: Path) -> bool:
    """Return whether a folder is ours: site-packages may hold another project's `prompts` beside us."""
    return HERE in candidate.parents or (candidate.parent / "pyproject.toml").is_file()


def resource(name: str) -> Path:
    """Return the path of a data file such as `schemas/forms/2021.yaml`."""
    top, _, rest = name.partition("/")
    path = folder(top) / rest
    if not path.exists():
        raise ShippedDataError(f"找不到程序自带的数据文件 {name}，请重新安装 drafter")
    return path


def read_text(name: str) -> str:
    """Return the text of a data file."""
    return resource(name).read_text(encoding="utf-8")
