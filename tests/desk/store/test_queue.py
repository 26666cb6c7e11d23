"""The queue shows what somebody asked for and may see, in an order that stays."""

import pytest

from drafter.desk.account import ALONE, Account, Role
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from tests.desk.store.sample import drafted, edited

ROWS = (
    ("甲镇", {"county": "东县", "status": "待审", "errors": 2, "risk": 20}),
    ("乙镇", {"county": "东县", "status": "通过", "warnings": 3, "risk": 5}),
    ("丙乡", {"county": "西县", "status": "待审", "ambers": 1, "gaps": 2, "risk": 30}),
    ("丁街道", {"county": "西县", "status": "退回", "reds": 1, "risk": 20}),
)
STATUSES = {"待审": 2, "退回": 1, "已改": 0, "通过": 1, "定稿": 0}


@pytest.fixture(autouse=True)
def _filled(store: Store) -> None:
    for key, fields in ROWS:
        store.save(key, 0, drafted(key, **fields))


def shown(store: Store, account: Account = ALONE, **asked: object) -> list[str]:
    return [queued.row.key for queued in store.queue(Asked(**asked), account).rows]


def test_the_riskiest_comes_first_and_the_key_decides_between_equals(store: Store):
    assert shown(store) == ["丙乡", *sorted(["甲镇", "丁街道"]), "乙镇"]


def test_a_row_comes_back_as_it_was_put_in(store: Store):
    queued = store.queue(Asked(), ALONE).rows[0]

    assert queued.row == drafted("丙乡", **ROWS[2][1]).row
    assert (queued.version, queued.has_redraft) == (1, False)
    assert store.row("丙乡") == queued


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"status": "待审"}, {"甲镇", "丙乡"}),
        ({"county": "西县"}, {"丙乡", "丁街道"}),
        ({"county": "西县", "status": "退回"}, {"丁街道"}),
        ({"text": "丁街"}, {"丁街道"}),
        ({"text": "东县 乙镇"}, {"乙镇"}),
        ({"text": "没有这样的话"}, set()),
        ({"text": "%"}, set()),
        ({"text": "_"}, set()),
        ({"text": "  "}, {"甲镇", "乙镇", "丙乡", "丁街道"}),
        ({"status": "不是状态"}, set()),
        ({"order": "risk; drop table reports"}, {"甲镇", "乙镇", "丙乡", "丁街道"}),
    ],
)
def test_a_filter_leaves_what_it_names(store: Store, asked: dict[str, str], keys: set[str]):
    assert set(shown(store, **asked)) == keys


def test_a_search_looks_into_the_text_as_it_is_now(store: Store):
    store.save("甲镇", 1, edited(store.load("甲镇").working, "甲镇", "举办了开放日。"))

    assert shown(store, text="开放日") == ["甲镇"]


def test_small_and_large_letters_are_the_same_in_a_search(store: Store):
    store.save("甲镇", 1, edited(store.load("甲镇").working, "甲镇", "开通 WeChat 公众号。"))

    assert shown(store, text="wechat") == shown(store, text="WECHAT") == ["甲镇"]


def test_counts_are_those_of_the_filter_without_its_status(store: Store):
    page = store.queue(Asked(status="退回"), ALONE)

    assert (page.counts, page.total) == (STATUSES, 1)
    assert store.queue(Asked(county="西县"), ALONE).counts == STATUSES | {"待审": 1, "通过": 0}


def test_pages_follow_each_other_without_gap_or_repetition(store: Store):
    pages = [store.queue(Asked(size=3, page=number), ALONE) for number in (1, 2)]

    assert [len(page.rows) for page in pages] == [3, 1]
    assert [row.row.key for page in pages for row in page.rows] == list(store.keys(Asked(), ALONE))
    assert (pages[0].pages, pages[0].total) == (2, 4)


@pytest.mark.parametrize(("asked", "got"), [(0, 1), (-5, 1), (99, 2)])
def test_a_page_that_is_not_there_is_the_nearest(store: Store, asked: int, got: int):
    assert store.queue(Asked(size=3, page=asked), ALONE).page == got


def test_an_empty_queue_has_one_page(store: Store):
    page = store.queue(Asked(text="没有"), ALONE)

    assert (page.rows, page.total, page.page, page.pages) == ((), 0, 1, 1)


def test_a_clerk_sees_their_own_townships_only(store: Store):
    clerk = Account("小王", Role.CLERK, frozenset({"丙乡人民政府"}))

    assert shown(store, clerk) == ["丙乡"]
    assert store.queue(Asked(), clerk).counts == {"待审": 1, "退回": 0, "已改": 0, "通过": 0, "定稿": 0}
    assert [line.county for line in store.board(clerk)] == ["西县"]
    assert store.keys(Asked(), clerk) == ("丙乡",)


def test_a_clerk_of_no_township_sees_nothing(store: Store):
    clerk = Account("小王", Role.CLERK)

    assert (shown(store, clerk), store.board(clerk)) == ([], ())


def test_a_reviewer_of_some_townships_sees_those(store: Store):
    assert shown(store, Account("老李", Role.REVIEWER, frozenset({"甲镇人民政府"}))) == ["甲镇"]


def test_the_board_sums_every_county(store: Store):
    east, west = store.board(ALONE)

    assert (east.county, east.reports, east.errors, east.warnings) == ("东县", 2, 2, 3)
    assert east.counts == {"待审": 1, "退回": 0, "已改": 0, "通过": 1, "定稿": 0}
    assert (west.county, west.reports, west.ambers, west.gaps, west.reds) == ("西县", 2, 1, 2, 1)
