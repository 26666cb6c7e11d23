"""Tokens are known by their hash, end in time, and passwords cannot be tried for ever."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from drafter.desk.store.sessions import MOST_OF_ADDRESS, MOST_OF_NAME, MOST_OF_NAME_AND_ADDRESS, Sessions
from drafter.desk.store.store import Store
from drafter.desk.store.tables import links, sessions
from tests.desk.store.sample import Clock


@pytest.fixture
def seats(store: Store) -> Sessions:
    return Sessions(store)


def test_a_session_is_found_by_its_token_alone(seats: Sessions):
    token, other = seats.begin("张三", "p"), seats.begin("李四")

    assert (seats.find(token).account, seats.find(token).proof, seats.find(other).account) == ("张三", "p", "李四")
    assert seats.find(token).csrf != seats.find(other).csrf
    assert seats.find("") is None
    assert seats.find(seats.find(token).csrf) is None


def test_what_the_tables_keep_opens_nothing(seats: Sessions, store: Store):
    token, link = seats.begin("张三"), seats.make_link("张三")
    with store.engine.connect() as connection:
        kept = connection.execute(select(sessions.c.token)).scalar_one()
        kept_link = connection.execute(select(links.c.token)).scalar_one()

    assert (token == kept, link == kept_link) == (False, False)
    assert (seats.find(kept), seats.use_link(kept_link)) == (None, None)


def test_a_session_ends_when_nobody_is_there(seats: Sessions, clock: Clock):
    token = seats.begin("张三")
    clock.forward(hours=7)
    assert seats.find(token)
    clock.forward(hours=7)
    assert seats.find(token)
    clock.forward(hours=9)
    assert seats.find(token) is None


def test_a_session_ends_after_a_day_in_any_case(seats: Sessions, clock: Clock):
    token = seats.begin("张三")
    for _ in range(4):
        clock.forward(hours=5)
        assert seats.find(token)
    clock.forward(hours=5)

    assert seats.find(token) is None


def test_a_session_ends_when_it_is_ended(seats: Sessions):
    tokens = [seats.begin("张三") for _ in range(3)]
    seats.end(tokens[0])
    assert [seats.find(token) is None for token in tokens] == [True, False, False]
    seats.end_all("张三")
    assert [seats.find(token) for token in tokens] == [None] * 3


def test_a_link_opens_once(seats: Sessions):
    token = seats.make_link("本机")

    assert (seats.use_link(token), seats.use_link(token), seats.use_link("x")) == ("本机", None, None)


def test_a_link_opens_once_for_many_at_the_same_time(seats: Sessions):
    token = seats.make_link("本机")
    with ThreadPoolExecutor(8) as threads:
        opened = list(threads.map(lambda _: seats.use_link(token), range(16)))

    assert sorted(filter(None, opened)) == ["本机"]


def test_a_link_is_soon_too_old(seats: Sessions, clock: Clock):
    token = seats.make_link("本机")
    clock.forward(minutes=11)

    assert seats.use_link(token) is None


def test_after_some_wrong_passwords_one_has_to_wait(seats: Sessions, clock: Clock):
    tries = [seats.try_in("张三", "10.0.0.1") for _ in range(MOST_OF_NAME_AND_ADDRESS + 1)]
    assert [bool(attempt) for attempt in tries] == [True] * MOST_OF_NAME_AND_ADDRESS + [False]

    assert seats.try_in("张三", "10.0.0.2")
    assert seats.try_in("李四", "10.0.0.1")
    clock.forward(minutes=16)
    assert seats.try_in("张三", "10.0.0.1")


def test_a_right_password_begins_the_count_anew(seats: Sessions):
    for _ in range(3):
        tries = [seats.try_in("张三", "10.0.0.1") for _ in range(MOST_OF_NAME_AND_ADDRESS)]
        assert all(tries)
        seats.succeeded(tries[-1])


def test_a_name_cannot_be_tried_from_everywhere_nor_every_name_from_one_place(seats: Sessions):
    by_name = [seats.try_in("张三", f"10.0.0.{number}") for number in range(MOST_OF_NAME + 1)]
    by_address = [seats.try_in(f"用户{number}", "10.9.9.9") for number in range(MOST_OF_ADDRESS + 1)]

    assert [bool(attempt) for attempt in by_name[-2:]] == [True, False]
    assert [bool(attempt) for attempt in by_address[-2:]] == [True, False]


def test_many_tries_at_once_are_no_way_around_the_limit(seats: Sessions):
    with ThreadPoolExecutor(8) as threads:
        tries = list(threads.map(lambda _: seats.try_in("张三", "10.0.0.1"), range(20)))

    assert sum(map(bool, tries)) <= MOST_OF_NAME_AND_ADDRESS
