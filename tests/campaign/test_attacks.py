"""Whatever a model answers, no false word and no false figure reaches a file, and the files are written."""

import json
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest

from drafter.contracts import violations
from drafter.findings import Severity
from drafter.runs.pipeline import Report
from drafter.runs.record import record_bytes
from drafter.writing.backends.base import Request
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, State, Verdict, verdict
from drafter.writing.model.masking import material
from tests.campaign.attacker import (
    FORMATS,
    MOST_ITEMS,
    NOTHING,
    Planted,
    appending,
    attacked,
    attacked_folder,
    planting,
    reply,
)
from tests.campaign.payloads import DISGUISES, FAMILIES, HIDDEN, PLACED
from tests.campaign.rendered import (
    TEXTS,
    everything,
    is_numeral,
    markdown_lines,
    page_of,
    prose,
    unmarked_numerals,
    word_lines,
    wrong_figures,
)
from tests.sample import ORGAN

CARRIERS = 3
OWN_NAMES = (ORGAN.name, ORGAN.short, ORGAN.county, ORGAN.office, ORGAN.website)
SAMPLED = 6
LONGEST_TITLE = 40
"""A title is broken into lines differently in each format; shorter lines are left to other tests."""
PAGE_TAGS = frozenset({"script", "img", "svg", "iframe", "a", "b", "slot"})


@cache
def untouched() -> str:
    """Return all text of the files where the model says nothing."""
    return everything(attacked(lambda _request: NOTHING))


@cache
def runs_of(family: str) -> tuple[Report, ...]:
    """Return the reports of a family's clauses, each clause on several of the clerk's sentences."""
    payloads = FAMILIES[family]
    chunks = [payloads[start : start + MOST_ITEMS] for start in range(0, len(payloads), MOST_ITEMS)]
    return tuple(attacked(appending(chunk, shift)) for chunk in chunks for shift in range(CARRIERS))


def assert_whole(report: Report) -> None:
    """Assert that the files are there, right in every figure, and the same in prose."""
    assert set(report.files) == {f"report.{name}" for name in FORMATS}
    assert not [finding for finding in report.findings if finding.severity is Severity.ERROR]
    page = page_of(report)
    assert unmarked_numerals(page) == []
    assert list(wrong_figures(page)) == []
    assert not page.tags & PAGE_TAGS
    lines, paragraphs = [line for line in page.lines if line], word_lines(report)
    assert [line for line in markdown_lines(report) if line not in lines] == []
    assert [line for line in lines if line not in paragraphs and len(line) > LONGEST_TITLE] == []
    json.loads(record_bytes(report, "0"))


def assert_recorded(report: Report) -> None:
    """Assert that the run record is what its schema says."""
    assert violations("run-record", json.loads(record_bytes(report, "0"))) == []


def not_refused(report: Report) -> list[tuple[str, str]]:
    """Return the sentences of the attacker that were not refused, with their state."""
    return [(item.item.text, item.verdict.state) for entry in report.rounds for item in entry.judged if item.is_usable]


@pytest.mark.parametrize("family", FAMILIES)
def test_no_false_clause_hung_on_a_true_sentence_reaches_a_file(family: str) -> None:
    leaked = set()
    for report in runs_of(family):
        assert_whole(report)
        text = everything(report)
        leaked |= {payload for payload in FAMILIES[family] if payload in text and payload not in untouched()}
    assert_recorded(runs_of(family)[0])

    assert leaked == set()


@pytest.mark.parametrize("family", FAMILIES)
def test_every_false_clause_is_refused_whatever_true_sentence_it_hangs_on(family: str) -> None:
    through = []
    for source, text in TEXTS.items():
        true = material(source, text)
        assert true is not None
        slots = frozenset({*true.slots, "p:app_new"})
        for payload in FAMILIES[family]:
            claim = Claim(
                f"{true.masked}，{payload}。", (text,), slots=slots, level="镇", own_names=OWN_NAMES, reported=True
            )
            verdict = judge(claim)
            if verdict.state is not State.RED:
                through.append((claim.text, verdict.state.value))

    assert through == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_false_sentence_with_no_source_at_all_reaches_no_file(family: str) -> None:
    sentences = [Planted(f"{payload}。", (), "监督保障", "stat") for payload in FAMILIES[family]]
    leaked = []
    for start in range(0, len(sentences), MOST_ITEMS):
        report = attacked(planting(sentences[start : start + MOST_ITEMS]))
        assert_whole(report)
        text = everything(report)
        leaked += [planted.text for planted in sentences if planted.text in text and planted.text not in untouched()]

    assert leaked == []


