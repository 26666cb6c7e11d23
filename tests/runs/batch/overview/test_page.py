"""总览.html, parsed: what it lists, what it draws, and that nothing in it is anybody's but ours."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from lxml import html

from drafter.runs.batch.overview import page as module
from drafter.runs.batch.overview.files import overview_files, write_overview
from drafter.runs.batch.overview.page import overview_page
from drafter.runs.batch.overview.rows import COLUMNS
from drafter.runs.batch.summary import Summary
from tests.runs.batch.overview.sample import cells, county, done, hostile, hostile_likenesses, like


def parsed(content: bytes) -> html.HtmlElement:
    return html.document_fromstring(content.decode("utf-8"))


def shown(summaries: list[Summary], likenesses: list | None = None) -> html.HtmlElement:
    return parsed(overview_page(summaries, iter(likenesses or [])))


def names(tree: html.HtmlElement) -> list[str]:
    return [item.text_content()[:2] for item in tree.cssselect(".townships .name")]


def test_townships_stand_by_risk():
    assert names(shown(county())) == ["丙乡", "庚乡", "戊镇", "己镇", "乙镇", "丁街", "甲镇"]


def test_findings_gaps_and_reasons_of_a_township_can_be_folded_out():
    tree = shown(county())
    text = {item.get("data-place"): item.text_content() for item in tree.cssselect(".townships tbody")}

    assert "总计没有填。" in text["1"]
    assert "怎么办：请补填。" in text["1"]
    assert "工作考核结果情况" in text["6"]
    assert tree.cssselect(".townships tbody[data-place='1'] details")
    assert not tree.cssselect(".townships tbody[data-place='7'] details")


def test_reports_are_linked_by_relative_paths():
    tree = shown([done("甲 #1镇")])

    assert [item.get("href") for item in tree.cssselect(".links a")] == [
        "甲%20%231镇/report.html",
        "甲%20%231镇/report.docx",
    ]


def test_every_head_that_sorts_is_a_button_with_its_state():
    heads = shown(county()).cssselect(".townships thead [aria-sort]")

    assert len(heads) == len(COLUMNS) + 2
    assert all(head.tag == "th" and head.find("button") is not None for head in heads)
    assert [head.get("aria-sort") for head in heads].count("ascending") == 1


def test_charts_say_what_they_show():
    tree = shown(county())
    charts = {item.find("title").text: item.find("desc").text for item in tree.cssselect("svg")}

    assert charts["起草结果（个机关）"] == "完成 3；退回 2；失败 1；未做 1"
    assert charts["2025 年度申请办理结果（件）"].startswith("予以公开 9；")
    assert charts["2025 年度新收申请（件）"].startswith("甲镇 12；")
    assert charts["主动公开信息（条）"] == "甲镇 300"
    assert all(item.get("role") == "img" for item in tree.cssselect("svg"))


def test_a_chart_says_who_is_not_in_it():
    figure = next(item for item in shown(county()).cssselect("figure") if "新收申请" in item.text_content())

    assert "有 2 个机关没有填报" in figure.text_content()


def test_sums_that_lack_somebody_name_whom():
    tree = shown([done("甲镇"), done("乙镇", statistics=cells(changed={"applications.received.total": None}))])
    (gap,) = tree.cssselect("section .fold .findings li")

    assert "0（缺 1）" in gap.text_content()
    assert "没填的：乙镇人民政府" in gap.text_content()


def test_likenesses_show_both_sentences():
    tree = shown([done("甲镇"), done("乙镇")], [like("甲镇", "乙镇", 0.9, "block", "渡口告示牌换了九次")])

    assert [item.text for item in tree.cssselect(".pair dd")] == ["渡口告示牌换了九次"] * 2


def test_of_very_many_the_riskiest_are_listed_and_the_page_says_so(monkeypatch):
    monkeypatch.setattr(module, "MOST_ALL", 5)
    monkeypatch.setattr(module, "MOST_RISKY", 3)
    tree = shown(county())

    assert names(tree) == ["丙乡", "庚乡", "戊镇"]
    assert "其余 4 个见“总览.xlsx”" in tree.cssselect(".strong")[0].text_content()
    assert "共 7 个机关" in tree.cssselect(".sub")[0].text_content()


def test_the_policy_allows_our_script_and_style_by_their_hashes_and_nothing_else():
    content = overview_page(county(), [])
    text = content.decode("utf-8")
    policy = parsed(content).cssselect("meta[http-equiv='Content-Security-Policy']")[0].get("content")

    (script,), (style,) = (
        re.findall(r"<script>(.*?)</script>", text, re.DOTALL),
        re.findall(r"<style>(.*?)</style>", text, re.DOTALL),
    )
    hashes = [b64encode(sha256(part.encode()).digest()).decode() for part in (script, style)]
    assert policy == (
        f"default-src 'none'; script-src 'sha256-{hashes[0]}'; style-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "unsafe" not in policy


@pytest.mark.parametrize("summaries", [county(), hostile()], ids=["county", "hostile"])
def test_no_element_can_run_or_fetch_anything(summaries: list[Summary]):
    tree = shown(summaries, hostile_likenesses())

    assert len(tree.cssselect("script")) == 1
    assert tree.cssselect("img, iframe, object, embed, link, base, form, video, audio, image, use, foreignObject") == []
    attributes = {name for item in tree.iter() if isinstance(item.tag, str) for name in item.attrib}
    assert not {name for name in attributes if name.startswith("on") or name in ("style", "src", "srcdoc", "action")}
    links = [item.get("href") for item in tree.iter() if isinstance(item.tag, str) and item.get("href")]
    assert all(re.fullmatch(r"#townships|[^:/#?]+/report\.(?:html|docx)", link) for link in links)


def test_nothing_found_is_not_told_where_nothing_was_compared():
    text = overview_page(county(), None).decode()

    assert "这次没有比较雷同" in text
    assert "没有发现雷同" not in text
    assert "没有发现雷同" in overview_page(county(), []).decode()


def test_nobody_still_makes_a_page():
    assert names(shown([])) == []


def test_the_three_files_are_written_whole_over_those_of_an_earlier_run(tmp_path):
    (tmp_path / "总览.html").write_text("old", encoding="utf-8")

    assert write_overview(tmp_path, county(), []) == ("退回清单.xlsx", "总览.xlsx", "总览.html")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict(overview_files(county(), []))
