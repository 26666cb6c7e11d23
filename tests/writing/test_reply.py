"""A reply is what its schema says or it is a known failure; nothing a model returns raises."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writing.reply import MOST_CHARACTERS, read_reply

GOOD = {"kind": "deed", "topic": "主动公开", "cites": ["N01"], "text": "开设政务公开专栏，{{n:N01.1}}。"}


def reply(*items: Any) -> str:
    return json.dumps({"items": list(items)}, ensure_ascii=False)


def codes(text: str | None, finish: str = "stop") -> list[str]:
    return [failure.code for failure in read_reply(text, finish).failures]


def test_a_good_reply_has_its_items_and_no_failure() -> None:
    found = read_reply(reply(GOOD, {**GOOD, "text": "  更新公开目录。 "}))

    assert [item.text for item in found.items] == [GOOD["text"], "更新公开目录。"]
    assert found.items[0].cites == ("N01",)
    assert found.failures == ()


def test_a_fenced_reply_is_read() -> None:
    assert len(read_reply(f"```json\n{reply(GOOD)}\n```").items) == 1


@pytest.mark.parametrize(
    ("text", "finish", "code"),
    [
        (None, "stop", "reply-empty"),
        ("", "stop", "reply-empty"),
        (" \n", "stop", "reply-empty"),
        (reply(GOOD)[:-4], "length", "reply-truncated"),
        (reply(GOOD), "length", "reply-truncated"),
        (reply(GOOD)[:-4], "stop", "reply-not-json"),
        (reply(GOOD), "content_filter", "reply-refused"),
        ("抱歉，我无法完成这个请求。", "stop", "reply-refused"),
        ("I'm sorry, but I can't help with that.", "stop", "reply-refused"),
        ("好的，以下是草稿：开设专栏。", "stop", "reply-not-json"),
        ("x" * (MOST_CHARACTERS + 1), "stop", "reply-too-large"),
        (' {"items": [], "items": []}', "stop", "reply-duplicate-key"),
        (reply({**GOOD, "text": "\ud800半个字。"}), "stop", "reply-not-text"),
        (reply({**GOOD, "topic": "\udfff"}), "stop", "reply-not-text"),
        (f'{{"items": [{"9" * 5000}]}}', "stop", "reply-not-json"),
        ("[" * 400 + "]" * 400, "stop", "reply-too-deep"),
        ("[" * 90_000, "stop", "reply-too-deep"),
        ('{"items": [{"kind": "deed", "kind": "deed"}]}', "stop", "reply-duplicate-key"),
        ('{"items": NaN}', "stop", "reply-not-finite"),
        ('{"items": [Infinity]}', "stop", "reply-not-finite"),
        ('{"items": ' + "[" * 50_000 + "]" * 50_000 + "}", "stop", "reply-too-deep"),
        ('{"items": [[[[[[[[[[]]]]]]]]]]}', "stop", "reply-too-deep"),
        ("[]", "stop", "reply-schema"),
        ("{}", "stop", "reply-schema"),
        ('{"items": "x"}', "stop", "reply-schema"),
        ('{"items": [], "note": "x"}', "stop", "reply-schema"),
        (reply(*[GOOD] * 61), "stop", "reply-schema"),
    ],
)
def test_a_reply_that_cannot_be_used_fails_with_its_code(text: str | None, finish: str, code: str) -> None:
    found = read_reply(text, finish)

    assert [failure.code for failure in found.failures] == [code]
    assert found.items == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kind": "boast"}, "reply-schema"),
        ({"cites": "N01"}, "reply-schema"),
        ({"text": ""}, "reply-schema"),
        ({"text": "字" * 401}, "reply-schema"),
        ({"figures": 3}, "reply-schema"),
        ({"text": "The township opened a column."}, "reply-language"),
        ({"text": "加强公开工作，加强公开工作，加强公开工作，加强公开工作。"}, "reply-repeats"),
    ],
)
def test_a_bad_item_is_left_out_and_the_good_ones_stay(change: dict[str, Any], code: str) -> None:
    found = read_reply(reply(GOOD, {**GOOD, **change}))

    assert [(failure.code, failure.item) for failure in found.failures] == [(code, 1)]
    assert [item.text for item in found.items] == [GOOD["text"]]


def test_a_sentence_written_three_times_is_a_loop() -> None:
    assert codes(reply(GOOD, GOOD, GOOD)) == ["reply-repeats"] * 3
    assert codes(reply(GOOD, GOOD)) == []


def test_a_sentence_of_slots_alone_is_not_a_foreign_language() -> None:
    assert codes(reply({**GOOD, "text": "{{p:app_new}}，{{p:app_closed}}。"})) == []


KEYS = st.sampled_from(["items", "kind", "topic", "cites", "text"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner),
)


@given(st.text() | VALUES.map(json.dumps))
def test_nothing_a_model_returns_raises(text: str) -> None:
    found = read_reply(text)

    assert found.failures or all(item.text for item in found.items)