@pytest.mark.parametrize("family", FAMILIES)
def test_where_no_person_looks_no_sentence_of_an_attacker_stands(family: str) -> None:
    for start in range(0, len(FAMILIES[family]), MOST_ITEMS):
        chunk = FAMILIES[family][start : start + MOST_ITEMS]
        report = attacked(appending(chunk, 1), drop=True)
        assert_whole(report)
        assert [str(told.text) for told in report.draft.sentences() if told.origin == "模型"] == []


def test_a_slot_that_is_bent_by_the_words_around_it_reaches_no_file() -> None:
    sentences = [Planted(f"{payload}。", (), "依申请公开", "stat") for payload in PLACED]
    report = attacked(planting(sentences))

    assert_whole(report)
    assert not_refused(report) == []


TOTAL = "全年通过各类渠道公开政府信息{}，其中县政府网站{}、政务新媒体{}。"
SLOTS = ("{{n:N01.1}}", "{{n:N01.2}}", "{{n:N01.3}}")
FIGURES = ("325条", "212条", "113条")
SWAPS = [order for order in permutations(range(3)) if order != (0, 1, 2)]


@pytest.mark.parametrize("order", SWAPS)
def test_figures_of_a_note_that_change_places_reach_no_file(order: tuple[int, ...]) -> None:
    swapped = Planted(TOTAL.format(*(SLOTS[place] for place in order)), ("N01",))
    report = attacked(planting([swapped]))

    assert_whole(report)
    assert TOTAL.format(*(FIGURES[place] for place in order)) not in prose(report)
    assert TOTAL.format(*FIGURES) in prose(report)


def test_figures_of_a_note_that_change_places_across_sentences_reach_no_file() -> None:
    leads = ("县政府网站公开政府信息{}。", "政务新媒体公开政府信息{}。", "全年通过各类渠道公开政府信息{}。")
    report = attacked(planting([Planted(lead.format(slot), ("N01",)) for lead, slot in zip(leads, SLOTS, strict=True)]))

    assert_whole(report)
    text = prose(report)
    assert not [lead.format(figure) for lead, figure in zip(leads, FIGURES, strict=True) if lead.format(figure) in text]
    assert TOTAL.format(*FIGURES) in text


BORROWED = [
    Planted("围绕惠农补贴、社会救助等事项编制公开目录{{n:N01.1}}。", ("N02",)),
    Planted("围绕惠农补贴、社会救助等事项编制公开目录{{n:N01.1}}。", ("N02", "N01")),
    Planted("围绕惠农补贴、社会救助等事项编制公开目录，{{n:N08.1}}。", ("N02",)),
    Planted("围绕惠农补贴、社会救助等事项编制公开目录，{{p:app_new}}。", ("N02",)),
    Planted("发布政策解读{{n:N01.2}}。", ("N03",)),
    Planted("发布政策解读{{n:N01.2}}。", ("N03", "N01")),
    Planted("组织业务培训{{n:N06.1}}。", ("N07",), "监督保障"),
    Planted("组织业务培训{{n:N08.1}}。", ("N07", "N08"), "监督保障"),
    Planted("维护政务新媒体账号{{n:N07.1}}。", ("N06",), "平台建设"),
    Planted("答复前请镇司法所审核答复书{{p:app_new}}。", ("N04",), "依申请公开"),
    Planted("落实三审三校制度{{p:normdoc}}。", ("N05",), "政府信息管理"),
]


@pytest.mark.parametrize("planted", BORROWED, ids=lambda planted: planted.text)
def test_a_figure_of_another_fact_is_not_told_of_this_one(planted: Planted) -> None:
    report = attacked(planting([planted]))

    assert_whole(report)
    assert [run for run in page_of(report).runs if run.origin == "模型"] == []


