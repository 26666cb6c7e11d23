"""Nothing reaches a page that no page of ours sent: wrong hosts, wrong origins, forged forms, bodies without end."""

import pytest

from drafter.desk.web.guard import MOST_BYTES, MOST_UPLOAD_BYTES
from tests.desk.web.office import LINE, ORIGIN, OURS, Office


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1:8000.evil.example", ""]
)
def test_a_name_that_was_pointed_at_this_machine_is_refused(alone: Office, host: str):
    answer = alone.get("/", headers={"Host": host})

    assert answer.status_code == 421
    assert "灵溪镇" not in answer.text


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://127.0.0.1:8001",
        "https://127.0.0.1:8000",
        "null",
        "http://127.0.0.1:8000.evil.example",
    ],
)
def test_a_form_on_another_page_is_refused_though_it_has_the_token(alone: Office, origin: str):
    answer = alone.post(f"/act/{OURS}", {"version": "1", "action": "lock", "line": LINE}, origin=origin)

    assert answer.status_code == 403
    assert alone.opened().version == 1


def test_a_form_that_says_nothing_of_where_it_comes_from_is_refused(alone: Office):
    answer = alone.post(f"/act/{OURS}", {"version": "1", "action": "lock", "line": LINE}, origin=None)

    assert answer.status_code == 403


def test_what_the_browser_calls_cross_site_is_refused(alone: Office):
    answer = alone.post(f"/act/{OURS}", {"action": "lock"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_token_of_the_session_is_refused(alone: Office, token: str):
    answer = alone.post(f"/act/{OURS}", {"csrf": token, "version": "1", "action": "lock", "line": LINE})

    assert answer.status_code == 403
    assert alone.opened().version == 1


def test_the_token_may_come_as_a_header(alone: Office):
    data = {"csrf": "", "version": "1", "action": "lock", "line": LINE}
    answer = alone.post(f"/act/{OURS}", data, headers={"X-CSRF-Token": alone.csrf})

    assert answer.status_code == 303
    assert alone.opened().version == 2


def test_the_token_of_another_session_is_refused(county: Office):
    county.sit("老李")
    first = county.csrf
    county.client.cookies.clear()
    county.sit("老李")

    answer = county.post(f"/act/{OURS}", {"csrf": first, "version": "1", "action": "lock", "line": LINE})

    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_a_method_that_no_page_uses_is_refused(alone: Office, method: str):
    answer = alone.client.request(method, f"/report/{OURS}", headers={"Origin": ORIGIN})

    assert answer.status_code == 405


@pytest.mark.parametrize(
    "address", ["/act/灵溪镇", "/keep/灵溪镇", "/logout", "/take/灵溪镇", "/make-final/灵溪镇", "/reword/灵溪镇"]
)
def test_nothing_is_changed_by_looking(alone: Office, address: str):
    assert alone.get(address).status_code == 405


def test_every_answer_binds_the_browser(alone: Office):
    for address in ("/", f"/report/{OURS}", "/login", "/static/desk.js", "/nowhere", f"/review/{OURS}"):
        headers = alone.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


def test_pages_are_not_kept_by_the_browser(alone: Office):
    assert alone.get(f"/report/{OURS}").headers["cache-control"] == "no-store"


def test_a_body_that_says_it_is_too_large_is_not_read(alone: Office):
    answer = alone.post(f"/act/{OURS}", {"reasons": "长" * MOST_BYTES})

    assert answer.status_code == 413


def test_a_body_that_never_ends_is_cut_off(alone: Office):
    def endless():
        for _ in range(MOST_BYTES // 1024 + 10):
            yield b"x" * 1024

    headers = {"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
    answer = alone.client.post(f"/act/{OURS}", content=endless(), headers=headers)

    assert answer.status_code == 413


def test_a_file_that_is_too_large_is_not_read(alone: Office):
    answer = alone.post(f"/import/{OURS}", files={"file": ("大.docx", b"0" * (MOST_UPLOAD_BYTES + 1))})

    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e9", "0x10"])
def test_a_length_that_is_no_number_is_refused(alone: Office, length: str):
    answer = alone.client.post("/login", content=b"", headers={"Origin": ORIGIN, "Content-Length": length})

    assert answer.status_code == 400


def test_a_form_with_thousands_of_fields_is_refused(alone: Office):
    body = "&".join(f"reason={number}" for number in range(2000)).encode()
    headers = {"Origin": ORIGIN, "Content-Type": "application/x-www-form-urlencoded", "X-CSRF-Token": alone.csrf}

    assert alone.client.post(f"/act/{OURS}", content=body, headers=headers).status_code == 400
