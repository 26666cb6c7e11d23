"""A figure of a part is not held against the cell of the whole."""

import pytest

from drafter.audit.statements import statements

APPLICATIONS = "全年收到政府信息公开申请9件。"


def said(text: str) -> list[tuple[str, str]]:
    return [(item.claim.name, item.said) for item in statements(text, APPLICATIONS)]


@pytest.mark.parametrize(
    "text",
    [
        "通过网上平台收到6件，通过邮政特快专递收到3件。",
        "网上收到6件，当面收到3件。",
        "自然人申请新收8件。",
        "3件（企业2件、自然人1件）按规定延期。",
    ],
)
def test_a_part_is_not_the_whole(text: str):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("通过网上平台收到政府信息公开申请6件。", ["新收"]),
        ("收到申请3件（企业2件、自然人1件）。", ["新收", "商业企业申请", "自然人申请"]),
    ],
)
def test_the_whole_is_still_read(text: str, names: list[str]):
    assert [name for name, _ in said(text)] == names