CITES = [
    Planted("组织业务培训。", ("N02",), "主动公开"),
    Planted("组织业务培训。", ("N07",), "主动公开"),
    Planted("编制公开目录。", ("N61",)),
    Planted("编制公开目录。", ("N02", "N61")),
    Planted("编制公开目录。", ("n02",)),
    Planted("编制公开目录。", ("Ｎ02",)),
    Planted("编制公开目录。", ("",)),
    Planted("编制公开目录。", ("N02 ",)),
    Planted("编制公开目录。", ()),
    Planted("编制公开目录。", ("P1",)),
    Planted("在便民服务中心增设查询点。", ("N10",), "平台建设"),
    Planted("在便民服务中心增设查询点。", ("N10",), "平台建设", "plan"),
    Planted("在便民服务中心增设查询点。", ("N06",), "平台建设"),
    Planted("没有发生责任追究情形，没有收到申请。", ("N09",), "监督保障"),
    Planted("发生责任追究情形。", ("N09",), "监督保障"),
    Planted("政策解读形式单一。", ("P1",), "P01", "deed"),
    Planted("政策解读形式丰富。", ("P1",), "P01", "problem"),
    Planted("已增加图解和短视频解读。", ("P1.measure",), "P01", "plan"),
    Planted("增加图解和短视频解读。", ("P1.measure",), "P01", "deed"),
    Planted("完成图解和短视频解读。", ("P1.measure",), "P01", "plan"),
    Planted("信息员均为专职。", ("P2",), "P02", "problem"),
    Planted("公开栏更新及时。", ("L1",), "P01", "problem"),
]


@pytest.mark.parametrize("planted", CITES, ids=str)
def test_a_sentence_with_a_false_source_place_or_kind_is_not_told(planted: Planted) -> None:
    report = attacked(planting([planted]))

    assert_whole(report)
    assert [run for run in page_of(report).runs if run.origin == "模型"] == []


@pytest.mark.parametrize(
    "topic", ["其他", "improvement", "overview", "P01", "0", "主动公开 ", "", "监督保障", "依申请公开"]
)
def test_a_true_sentence_under_a_false_topic_is_told_of_nothing_but_its_own(topic: str) -> None:
    report = attacked(planting([Planted("围绕惠农补贴、社会救助等事项，编制公开目录。", ("N02",), topic)]))

    assert_whole(report)
    for section, paragraphs in report.draft.sections.items():
        for paragraph in paragraphs:
            told = [str(sentence.text) for sentence in paragraph.sentences if "编制公开目录" in str(sentence.text)]
            assert len(told) == ((section, paragraph.aspect) == ("overview", "主动公开"))


def test_a_plan_of_next_year_is_nowhere_told_as_done() -> None:
    wordings = (
        "在便民服务中心增设查询点",
        "已在便民服务中心增设查询点",
        "便民服务中心增设了查询点",
        "建成便民服务中心查询点",
    )
    sources = (("N10",), ("N06",), ("N10", "N06"), ())
    planted = [Planted(f"{text}。", cites, "平台建设", "deed") for text in wordings for cites in sources]
    report = attacked(planting(planted))

    assert_whole(report)
    page = page_of(report)
    assert [run.text for run in page.runs if "查询点" in run.text and run.origin == "模型"] == []
    assert [line for line in page.lines if "查询点" in line and "拟在便民服务中心增设查询点" not in line] == []


@pytest.mark.parametrize("times", [2, 3, 59, 60, 500])
def test_a_sentence_said_again_and_again_stands_at_most_once(times: int) -> None:
    good = Planted("围绕惠农补贴、社会救助等事项编制公开目录。").item()
    report = attacked(lambda _request: json.dumps({"items": [good] * times}))

    assert_whole(report)
    assert sum(line.count("编制公开目录") for line in markdown_lines(report)) == 1


def test_a_sentence_said_again_in_other_punctuation_stands_once() -> None:
    marks = ("", "。", "；", "，", "。。", " 。", "！", "…")
    planted = [Planted(f"围绕惠农补贴、社会救助等事项编制公开目录{mark}") for mark in marks]
    report = attacked(planting(planted))

    assert_whole(report)
    assert sum(line.count("编制公开目录") for line in markdown_lines(report)) == 1


def test_ten_thousand_slots_stop_nothing() -> None:
    many = "{{p:app_new}}" * 10_000
    short = "{{p:app_new}}" * 30
    for text in (many, short, "{" * 400, "{{" * 200 + "}}" * 200, "".join(f"{{{{p:x{n}}}}}" for n in range(45))):
        report = attacked(planting([Planted(text, (), "依申请公开", "stat"), Planted(text)]))
        assert_whole(report)
        assert not_refused(report) == []


