"""Take the bytes of a file that somebody hands in, after asking what it is and how large."""

import errno
import stat
from pathlib import Path

from drafter.errors import InputError


def read_regular(path: Path, most: int, *, kind: str, example: str = "") -> bytes:
    """Return the bytes of a regular file of at most `most` bytes; `kind` is what it should be, such as 资料.

    Raises InputError, before a byte is read, for what is no regular file or too large, and where it cannot be read.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InputError(path, f"这是文件夹，请写明里面的{kind}文件{example}")
        if not stat.S_ISREG(status.st_mode):
            raise InputError(path, "不是普通文件，不能读取")
        if status.st_size > most:
            size, limit = (f"{number / 1_000_000:.3g} MB" for number in (status.st_size, most))
            raise InputError(path, f"文件太大（{size}），{kind}文件不应超过 {limit}")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "找不到这个文件，请检查文件名和所在位置") from error
    except PermissionError as error:
        raise InputError(path, "没有权限读取，请检查文件是不是被别的程序占用") from error
    except (OSError, ValueError) as error:
        raise InputError(path, f"不能读取（{_cause(error)}）") from error


def _cause(error: OSError | ValueError) -> str:
    causes = {
        errno.ELOOP: "链接绕成了圈，最后没有指到文件",
        errno.ENAMETOOLONG: "文件名太长",
        errno.ENOTDIR: "路径中间的一段不是文件夹",
    }
    if not isinstance(error, OSError):
        return "文件名里有不能用的字符"
    return causes.get(error.errno or 0, f"系统错误 {error.errno}")
