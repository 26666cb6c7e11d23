"""The desk as an editor uses it, in a real Chromium, by mouse and by keyboard."""

import json
import re

import pytest
from playwright.sync_api import expect

from drafter.desk.account import ALONE
from tests.desk.web.browser import Seen, seen, served
from tests.desk.web.office import OURS, PASSWORD, WARNED, Office
from tests.desk.word.edits import edited, tracked

pytestmark = pytest.mark.system
NOTED = "overview.8"
"""A sentence that states figures of a note."""


def open_line(seat: Seen, line: str = NOTED, key: str = OURS) -> None:
    seat.go(f"/report/{key}")
    seat.page.locator(f'[data-line="{line}"]').click(position={"x": 3, "y": 12})
    seat.page.wait_for_selector("[data-key-e]")


def edit(seat: Seen, words: str) -> None:
    """Type words at the end of the sentence that is chosen."""
    seat.page.keyboard.press("e")
    seat.page.wait_for_selector("#editor[data-ready]")
    seat.page.keyboard.type(words)


def save(seat: Seen) -> None:
    with seat.page.expect_response(re.compile("/act/")):
        seat.page.keyboard.press("Control+Enter")


def test_the_queue_is_gone_through_by_keyboard_filtered_and_searched(seat: Seen):
    page = seat.page
    seat.shot("01-queue")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 2

    page.keyboard.press("/")
    page.keyboard.type("双堍")
    expect(page.locator(".queue tbody tr")).to_have_count(1)
    seat.shot("02-queue-searched")
    page.get_by_role("link", name="退回").click()
    assert page.locator(".queue").count() == 0
    assert seat.said == []


def test_a_figure_tells_where_it_comes_from_and_leads_to_its_cell_and_back(seat: Seen):
    seat.go(f"/report/{OURS}")
    chip = seat.page.locator('.paper .chip[data-cell="applications.received.total"]').first
    chip.hover()
    expect(seat.page.locator("#tip")).to_contain_text("一、本年新收政府信息公开申请数量")
    seat.shot("03-chip")

    line = chip.evaluate("c => c.closest('.line').dataset.line")
    chip.click()
    seat.page.wait_for_selector("#panel .cells")
    assert seat.page.evaluate("document.activeElement.dataset.path") == "applications.received.total"
    seat.shot("04-cell")
    seat.page.keyboard.press("b")
    expect(seat.page.locator(".line.chosen")).to_have_attribute("data-line", line)
    assert seat.said == []


def test_a_typed_figure_is_refused_with_the_facts_it_may_mean_and_bound_to_the_one_chosen(seat: Seen):
    open_line(seat)
    edit(seat, "另有7件。")
    save(seat)
    expect(seat.page.locator("#refusal .say")).to_contain_text("7件")
    assert seat.server.desk.open(OURS, ALONE).version == 1
    seat.shot("05-figure-refused")

    seat.page.locator(".option[data-typed]").last.click()
    assert "7件" in seat.page.locator("#editor .chip").all_inner_texts()
    save(seat)
    expect(seat.page.locator(".panel-head .badge").first).to_have_text("编辑")
    assert seat.server.desk.open(OURS, ALONE).version == 2


def test_a_figure_that_nothing_states_is_refused_with_the_reason(seat: Seen):
    open_line(seat)
    edit(seat, "另有9876件。")
    save(seat)

    expect(seat.page.locator("#refusal")).to_contain_text("没有一格或一条材料是“9876件”")


def test_an_edit_is_checked_at_once_and_its_unproved_words_are_accepted_by_one_key(seat: Seen):
    open_line(seat)
    edit(seat, "申请材料齐全。")
    save(seat)
    expect(seat.page.locator(".line.chosen")).to_have_class(re.compile("amber"))
    expect(seat.page.locator("mark.unproved").first).to_have_text("齐全")
    expect(seat.page.get_by_role("button", name="通过", exact=True)).to_be_disabled()
    seat.shot("06-amber")

    with seat.page.expect_response(re.compile("/act/")):
        seat.page.keyboard.press("a")
    expect(seat.page.locator(".line.chosen")).to_have_class(re.compile("accepted"))
    expect(seat.page.get_by_role("button", name="通过", exact=True)).to_be_enabled()
    seat.shot("07-accepted")
    assert seat.said == []


def test_a_chip_can_be_put_in_from_the_list_and_taken_out_whole(seat: Seen):
    open_line(seat)
    edit(seat, "当年受理")
    seat.page.locator("#find").fill("上年结转政府信息公开申请数量 总计")
    seat.page.locator("#figures .option").first.click()
    assert seat.page.locator("#editor .chip").last.get_attribute("data-ref")
    seat.shot("08-insert")
    count = seat.page.locator("#editor .chip").count()
    seat.page.locator("#editor").focus()
    seat.page.keyboard.press("Backspace")

    assert seat.page.locator("#editor .chip").count() == count - 1


