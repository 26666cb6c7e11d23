"""Whoever opened the desk comes in by a link that works once; in an office everybody comes in by name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.desk.account import ALONE, Account, Role
from drafter.desk.entrance import Entrance, KeptOut
from drafter.desk.passwords import hashed
from drafter.desk.store.sessions import MOST_OF_NAME_AND_ADDRESS
from drafter.desk.store.store import Store
from drafter.desk.users import User, Users, users_text, with_user

SPRING = "春眠不觉晓处处闻啼鸟"
HASH = hashed(SPRING, 2**4)
CLERK = User(Account("王芳", Role.CLERK, frozenset({"灵溪镇人民政府"})), HASH)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.beside(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def users(tmp_path: Path) -> Path:
    path = tmp_path / "users.toml"
    with_user(path, CLERK)
    return path


@pytest.fixture
def office(store: Store, users: Path) -> Entrance:
    return Entrance(store, Users(users))


def test_the_link_seats_whoever_opened_the_desk_once(store: Store):
    entrance = Entrance(store)
    link = entrance.link()
    token = entrance.by_link(link)

    assert entrance.seated(token).account == ALONE
    assert (entrance.by_link(link), entrance.by_link("x"), entrance.seated("x")) == (None, None, None)


def test_a_password_seats_its_user_with_their_role(office: Entrance):
    token = office.by_password("王芳", SPRING, "10.0.0.1")

    assert office.seated(token).account == CLERK.account


def test_every_log_in_has_a_session_of_its_own(office: Entrance):
    first, second = (office.by_password("王芳", SPRING, "10.0.0.1") for _ in range(2))

    assert first != second
    assert office.seated(first).csrf != office.seated(second).csrf


def test_a_wrong_password_and_an_unknown_name_are_refused_alike(office: Entrance):
    refusals = [office.by_password(*login, "10.0.0.1") for login in (("王芳", "不对"), ("没有", SPRING), ("", ""))]

    assert {refusal.code for refusal in refusals} == {"wrong-password"}
    assert len({refusal.message for refusal in refusals}) == 1


def test_after_too_many_wrong_ones_the_right_one_is_refused_too(office: Entrance):
    for _ in range(MOST_OF_NAME_AND_ADDRESS):
        office.by_password("王芳", "不对", "10.0.0.1")
    refused = office.by_password("王芳", SPRING, "10.0.0.1")

    assert isinstance(refused, KeptOut)
    assert refused.code == "too-many-attempts"


def test_with_users_no_link_opens(store: Store, office: Entrance):
    link = Entrance(store).link()

    assert office.by_link(link) is None
    with pytest.raises(ValueError, match="by name"):
        office.link()


def test_without_users_no_password_opens(store: Store):
    assert Entrance(store).by_password("本机", "", "10.0.0.1").code == "wrong-password"


def test_a_session_of_the_one_way_in_is_none_of_the_other(store: Store, office: Entrance, users: Path):
    alone = Entrance(store)
    by_link = alone.by_link(alone.link())
    with_user(users, User(Account(ALONE.name, Role.MANAGER), HASH))

    assert office.seated(by_link) is None
    assert alone.seated(office.by_password(ALONE.name, SPRING, "10.0.0.1")) is None


def test_whoever_is_taken_out_of_the_file_is_out(office: Entrance, users: Path):
    token = office.by_password("王芳", SPRING, "10.0.0.1")
    users.write_text(users_text([User(Account("李四", Role.REVIEWER), HASH)]), encoding="utf-8")

    assert office.seated(token) is None


def test_a_new_password_ends_the_sessions_of_the_old_one(office: Entrance, users: Path):
    token = office.by_password("王芳", SPRING, "10.0.0.1")
    with_user(users, User(CLERK.account, hashed(SPRING, 2**4)))

    assert office.seated(token) is None


def test_a_new_role_holds_at_once(office: Entrance, users: Path):
    token = office.by_password("王芳", SPRING, "10.0.0.1")
    with_user(users, User(Account("王芳", Role.REVIEWER), HASH))

    assert office.seated(token).account == Account("王芳", Role.REVIEWER)


def test_whoever_leaves_is_out(office: Entrance):
    token = office.by_password("王芳", SPRING, "10.0.0.1")
    office.leave(token)

    assert office.seated(token) is None
