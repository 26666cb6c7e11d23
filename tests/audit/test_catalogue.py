"""The catalogue holds every rule once, and each says what it is and where it comes from."""

import re
from collections import Counter

from drafter.audit.catalogue import RULES


def test_every_rule_has_a_number_and_a_code_of_its_own():
    numbers, codes = Counter(rule.id for rule in RULES), Counter(rule.code for rule in RULES)

    assert [number for number, count in numbers.items() if count > 1] == []
    assert [code for code, count in codes.items() if count > 1] == []
    assert [rule.id for rule in RULES if not re.fullmatch("[A-J][0-9]{2}", rule.id)] == []
    assert [rule.code for rule in RULES if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", rule.code)] == []


def test_every_rule_says_where_it_comes_from():
    assert [rule.id for rule in RULES if not rule.source] == []
