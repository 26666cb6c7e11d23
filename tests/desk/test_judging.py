"""The checks hold a person to the same evidence as a model, and hold nobody to what is not theirs."""

import json
from pathlib import Path

import pytest

from drafter.desk.grounds import grounds_of
from drafter.desk.judging import judged
from drafter.desk.opening import open_record
from drafter.desk.working import WorkingReport
from drafter.dossier.intake import load_dossier
from drafter.runs.pipeline import draft_report
from drafter.runs.priors import read_prior
from drafter.runs.record import record_bytes
from tests.desk.example import chip, done, line_of, report, typed

ROOT = Path(__file__).parents[2]


def drafted(path: str) -> WorkingReport:
    own = load_dossier(ROOT / path, read_prior=read_prior)
    assert own.dossier is not None
    return open_record(json.loads(record_bytes(draft_report(own.dossier, own.findings, ("md",)), "0.0")))


@pytest.mark.parametrize(
    "path", ["examples/lingxi-2025/dossier.yaml", "examples/shuangtu-2020/dossier.yaml", "tests/dossier/lingxi.yaml"]
)
def test_what_the_clerk_and_the_stock_writer_wrote_is_green_when_it_is_judged(path: str):
    working = drafted(path)
    grounds = grounds_of(working)

    assert [(line.id, line.faults) for line in working.lines if judged(grounds, line).state != "green"] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("improvement.2", "一是关于“网站栏目更新不均衡”的问题，已把各栏目明确到责任站所，按月提醒更新；"),
        ("improvement.10", "二是每月核对一次线上线下内容，发现不一致及时更正；"),
        ("preamble.4", "本报告电子版可在云岭县人民政府网站查阅。"),
        ("overview.9", "答复书由司法所进行合法性审核。"),
    ],
)
def test_a_shorter_sentence_of_the_same_words_is_green(line: str, words: str):
    assert line_of(done(report(), typed(line, words)).working, line).state == "green"


@pytest.mark.parametrize(
    ("line", "words", "code"),
    [
        ("overview.9", "答复前主动与申请人沟通，群众满意度明显提升。", "effect"),
        ("overview.9", "会同县司法局审核答复书。", "role"),
        ("overview.9", "答复书由司法所进行合法性审核，全部按期答复。", "quantity-universal"),
        ("overview.9", "答复前主动与申请人沟通，未收到政府信息公开投诉。", "quantity-zero"),
    ],
)
def test_what_no_source_says_is_red(line: str, words: str, code: str):
    found = line_of(done(report(), typed(line, words)).working, line)

    assert code in {fault.code for fault in found.faults}


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("废止行政规范性文件，现行有效", "proactive.normative_documents.issued"),
        ("予以公开", "derived.app_refused"),
        ("办结政府信息公开申请，其中商业企业申请", "applications.received.natural_person"),
        ("作出行政许可决定", "proactive.penalties.decisions"),
    ],
)
def test_a_figure_of_the_tables_keeps_to_its_own_words(words: str, ref: str):
    found = line_of(done(report(), typed("overview.6", f"全年{words}", chip(ref), "。")).working, "overview.6")

    assert "figure-moved" in {fault.code for fault in found.faults}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("improvement.2", "一是关于“网站栏目更新不均衡”的问题，年内出现空白栏目；"),
        ("overview.14", "三是编制行政规范性文件目录，文件制发、废止后不同步更新。"),
        ("overview.22", "五是有因政府信息公开工作被追究责任的情形。"),
    ],
)
def test_a_clause_turned_round_by_one_word_is_red(line: str, words: str):
    assert "polarity" in {fault.code for fault in line_of(done(report(), typed(line, words)).working, line).faults}


def test_a_denial_cut_off_a_clause_is_not_the_clerks_clause():
    found = done(report(), typed("overview.22", "五是因政府信息公开工作被追究责任的情形。")).working

    assert line_of(found, "overview.22").state != "green"


def test_a_phrase_in_the_middle_of_a_clause_is_red():
    found = done(report(), typed("overview.6", "据说", chip("p:app_new"), "。")).working

    assert "phrase-bent" in {fault.code for fault in line_of(found, "overview.6").faults}


def test_a_phrase_stands_where_the_stock_writer_puts_it():
    found = done(
        report(), typed("overview.10", "本年度", chip("p:disputes"), "；行政复议", chip("g:review_results"), "。")
    )

    assert line_of(found.working, "overview.10").state == "green"
