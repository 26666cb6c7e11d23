"""The file of users says who may sit at the desk; what it says wrongly is told by name, and lets nobody in."""

import os
import stat
from pathlib import Path

import pytest

from drafter.desk.account import Account, Role
from drafter.desk.passwords import hashed
from drafter.desk.users import User, Users, read_users, users_text, valid_account, with_user
from drafter.errors import InputError

HASH = hashed("春眠不觉晓处处闻啼鸟", 2**4)
CLERK = User(Account("王芳", Role.CLERK, frozenset({"灵溪镇人民政府", "双途镇人民政府"})), HASH)
REVIEWER = User(Account('李"四"\\', Role.REVIEWER), HASH)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "users.toml"
    for user in (CLERK, REVIEWER):
        with_user(file, user)
    return file


def test_users_come_back_as_they_were_written(path: Path):
    assert list(read_users(path).values()) == [CLERK, REVIEWER]


def test_a_user_takes_the_place_of_one_of_the_same_name(path: Path):
    raised = User(Account("王芳", Role.MANAGER), HASH)
    with_user(path, raised)

    assert read_users(path) == {"王芳": raised, REVIEWER.account.name: REVIEWER}


def test_the_file_is_for_its_owner_alone(path: Path):
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [item.name for item in path.parent.iterdir()] == ["users.toml"]


def test_the_password_is_asked_of_its_own_user(path: Path):
    users = Users(path)

    assert users.checked("王芳", "春眠不觉晓处处闻啼鸟") == CLERK
    assert users.checked("王芳", "别的密码别的密码") is None
    assert users.checked("没有这个人", "春眠不觉晓处处闻啼鸟") is None


def test_a_change_of_the_file_holds_at_once(path: Path):
    users = Users(path)
    path.write_text(users_text([REVIEWER]), encoding="utf-8")
    os.utime(path, ns=(1, 1))

    assert users.find("王芳") is None


def test_a_file_that_is_gone_lets_nobody_in(path: Path):
    users = Users(path)
    path.unlink()

    with pytest.raises(InputError):
        users.find("王芳")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "user = 1",
        "[[user]\n",
        "[users]\nname = 'x'",
        users_text([CLERK, CLERK]),
        users_text([CLERK]).replace("经办", "主任"),
        users_text([CLERK]).replace("王芳", " 王芳"),
        users_text([CLERK]).replace("王芳", ""),
        users_text([CLERK]).replace("王芳", "王" * 51),
        users_text([CLERK]).replace("王芳", "王\\u0000芳"),
        users_text([CLERK]).replace(HASH, "123456"),
        users_text([CLERK]) + "admin = true\n",
        users_text([User(Account("王芳", Role.CLERK), HASH)]),
        users_text([CLERK]).replace('["双途镇人民政府", "灵溪镇人民政府"]', '"灵溪镇人民政府"'),
        users_text([CLERK]).replace('["双途镇人民政府", "灵溪镇人民政府"]', "[1]"),
        users_text([CLERK]).replace('["双途镇人民政府", "灵溪镇人民政府"]', '[""]'),
    ],
)
def test_an_impossible_file_is_refused_by_name(tmp_path: Path, text: str):
    file = tmp_path / "users.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as refused:
        read_users(file)

    assert refused.value.path == str(file)


def test_a_clerk_without_a_township_is_no_account():
    with pytest.raises(ValueError, match="organs"):
        valid_account("王芳", "经办", [])
