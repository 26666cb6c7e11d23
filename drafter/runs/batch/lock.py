"""One batch at a time in a folder: the only door to `filelock`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import OutputError
from drafter.runs.files import reason

STATE = ".drafter"
"""The folder under OUT that holds what a batch remembers."""


@contextmanager
def locked(out: Path) -> Iterator[Path]:
    """Yield the state folder of OUT while nobody else has it. The lock is the system's: it dies with the process.

    Raises OutputError where another batch has it, or where OUT cannot be written.
    """
    from filelock import FileLock, Timeout

    state = out / STATE
    try:
        state.mkdir(parents=True, exist_ok=True)
        lock = FileLock(state / "lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise OutputError(f"另一个批量起草正在写 {out}，请等它结束，或者换一个输出文件夹") from None
    except OSError as error:
        raise OutputError(f"不能写入 {out}：{reason(error)}") from error
    try:
        yield state
    finally:
        lock.release()