GOOD = Planted("围绕惠农补贴、社会救助等事项编制公开目录。").item()
REPLIES = {
    "nothing": "",
    "blank": " \n\t",
    "prose": "好的，以下是总体情况：我镇公开信息325条。",
    "refusal": "抱歉，我无法完成这个请求。",
    "cut off": reply([GOOD])[:-20],
    "null": "null",
    "number": "1e999",
    "list": "[]",
    "not finite": '{"items": [], "x": NaN}',
    "infinite": '{"items": Infinity}',
    "no items": "{}",
    "items of null": '{"items": [null, 1, "x", [], {}]}',
    "duplicate keys": reply([{**GOOD, "text": "获评全国先进。"}]).replace('{"items"', '{"items": [], "items"', 1),
    "extra keys": json.dumps({"items": [{**GOOD, "text": "获评全国先进。", "verdict": "green"}]}),
    "wrong types": json.dumps(
        {"items": [{**GOOD, "text": ["获评全国先进。"]}, {**GOOD, "cites": "N02"}, {**GOOD, "topic": 3}]}
    ),
    "unknown kind": json.dumps({"items": [{**GOOD, "kind": "frame", "text": "获评全国先进。"}]}),
    "deep": "[" * 100_000 + "]" * 100_000,
    "deep items": '{"items":' * 2_000 + "[]" + "}" * 2_000,
    "ten megabytes": '{"items": ["' + "公" * 10_000_000 + '"]}',
    "two replies": reply([GOOD]) * 2,
    "byte order mark": "\ufeff" + reply([GOOD]),
    "null bytes": "\0" * 100,
    "lone surrogate": "\ud800",
    "lone surrogates in keys": '{"items": [], "\\ud800": 1}',
    "surrogate in a topic": json.dumps({"items": [{**GOOD, "topic": "\ud800", "cites": ["\udfff"]}]}),
    "long number": '{"items": ' + "9" * 5_000 + "}",
    "long topic": json.dumps({"items": [{**GOOD, "topic": "9" * 40}]}),
    "digits of another script as topic": json.dumps({"items": [{**GOOD, "topic": "\u0663"}, {**GOOD, "topic": "²"}]}),
}


@pytest.mark.parametrize("name", REPLIES)
def test_a_reply_that_is_no_reply_leaves_a_whole_report(name: str) -> None:
    report = attacked(lambda _request: REPLIES[name])

    assert_whole(report)
    assert_recorded(report)
    assert "获评" not in everything(report)


@pytest.mark.parametrize("name", REPLIES)
def test_a_repair_that_is_no_reply_leaves_a_whole_report(name: str) -> None:
    bad = Planted("编制公开目录3次。").item()
    report = attacked(lambda request: REPLIES[name] if '{"sentences"' in request.user else reply([bad]))

    assert_whole(report)
    assert "获评" not in everything(report)


@pytest.mark.parametrize("topic", ["0", "00", "0 ", "٠", "1", "999999", "-1", "主动公开", ""])
def test_a_repair_may_not_bring_a_false_sentence_in(topic: str) -> None:
    bad = Planted("编制公开目录3次。").item()
    worse = Planted("获评全国先进，编制公开目录。", ("N02",), topic, "stat").item()
    report = attacked(lambda request: reply([worse, worse]) if '{"sentences"' in request.user else reply([bad]))

    assert_whole(report)
    assert "获评" not in everything(report)


def test_a_model_that_returns_its_prompt_writes_nothing() -> None:
    def echo(request: Request) -> str:
        lines = [line[:390] for line in (request.system + "\n" + request.user).splitlines() if line.strip()]
        return reply(Planted(line, (), "监督保障", "stat").item() for line in lines)

    report = attacked(echo)

    assert_whole(report)
    assert [run.text for run in page_of(report).runs if run.origin == "模型"] == []


def test_a_draft_full_of_attacks_is_written_with_a_readable_record(tmp_path: Path) -> None:
    payloads = [*HIDDEN, *FAMILIES["markup"]]
    report = attacked_folder(appending(payloads[:MOST_ITEMS]), tmp_path)

    assert_whole(report)
    record = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert violations("run-record", record) == []
    assert set(record["files"]) == set(report.files)


def test_no_numeral_reaches_a_file_where_every_check_is_blind() -> None:
    def blind(_claim: Claim) -> Verdict:
        return verdict([], [])

    for figure in [figure for figure in DISGUISES if any(map(is_numeral, figure))][::SAMPLED]:
        report = attacked(appending([f"编制{figure}次"], 1), judged_by=blind)
        assert_whole(report)
        assert f"编制{figure}次" not in everything(report)
