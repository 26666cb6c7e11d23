"""No address, no name of a file and no field leads out of the desk's folder."""

import pytest

from drafter.desk.web.pages.words import safe_name
from drafter.desk.web.rendering import download
from tests.desk.web.office import OURS, Office

CLIMBING = ("../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//etc/passwd", "/etc/passwd")


@pytest.mark.parametrize("path", [*CLIMBING, "../app.py", "%2e%2e/guard.py", "../templates/base.html", "..\\app.py"])
def test_static_files_are_ours_alone(alone: Office, path: str):
    assert alone.get(f"/static/{path}").status_code in (404, 405)


@pytest.mark.parametrize("path", [*CLIMBING, "C:\\x", "CON", "a" * 5000, "\u202e"])
def test_no_report_lies_outside_the_desk(alone: Office, path: str):
    assert alone.get("/report/" + path).status_code == 404
    assert alone.get("/file/" + path + "?name=report.docx").status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "../report.json",
        "report.json",
        "/etc/passwd",
        "..\\report.docx",
        "",
        "report.docx\x00.md",
        "trail.jsonl/../../report.json",
    ],
)
def test_only_final_files_are_handed_out(alone: Office, name: str):
    alone.act("approve")
    assert alone.post(f"/make-final/{OURS}", {"version": "2"}).status_code == 200

    assert alone.get(f"/file/{OURS}", params={"name": name}).status_code == 404
    assert alone.get(f"/file/{OURS}", params={"name": "report.docx"}).status_code == 200


def test_a_final_file_is_saved_and_never_shown_in_the_desk(alone: Office):
    alone.act("approve")
    alone.post(f"/make-final/{OURS}", {"version": "2"})
    answer = alone.get(f"/file/{OURS}", params={"name": "report.html"})

    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_a_folder_that_leads_elsewhere_is_not_followed(alone: Office, tmp_path_factory: pytest.TempPathFactory):
    alone.act("approve")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    folder = alone.out / OURS
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.symlink_to(elsewhere)

    assert alone.post(f"/make-final/{OURS}", {"version": "2"}).status_code == 404
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("报告.docx", "报告.docx"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("/etc/passwd", "passwd"),
        ("a\r\nSet-Cookie: x", "aSet-Cookie: x"),
        ("\u202egpj.docx", "gpj.docx"),
        ("", "Word 文件"),
        ("..", "Word 文件"),
    ],
)
def test_the_name_of_a_file_is_only_a_name(name: str, safe: str):
    assert safe_name(name) == safe


@pytest.mark.parametrize("name", ['a"; x="', "a\r\nX: y", "../../x", "CON<>:|?*", ""])
def test_a_name_to_save_under_is_safe_on_every_system(name: str):
    header = download(b"", name).headers["content-disposition"]

    assert header.isascii()
    assert not set("\r\n/\\<>|?") & set(header)
    assert header.count('"') == 0
