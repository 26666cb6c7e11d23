"""Take the bytes of a report's file, after asking what it is and how large."""

import stat
from pathlib import Path

from drafter.errors import InputError

MOST_BYTES = 60_000_000


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file. Raises InputError, before a byte is read, for what is none or too large."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(path, "这是文件夹，请写明里面的报告文件")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(path, "不是普通文件，不能读取")
        if status.st_size > MOST_BYTES:
            size = status.st_size / 1_000_000
            raise InputError(path, f"文件太大（{size:.0f} MB），年度报告不应超过 {MOST_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "找不到这个文件，请检查文件名和所在位置") from error
    except PermissionError as error:
        raise InputError(path, "没有权限读取，请检查文件是不是被别的程序占用") from error
    except (OSError, ValueError) as error:
        raise InputError(path, "不能读取，请检查文件名和路径") from error
