"""Coming in and going out: the link works once, tokens are never taken over, wrong passwords run out."""

import pytest

from tests.desk.web.office import COOKIE, ORIGIN, OURS, PASSWORD, Office


def test_without_a_session_every_page_leads_to_the_log_in(county: Office):
    for address in (
        "/",
        "/board",
        f"/report/{OURS}",
        f"/trail/{OURS}",
        f"/word/{OURS}",
        f"/file/{OURS}?name=report.docx",
    ):
        answer = county.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=")


def test_without_a_session_nothing_is_done(county: Office):
    for address in ("/act/", "/keep/", "/import/", "/take/", "/make-final/", "/reword/", "/take-redraft/"):
        assert county.post(address + OURS, {"action": "lock"}).status_code == 401


def test_a_link_works_once(alone: Office):
    link = alone.entrance.link()
    alone.client.cookies.clear()

    first, second = alone.get(f"/enter?link={link}"), alone.get(f"/enter?link={link}")

    assert (first.status_code, second.status_code) == (303, 403)


@pytest.mark.parametrize("link", ["", "x", "0" * 5000, "%00", "' OR 1=1 --"])
def test_a_link_that_was_never_made_opens_nothing(alone: Office, link: str):
    alone.client.cookies.clear()

    assert alone.get("/enter", params={"link": link}).status_code == 403
    assert alone.get("/").status_code == 303


def test_a_link_opens_no_office_of_users(county: Office):
    assert county.get("/enter?link=x").status_code == 403


def test_the_cookie_of_a_session_is_out_of_reach_for_scripts_and_other_sites(county: Office):
    answer = county.post("/login", {"name": "老李", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie


def test_a_session_that_a_browser_brings_along_is_never_adopted(county: Office):
    planted = "A" * 43
    county.client.cookies.set(COOKIE, planted, domain="127.0.0.1")
    county.sit("老李")

    assert county.client.cookies.get(COOKIE) != planted
    assert county.entrance.seated(planted) is None


def test_a_log_in_ends_the_session_before_it(county: Office):
    county.sit("老李")
    first = county.client.cookies[COOKIE]
    county.sit("王芳")

    assert county.entrance.seated(first) is None
    assert county.client.cookies[COOKIE] != first


def test_a_log_out_ends_the_session_at_the_server(county: Office):
    county.sit("老李")
    token = county.client.cookies[COOKIE]

    assert county.post("/logout").status_code == 303
    assert county.entrance.seated(token) is None


def test_a_wrong_name_and_a_wrong_password_look_the_same(county: Office):
    wrong = county.post("/login", {"name": "老李", "password": "x"})
    unknown = county.post("/login", {"name": "没有的人", "password": "x"})

    assert wrong.status_code == unknown.status_code == 401
    assert wrong.text.replace("老李", "") == unknown.text.replace("没有的人", "")


def test_wrong_passwords_run_out(county: Office):
    for _ in range(5):
        county.post("/login", {"name": "老李", "password": "x"})

    assert county.post("/login", {"name": "老李", "password": PASSWORD}).status_code == 429


@pytest.mark.parametrize(
    "going",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/x\r\nSet-Cookie: a=b"],
)
def test_a_log_in_leads_to_no_other_site(county: Office, going: str):
    answer = county.post("/login", {"name": "老李", "password": PASSWORD, "next": going})

    assert answer.headers["location"] == "/"
    assert "a=b" not in answer.headers["set-cookie"]


def test_a_log_in_leads_back_to_where_somebody_wanted_to_go(county: Office):
    answer = county.post("/login", {"name": "老李", "password": PASSWORD, "next": f"/report/{OURS}?line=overview.2"})

    assert answer.headers["location"].endswith("?line=overview.2")


def test_a_log_in_from_another_site_is_refused(county: Office):
    answer = county.post("/login", {"name": "老李", "password": PASSWORD}, origin="http://evil.example")

    assert answer.status_code == 403


def test_an_account_that_is_gone_sits_no_longer(county: Office):
    county.sit("老李")
    users = county.out / "users.toml"
    users.write_text(users.read_text(encoding="utf-8").replace("老李", "老张"), encoding="utf-8")

    assert county.get("/").status_code == 303


def test_a_part_of_a_page_sends_the_whole_page_to_the_log_in(county: Office):
    answer = county.get(f"/panel/{OURS}", headers={"HX-Request": "true", "Origin": ORIGIN})

    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/login")
