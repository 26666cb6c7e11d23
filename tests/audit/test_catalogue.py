"""The catalogue holds every rule once, and each says what it is and where it comes from."""

import re
from collections import Counter

from drafter.audit.catalogue import RULES

COUNTS = {"A": 16, "B": 16, "C": 11, "D": 15, "E": 6, "F": 7, "G": 10, "H": 6, "I": 3, "J": 4}
"""How many rules each part of the catalogue has."""


def test_the_catalogue_is_complete_and_in_order():
    expected = [f"{part}{number:02}" for part, count in COUNTS.items() for number in range(1, count + 1)]

    assert [rule.id for rule in RULES] == expected
    assert len(RULES) == 94


def test_every_rule_has_a_number_and_a_code_of_its_own():
    numbers, codes = Counter(rule.id for rule in RULES), Counter(rule.code for rule in RULES)

    assert [number for number, count in numbers.items() if count > 1] == []
    assert [code for code, count in codes.items() if count > 1] == []
    assert [rule.id for rule in RULES if not re.fullmatch("[A-J][0-9]{2}", rule.id)] == []
    assert [rule.code for rule in RULES if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule.code)] == []


def test_every_rule_says_where_it_comes_from():
    assert [rule.id for rule in RULES if not rule.source] == []