def test_a_sentence_is_dropped_brought_back_locked_and_a_change_undone_by_keys(seat: Seen):
    open_line(seat)
    for key, look in (("d", "dropped"), ("d", "green"), ("l", "locked"), ("l", "green")):
        with seat.page.expect_response(re.compile("/act/")):
            seat.page.keyboard.press(key)
        expect(seat.page.locator(".line.chosen")).to_have_class(re.compile(look))
    edit(seat, "登记簿逐月核对。")
    save(seat)
    seat.page.locator(".line.chosen").focus()
    with seat.page.expect_response(re.compile("/act/")):
        seat.page.keyboard.press("u")

    assert "逐月核对" not in seat.text(f'[data-line="{NOTED}"]')


def test_what_is_typed_survives_a_reload(seat: Seen):
    open_line(seat)
    edit(seat, "还没有保存的话")
    expect(seat.page.locator("#kept")).to_have_text("已暂存")
    seat.page.reload()
    seat.shot("09-reloaded")
    seat.page.locator(".group a", has_text="继续修改").click()

    expect(seat.page.locator("#editor")).to_contain_text("还没有保存的话")
    seat.shot("10-recovered")


def test_what_is_typed_survives_a_crash_of_the_desk(browser, alone: Office):
    with served(alone) as server, seen(browser, server) as seat:
        seat.page.goto(server.link())
        open_line(seat)
        edit(seat, "断电之前写的话")
        expect(seat.page.locator("#kept")).to_have_text("已暂存")
    with served(alone) as server, seen(browser, server) as seat:
        seat.page.goto(server.link())
        seat.go(f"/report/{OURS}?line={NOTED}&edit=1")

        expect(seat.page.locator("#editor")).to_contain_text("断电之前写的话")


def test_of_two_tabs_the_later_one_loses_nothing_and_is_told(seat: Seen):
    open_line(seat)
    other = Seen(seat.page.context.new_page(), seat.server)
    open_line(other)
    edit(seat, "这个窗口改的。")
    edit(other, "另一个窗口改的。")
    save(other)
    save(seat)

    expect(seat.page.locator("#say")).to_contain_text("没有保存")
    expect(seat.page.locator("#editor")).to_contain_text("这个窗口改的")
    assert "另一个窗口改的" in seat.text(f'[data-line="{NOTED}"]')
    seat.shot("11-two-tabs")
    save(seat)
    assert "这个窗口改的" in str(seat.server.desk.open(OURS, ALONE).working.line(NOTED).text)


def test_a_tab_that_shows_an_old_version_is_told_before_anything_is_typed(seat: Seen):
    open_line(seat)
    other = Seen(seat.page.context.new_page(), seat.server)
    open_line(other)
    edit(other, "另一个窗口改的。")
    save(other)
    seat.page.keyboard.press("e")

    expect(seat.page.locator("#say")).to_contain_text("已经改过")
    assert "另一个窗口改的" in seat.text(f'[data-line="{NOTED}"]')


def test_a_warning_is_waived_with_a_reason(seat: Seen):
    seat.go(f"/report/{WARNED}")
    warning = seat.page.locator("#panel .finding.warning").first
    warning.locator("summary").click()
    seat.shot("12-waive")
    warning.locator("textarea").fill("原件缺页，已向县档案馆核对")
    with seat.page.expect_response(re.compile("/act/")):
        warning.get_by_role("button", name="确认").click()

    seat.page.locator("summary", has_text="已确认的提醒（1）").click()
    expect(seat.page.locator("#panel")).to_contain_text("本机已确认：原件缺页，已向县档案馆核对")
    seat.shot("13-waived")


def test_a_report_is_returned_with_reasons_and_handed_in_again(seat: Seen):
    seat.go(f"/report/{WARNED}")
    seat.page.get_by_role("button", name="退回…").click()
    seat.page.locator("#returning input[type=checkbox]").first.check()
    seat.page.locator("#reasons").fill("请附登记簿复印件\n请核对第三部分")
    seat.shot("14-return")
    with seat.page.expect_response(re.compile("/act/")):
        seat.page.locator("#returning").get_by_role("button", name="退回", exact=True).click()
    expect(seat.page.locator(".reasons li")).to_have_count(3)
    expect(seat.page.locator(".bar .badge")).to_have_text("退回")
    seat.shot("15-returned")
    with seat.page.expect_response(re.compile("/act/")):
        seat.page.get_by_role("button", name="改好送审").click()

    expect(seat.page.locator(".bar .badge")).to_have_text("已改")


