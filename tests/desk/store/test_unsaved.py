"""What somebody typed and did not save is theirs, and stays until it is saved or given up."""

from pathlib import Path

import pytest

from drafter.desk.store.store import Store
from drafter.desk.store.unsaved import MOST_CHARACTERS, drafts_of, drop_draft, keep_draft
from tests.desk.store.sample import drafted

PLACE = ("甲镇", "overview.1", "张三")


@pytest.fixture(autouse=True)
def _report(store: Store) -> None:
    store.save("甲镇", 0, drafted("甲镇"))


def test_the_last_text_stands_with_the_version_it_was_typed_on(store: Store):
    assert keep_draft(store, PLACE, 1, "一")
    assert keep_draft(store, PLACE, 2, "二")
    kept = drafts_of(store, "甲镇", "张三")

    assert {line: (draft.version, draft.content) for line, draft in kept.items()} == {"overview.1": (2, "二")}


def test_nobody_sees_what_another_typed(store: Store):
    keep_draft(store, PLACE, 1, "一")

    assert drafts_of(store, "甲镇", "李四") == {}


def test_it_is_gone_when_it_is_given_up(store: Store):
    keep_draft(store, PLACE, 1, "一")
    drop_draft(store, PLACE)

    assert drafts_of(store, "甲镇", "张三") == {}


def test_it_is_there_when_the_store_is_opened_again(store: Store, tmp_path: Path):
    keep_draft(store, PLACE, 1, "<script>alert(1)</script>")
    again = Store.beside(tmp_path)

    assert drafts_of(again, "甲镇", "张三")["overview.1"].content == "<script>alert(1)</script>"
    again.close()


@pytest.mark.parametrize(("report", "content"), [("没有", "一"), ("甲镇", "字" * (MOST_CHARACTERS + 1))])
def test_what_cannot_be_a_draft_is_not_kept(store: Store, report: str, content: str):
    assert not keep_draft(store, (report, "overview.1", "张三"), 1, content)
    assert drafts_of(store, report, "张三") == {}
