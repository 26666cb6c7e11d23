"""Run the program in this process, as its users do."""

import sys
from dataclasses import dataclass

import pytest

from drafter.__main__ import main


@dataclass(frozen=True)
class Outcome:
    """What a run left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


class Program:
    """The program, with its streams caught."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *arguments: object) -> Outcome:
        self.monkeypatch.setattr(sys, "argv", ["drafter", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self.capsys.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)
