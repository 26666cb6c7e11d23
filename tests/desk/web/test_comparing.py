"""A report beside last year's, beside its nearest sibling, and beside a newer draft of its own."""

import json

import pytest

from tests.desk.reports import record
from tests.desk.web.hostile import CORPUS
from tests.desk.web.office import OURS, Office
from tests.desk.web.test_escaping import assert_nothing_runs


def test_the_nearest_report_of_the_county_is_shown_sentence_by_sentence(alone: Office):
    page = alone.get(f"/compare/{OURS}?with=sibling").text

    assert "石桥镇人民政府2025年度" in page
    assert "双堍镇" not in page
    assert "<ins>" in page
    assert "<del>" in page


def test_a_clerk_is_shown_no_sibling_that_is_not_theirs(county: Office):
    county.sit("王芳")

    assert "石桥镇" not in county.get(f"/compare/{OURS}?with=sibling").text


def test_figures_that_moved_since_last_year_are_listed(alone: Office):
    page = alone.get(f"/compare/{OURS}").text

    assert "2024年度" in page
    assert "applications.received.total" in page


def test_last_years_published_report_can_be_handed_in(alone: Office):
    alone.act("approve")
    alone.post(f"/make-final/{OURS}", {"version": "2"})
    content = (alone.out / OURS / "final" / "report.html").read_bytes()
    answer = alone.post(f"/compare-file/{OURS}", files={"file": ("上年.html", content)})

    assert answer.status_code == 200
    assert "上年.html" in answer.text
    assert "新收的14件申请中" in answer.text
    assert not list(alone.out.rglob("上年*"))


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"PK\x03\x04", "".join(CORPUS).encode(), b"%PDF-1.7 x"])
def test_a_hostile_file_for_comparison_is_read_as_text_or_refused(alone: Office, content: bytes):
    answer = alone.post(f"/compare-file/{OURS}", files={"file": ("<img src=x onerror=xss()>.html", content)})

    assert answer.status_code in (200, 422)
    assert_nothing_runs(answer.text)


def test_a_newer_draft_is_shown_and_taken_by_name(alone: Office):
    alone.act("drop", line="overview.9")
    tree = json.loads(record(OURS))
    tree["sentences"][10] = {**tree["sentences"][10], "text": "换了一句话。", "spans": []}
    (alone.out / OURS / "report.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    assert alone.desk.take_in(alone.out).aside == (OURS,)

    assert "重新起草过" in alone.get(f"/report/{OURS}").text
    assert "换了一句话" in alone.get(f"/redraft/{OURS}").text
    assert alone.post(f"/take-redraft/{OURS}", {"version": "1"}).status_code == 422
    assert alone.post(f"/take-redraft/{OURS}", {"version": "2"}).status_code == 303

    assert "换了一句话" in alone.get(f"/report/{OURS}").text
    assert alone.get(f"/redraft/{OURS}").status_code == 404
