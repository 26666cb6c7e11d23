"""The errors that end a command, drawn as a tree.

DrafterError
├── UsageError        2    the command was called in a way that cannot work
├── InputError        4    a file cannot be read at all: not there, not text, not YAML
├── OutputError       4    a result cannot be written
│   └── MissingExtra  4    an optional package is not installed
├── BackendError      5    a model endpoint did not deliver
│   ├── PassingError  5    it may deliver when it is asked again
│   └── DeniedError   5    it lets nobody in: no request would fare better
└── ShippedDataError  1    one of our own data files contradicts itself: a bug of ours

Bad *content* is never an error; it is a `Finding`.
"""

from pathlib import Path


class DrafterError(Exception):
    """The base of every error that a command turns into one line and an exit code."""

    exit_code = 1


class UsageError(DrafterError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class InputError(DrafterError):
    """A file cannot be read at all."""

    exit_code = 4

    def __init__(self, path: Path | str, reason: str, line: int | None = None) -> None:
        self.path, self.reason, self.line = str(path), reason, line
        place = f"{path} 第 {line} 行" if line else str(path)
        super().__init__(f"{place}：{reason}")


class OutputError(DrafterError):
    """A result cannot be written."""

    exit_code = 4


class MissingExtra(OutputError):
    """An optional package is not installed; the message names the extra that brings it."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what}需要另装一个组件，请先运行：pip install 'drafter[{extra}]'")


class BackendError(DrafterError):
    """A model endpoint did not deliver."""

    exit_code = 5


class PassingError(BackendError):
    """An endpoint did not deliver this time; the same request may be answered when it is sent again."""

    def __init__(self, message: str, wait_seconds: float | None = None, *, busy: bool = False) -> None:
        self.wait_seconds, self.busy = wait_seconds, busy
        super().__init__(message)


class DeniedError(BackendError):
    """An endpoint refuses the key or knows no such model: every request would end so."""


class ShippedDataError(DrafterError):
    """A form, phrase bank or schema of ours contradicts itself."""
