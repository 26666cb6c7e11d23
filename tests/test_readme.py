"""What the two READMEs print is what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
READMES = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md")}


def blocks(name: str, language: str) -> list[str]:
    """Return the fenced blocks of a language in a README."""
    return re.findall(rf"^```{language}\n(.*?)^```$", READMES[name], flags=re.DOTALL | re.MULTILINE)


def rows(name: str, heading: str) -> list[list[str]]:
    """Return the cells of the first table under a heading that begins so, without its head."""
    part = READMES[name].split(f"\n{heading}", 1)[1]
    lines = [line for line in part.split("\n## ")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def commands() -> dict[str, str]:
    """Return the first line of the help of every command, by its name."""
    import typer.main

    from drafter.cli.app import app

    group = typer.main.get_command(app)
    return {name: (command.help or "").splitlines()[0] for name, command in group.commands.items()}


@pytest.mark.parametrize("language", ["sh", "powershell", "text"])
def test_both_readmes_show_the_same_commands_and_output(language: str):
    assert blocks("README.md", language) == blocks("README.en.md", language)


def test_the_first_two_shell_blocks_are_one_line_each():
    """`.ci/run` takes them from there and runs them as they are printed."""
    assert [block.count("\n") for block in blocks("README.md", "sh")[:2]] == [1, 1]


def test_the_shown_output_is_what_drafting_the_example_prints():
    script = ROOT / "scripts" / "refresh_readme.py"

    done = subprocess.run([sys.executable, script, "--check"], check=False, capture_output=True, encoding="utf-8")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_table_of_files_is_what_drafting_writes():
    from drafter.runs.files import RECORD_NAME
    from drafter.runs.pipeline import DEFAULT_FORMATS

    written = [*(f"`report.{name}`" for name in DEFAULT_FORMATS), f"`{RECORD_NAME}`"]

    assert [row[0] for row in rows("README.md", "## 得到什么")] == written
    assert [row[0] for row in rows("README.en.md", "## What comes out")] == written


def test_the_table_of_commands_is_what_help_says():
    table = {row[0].strip("`").split()[1]: row[1] for row in rows("README.md", "## 命令")[: len(commands())]}

    assert table == commands()


def test_the_english_table_names_the_same_commands():
    chinese, english = rows("README.md", "## 命令"), rows("README.en.md", "## Commands")
    count = len(commands())

    assert [row[0] for row in english[:count]] == [row[0] for row in chinese[:count]]


def test_the_readmes_are_short():
    assert [name for name, text in READMES.items() if text.count("\n") > 120] == []


def test_every_file_that_the_readmes_name_is_there():
    named = {link for text in READMES.values() for link in re.findall(r"\]\(([^)]+)\)", text)}
    named |= {word for text in READMES.values() for word in re.findall(r"\b(?:examples|scripts)/[\w./-]+", text)}

    assert sorted(name for name in named if not (ROOT / name).exists()) == []
