"""`drafter desk-user`: accounts of the desk, with passwords that are neither shown nor kept."""

import io
import sys
from pathlib import Path

import pytest

from drafter.desk import passwords
from drafter.desk.account import Role
from drafter.desk.passwords import fits
from drafter.desk.users import read_users
from tests.cli.run import Program

WORDS = "春眠不觉晓处处闻啼鸟"


class Typed(io.StringIO):
    """Standard input as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    monkeypatch.setattr(passwords.hashed, "__defaults__", (2**4,))
    return Program(monkeypatch, capsys)


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    lines = [WORDS, WORDS]
    monkeypatch.setattr(sys, "stdin", Typed())
    monkeypatch.setattr("getpass.getpass", lambda _: lines.pop(0))
    return lines


@pytest.fixture
def users(tmp_path: Path) -> Path:
    return tmp_path / "users.toml"


@pytest.mark.usefixtures("typed")
def test_an_account_is_written_with_the_hash_of_its_password(drafter: Program, users: Path):
    outcome = drafter(
        "desk-user", users, "王芳", "--role", "经办", "--organ", "甲镇人民政府", "--organ", "乙镇人民政府"
    )
    user = read_users(users)["王芳"]

    assert (outcome.code, outcome.out) == (0, "")
    assert (user.account.role, user.account.organs) == (Role.CLERK, {"甲镇人民政府", "乙镇人民政府"})
    assert fits(WORDS, user.password)
    assert WORDS not in users.read_text(encoding="utf-8") + outcome.err


def test_a_password_may_come_from_a_pipe(drafter: Program, users: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{WORDS}\r\n"))

    assert drafter("desk-user", users, "老李", "--role", "审核").code == 0
    assert fits(WORDS, read_users(users)["老李"].password)


def test_a_new_password_leaves_the_role_as_it_is(drafter: Program, users: Path, typed: list[str]):
    drafter("desk-user", users, "王芳", "--role", "经办", "--organ", "甲镇人民政府")
    before = read_users(users)["王芳"]
    typed += [WORDS * 2, WORDS * 2]
    drafter("desk-user", users, "王芳")
    after = read_users(users)["王芳"]

    assert (after.account, fits(WORDS * 2, after.password)) == (before.account, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("新人",),
        ("新人", "--role", "主任"),
        ("新人", "--role", "经办"),
        (" 新人", "--role", "审核"),
        ("新人", "--remove"),
    ],
)
@pytest.mark.usefixtures("typed")
def test_an_impossible_account_is_refused_and_nothing_written(
    drafter: Program, users: Path, arguments: tuple[str, ...]
):
    outcome = drafter("desk-user", users, *arguments)

    assert outcome.code == 2
    assert not users.exists()


@pytest.mark.parametrize("lines", [["short", "short"], [WORDS, "别的密码别的密码别的"]])
def test_a_password_that_will_not_do_is_refused_and_nothing_written(
    drafter: Program, users: Path, typed: list[str], lines: list[str]
):
    typed[:] = lines

    assert drafter("desk-user", users, "老李", "--role", "审核").code == 2
    assert not users.exists()


def test_an_account_is_removed_but_not_the_last(drafter: Program, users: Path, typed: list[str]):
    typed += [WORDS, WORDS]
    drafter("desk-user", users, "老李", "--role", "审核")
    drafter("desk-user", users, "老王", "--role", "管理")

    assert drafter("desk-user", users, "老李", "--remove").code == 0
    assert drafter("desk-user", users, "老王", "--remove").code == 4
    assert set(read_users(users)) == {"老王"}