def test_a_cell_is_corrected_as_data_and_the_sentences_follow(seat: Seen):
    seat.go(f"/report/{OURS}?cell=applications.received.natural_person")
    seat.page.locator('[id="value-applications.received.natural_person"]').fill("10")
    seat.page.locator('[id="value-applications.received.total"]').fill("15")
    seat.page.locator("#why").fill("登记簿漏计一件")
    with seat.page.expect_response(re.compile("/act/")):
        seat.page.get_by_role("button", name="更正", exact=True).click()

    expect(seat.page.locator("#say")).to_contain_text("全年收到政府信息公开申请1415件")
    expect(seat.page.locator('[id="cell-applications.received.total"]')).to_have_text("15")
    expect(seat.page.get_by_role("button", name="通过", exact=True)).to_be_disabled()
    seat.shot("16-corrected")


def test_a_clean_report_is_approved_made_final_and_handed_out(seat: Seen):
    seat.go(f"/report/{OURS}")
    with seat.page.expect_response(re.compile("/act/")):
        seat.page.get_by_role("button", name="通过", exact=True).click()
    expect(seat.page.locator(".bar .badge")).to_have_text("通过")
    seat.shot("17-approved")
    seat.page.get_by_role("link", name="定稿").click()
    seat.page.get_by_role("button", name="定稿并生成文件").click()
    seat.page.wait_for_selector("table")
    seat.shot("18-final")
    with seat.page.expect_download() as download:
        seat.page.get_by_role("link", name="report.docx").click()

    assert download.value.suggested_filename.endswith("2025年政府信息公开工作年度报告.docx")
    folder = seat.server.out / OURS / "final"
    assert {"report.docx", "report.html", "report.md", "provenance.json"} <= {path.name for path in folder.iterdir()}


def test_the_trail_the_changes_and_the_comparison_are_shown(seat: Seen):
    open_line(seat)
    edit(seat, "登记簿逐月核对。")
    save(seat)
    for name, address in (("19-trail", "trail"), ("20-changes", "changes"), ("21-compare", "compare")):
        seat.go(f"/{address}/{OURS}")
        seat.shot(name)
        assert seat.page.locator("main").is_visible()
    seat.go(f"/compare/{OURS}?with=sibling")
    expect(seat.page.locator("main")).to_contain_text("石桥镇人民政府")
    seat.shot("22-sibling")
    with seat.page.expect_download() as download:
        seat.go(f"/trail/{OURS}")
        seat.page.get_by_role("link", name="导出留痕文件").click()
    entries = [json.loads(line) for line in download.value.path().read_text(encoding="utf-8").splitlines()]
    assert [entry["action"] for entry in entries] == ["Draft", "Edit"]
    assert seat.said == []


def test_people_of_an_office_log_in_and_see_what_is_theirs(browser, county: Office):
    with served(county) as server, seen(browser, server) as seat:
        seat.go("/")
        seat.shot("23-login")
        seat.page.get_by_label("账号").fill("王芳")
        seat.page.get_by_label("密码").fill("不对的密码")
        seat.page.get_by_role("button", name="登录").click()
        expect(seat.page.get_by_role("alert")).to_be_visible()
        seat.page.get_by_label("密码").fill(PASSWORD)
        seat.page.get_by_role("button", name="登录").click()
        expect(seat.page.locator(".queue tbody tr")).to_have_count(1)
        seat.page.get_by_role("link", name="灵溪镇人民政府").click()
        assert seat.page.get_by_role("button", name="通过", exact=True).count() == 0
        seat.shot("24-clerk")
        seat.page.get_by_role("button", name="退出").click()
        expect(seat.page).to_have_url(re.compile("/login"))


def test_an_edited_word_file_is_read_back_and_taken_by_ticks(seat: Seen, tmp_path):
    seat.go(f"/word/{OURS}")
    seat.shot("25-word")
    with seat.page.expect_download() as download:
        seat.page.get_by_role("link", name="下载送审稿").click()
    content = edited(download.value.path().read_bytes(), tracked("申请中", "政府信息公开申请中"))
    path = tmp_path / "改过的.docx"
    path.write_bytes(content)
    seat.page.locator("#file").set_input_files(path)
    seat.page.get_by_role("button", name="读回").click()
    expect(seat.page.locator("tbody tr")).to_have_count(1)
    expect(seat.page.locator("tbody ins")).to_have_text("政府信息公开")
    assert seat.server.desk.open(OURS, ALONE).version == 1
    seat.shot("26-proposals")
    seat.page.locator("tbody input").check()
    seat.page.get_by_role("button", name="采用勾选的").click()

    expect(seat.page.locator("main")).to_contain_text("已采用 1 处")
    assert "政府信息公开申请中" in str(seat.server.desk.open(OURS, ALONE).working.line(NOTED).text)
    seat.shot("27-taken")
