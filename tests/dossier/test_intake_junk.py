"""Whatever stands anywhere in a dossier, taking it in ends with findings and never with a crash."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.intake import assess
from drafter.dossier.prior import prior_from_tree
from drafter.findings import blocking
from drafter.yamltree import Path, Tree
from tests.dossier.sample import value

JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(), max_size=12)
    | st.sampled_from(["2021", "N01", "disputes.*", "default", "..", "\ud800", "镇", "20XX年", 2025]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | st.just("total"), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(node: Any, path: Path = ()) -> list[Path]:
    """Return the path of every value in a tree."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [path, *(place for name, item in items for place in places(item, (*path, name)))]


SAMPLE = value() | {"doubts": [{"cells": ["disputes.review.*"], "reason": "原文缺失"}]}
PLACES = [place for place in places(SAMPLE) if place]


@st.composite
def spoiled(draw: st.DrawFn) -> Tree:
    """Draw the sample with values replaced, removed or added in up to four places."""
    root = copy.deepcopy(SAMPLE)
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)):
        node: Any = root
        for part in path[:-1]:
            node = node[part] if _holds(node, part) else {}
        if not _holds(node, path[-1]):
            continue
        if draw(st.booleans()):
            node[path[-1]] = draw(JUNK)
        elif isinstance(node, dict):
            node[draw(st.text(max_size=5))] = node.pop(path[-1])
        else:
            node.append(draw(JUNK))
    return Tree(root, {})


def _holds(node: Any, part: str | int) -> bool:
    if isinstance(node, dict):
        return part in node
    return isinstance(node, list) and isinstance(part, int) and part < len(node)


@given(spoiled())
def test_a_spoiled_dossier_is_taken_in_with_findings(tree: Tree):
    found = assess(tree)

    assert found.dossier is not None or blocking(found.findings)
    assert all(finding.message and finding.where for finding in found.findings)


@given(spoiled())
def test_a_spoiled_year_before_is_used_or_refused(tree: Tree):
    reading = prior_from_tree(tree, "last.yaml")

    assert reading.prior is not None or blocking(reading.findings)


@given(spoiled())
def test_a_dossier_without_a_blocking_finding_is_complete(tree: Tree):
    found = assess(tree)

    assert blocking(found.findings) or (found.dossier is not None and found.dossier.statistics.is_complete)
