from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.yamltree import MAX_DEPTH, Tree, YamlTextError, parse_json, parse_own, parse_yaml

SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
)


def refused(text: str) -> YamlTextError:
    with pytest.raises(YamlTextError) as caught:
        parse_yaml(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-8", -8),
        ("+3", 3),
        ("0", 0),
        ("0.038", Decimal("0.038")),
        ("3862.673422", Decimal("3862.673422")),
        ("1.10", Decimal("1.10")),
        ("null", None),
        ("~", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("no", "no"),
        ("yes", "yes"),
        ("True", "True"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1e3", "1e3"),
        ("1_000", "1_000"),
        ("12:30:00", "12:30:00"),
        ("2025-06-11", "2025-06-11"),
        (".5", ".5"),
        ("5.", "5."),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("'12'", "12"),
        ('"null"', "null"),
        ("灵溪镇", "灵溪镇"),
        ("9" * 31, "9" * 31),
    ],
)
def test_a_scalar_means_what_it_says(text: str, value: Any):
    found = parse_yaml(f"a: {text}\n").value["a"]

    assert (found, type(found)) == (value, type(value))


def test_every_value_has_its_line():
    tree = parse_yaml("a: 1\nb:\n  - x\n  - c: 2\n    d: {e: 3}\n")

    assert [tree.line(path) for path in [("a",), ("b",), ("b", 0), ("b", 1, "c"), ("b", 1, "d", "e")]] == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_a_path_that_is_not_there_has_the_line_of_what_would_hold_it():
    tree = parse_yaml("# 说明\na:\n  b: 1\n")

    assert [tree.line(("a", "x", "y")), tree.line(("z",))] == [2, tree.line(())]


def test_a_value_over_several_lines_has_the_line_of_its_key():
    assert parse_yaml("a:\n  b: >\n    一\n    二\nc: 1\n").line(("a", "b")) == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\n--- \nb: 2\n", 2),
        ("a: &x 1\n", 1),
        ("a: 1\nb: *x\n", 2),
        ("? [1, 2]\n: 3\n", 1),
        ("a: [1, 2\n", 2),
        ("a: 'x\n", 2),
        ("a: b: c\n", 1),
        ("a：1\nb: 2\n", 2),
    ],
    ids=[
        "twice",
        "tab",
        "two documents",
        "anchor",
        "alias",
        "list as key",
        "bracket",
        "quote",
        "two colons",
        "wide colon",
    ],
)
def test_what_is_not_plain_yaml_is_refused_with_its_line(text: str, line: int):
    error = refused(text)

    assert error.line == line
    assert any("\u4e00" <= character <= "\u9fff" for character in error.reason)


@pytest.mark.parametrize(
    "text", ["[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "[" * 100_000, "{a: " * 5000 + "1" + "}" * 5000]
)
def test_deep_nesting_is_refused(text: str):
    assert refused(text).reason


@pytest.mark.parametrize("text", ["a: \x00", "a: \x07", "a: \ud800"])
def test_characters_that_no_text_has_are_refused(text: str):
    assert refused(text).reason


def test_a_key_of_any_depth_may_stand_once_only():
    assert refused("a:\n  b: 1\n  c: 2\n  b: 3\n").line == 4


def test_our_own_files_may_use_anchors():
    assert parse_own("a: &x [1]\nb: *x\n").value == {"a": [1], "b": [1]}


def test_an_empty_text_is_nothing():
    assert parse_yaml("# 说明\n") == Tree(None, {})


def test_json_is_read_exactly_and_with_lines():
    tree = parse_json('{\n  "a": 0.10,\n  "b": [1, true, null]\n}')

    assert tree.value == {"a": Decimal("0.1"), "b": [1, True, None]}
    assert str(tree.value["a"]) == "0.10"
    assert tree.line(("b", 2)) == 3


@pytest.mark.parametrize(
    "text", ['{"a": 1,}', "{", '{"a": 1, "a": 2}', '{"a": NaN}', '{"a": Infinity}', "[" * 100_000, "[" * 60 + "]" * 60]
)
def test_what_is_not_json_is_refused(text: str):
    with pytest.raises(YamlTextError):
        parse_json(text)


def test_a_huge_integer_in_json_stays_text():
    assert parse_json(f'{{"a": {"9" * 5000}}}').value == {"a": "9" * 5000}


@given(VALUES)
def test_json_comes_back_as_it_was_written(value: Any):
    import json

    assert parse_json(json.dumps({"a": value}, ensure_ascii=False)).value == {"a": value}


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str):
    try:
        outcome: Tree | str = parse_yaml(text)
    except YamlTextError as error:
        outcome = error.reason

    assert isinstance(outcome, Tree) or outcome
