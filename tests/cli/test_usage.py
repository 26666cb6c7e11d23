"""All that a user reads is Chinese, also what typer writes by itself."""

import re

import pytest

from tests.cli.run import Program

ENGLISH = re.compile(
    r"(?:Usage|Options|Arguments|Commands|Show this|required|default:|Error|Missing|No such|Invalid|Try )"
)


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


@pytest.mark.parametrize("command", [[], ["new"], ["check"], ["draft"]])
def test_help_is_in_chinese_and_on_standard_output(command: list[str], drafter: Program):
    outcome = drafter(*command, "--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("用法：drafter")
    assert not ENGLISH.search(outcome.out)


@pytest.mark.parametrize("command", ["new", "check", "draft"])
def test_every_command_has_a_sentence_and_an_example(command: str, drafter: Program):
    outcome = drafter(command, "--help")

    assert re.search(r"^  \S+。$", outcome.out, flags=re.MULTILINE)
    assert f"例：drafter {command} " in outcome.out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["chekc"], "命令"),
        (["check"], "缺少参数"),
        (["new", "x"], "--year"),
        (["new", "x", "--year", "今年"], "--year"),
        (["new", "x", "y", "--year", "2025"], "参数"),
        (["check", "x", "--fail-on", "info"], "error、warning、never"),
        (["check", "x", "--nothing"], "--nothing"),
        (["check", "x", "--prior"], "--prior"),
        (["--nothing"], "--nothing"),
    ],
)
def test_a_wrong_call_is_told_in_one_chinese_line(arguments: list[str], word: str, drafter: Program):
    outcome = drafter(*arguments)

    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert word in outcome.err
    assert not ENGLISH.search(outcome.err)


def test_no_command_at_all_shows_the_help(drafter: Program):
    outcome = drafter()

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("用法：drafter")
