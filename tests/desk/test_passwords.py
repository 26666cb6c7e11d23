"""Passwords are kept as a hash that carries its own cost."""

import pytest

from drafter.desk.passwords import NOBODYS, N, P, R, fits, hashed, parameters, weakness

CHEAP = 2**4


def test_a_password_fits_its_own_hash_only():
    kept = hashed("九月开学了真的吗", CHEAP)

    assert (fits("九月开学了真的吗", kept), fits("九月开学了真的", kept), fits("", kept)) == (True, False, False)


def test_two_hashes_of_one_password_differ():
    assert hashed("同一个密码同一个", CHEAP) != hashed("同一个密码同一个", CHEAP)


def test_a_hash_says_what_it_cost():
    assert parameters(NOBODYS)[0] == (N, R, P)
    assert parameters(hashed("x", CHEAP))[0] == (CHEAP, R, P)


def test_nobody_has_the_password_of_nobody():
    assert not fits("", NOBODYS)


def test_a_password_typed_in_full_width_is_the_same():
    assert fits("ａｂｃｄｅ１２３４５", hashed("abcde12345", CHEAP))


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "123456",
        "scrypt$16$8$1$c2FsdA==$aGFzaA==",
        "bcrypt" + hashed("x", CHEAP)[6:],
        hashed("x", CHEAP).replace("$16$", "$17$"),
        hashed("x", CHEAP).replace("$16$", "$1$"),
        hashed("x", CHEAP).replace("$16$", "$1073741824$"),
        hashed("x", CHEAP).replace("$16$8$3$", "$16$8$0$"),
        hashed("x", CHEAP).replace("$16$8$3$", "$16$-8$3$"),
        hashed("x", CHEAP).replace("$16$8$3$", "$x$8$3$"),
    ],
)
def test_what_is_no_hash_of_ours_fits_nothing(kept: str):
    assert (parameters(kept), fits("x", kept)) == (None, False)


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaa", "abababababab", "长" * 201])
def test_a_weak_password_is_refused_with_the_reason(password: str):
    assert weakness(password)


@pytest.mark.parametrize("password", ["correct horse", "灵溪镇2026年的春天"])
def test_a_fair_password_will_do(password: str):
    assert weakness(password) == ""
