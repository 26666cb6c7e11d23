"""The stock writer: all six sections, no figure of its own, nothing invented, nothing lost."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Dossier, Fees, Note, Problem
from drafter.richtext import PieceKind
from drafter.writing.draft import Draft, Sentence
from drafter.writing.stock.writer import write_stock
from tests.sample import NOTES, ORGAN, dossier, neighbour, statistics


def drafted(source: Dossier) -> Draft:
    return write_stock(source, build_ledger(source))


def text_of(draft: Draft, section: str) -> str:
    return "".join(str(paragraph) for paragraph in draft.sections[section])


def facts_shown(draft: Draft) -> set[str]:
    return {ref for sentence in draft.sentences() for ref in sentence.text.refs(PieceKind.FACT)}


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_section_of_the_form_is_written(edition: str) -> None:
    source = dossier(edition)

    assert list(drafted(source).sections) == ["preamble", *(section.key for section in source.form.sections)]
    assert all(text_of(drafted(source), section.key) for section in source.form.sections)


def test_the_overview_has_the_five_aspects_in_order() -> None:
    source = dossier()
    aspects = [paragraph.aspect for paragraph in drafted(source).sections["overview"]]

    assert aspects == ["", *(aspect.key for aspect in source.form.aspects)]


def test_every_sentence_has_an_id_of_its_own() -> None:
    ids = [sentence.id for sentence in drafted(dossier()).sentences()]

    assert len(ids) == len(set(ids))
    assert all(ids)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_no_plain_piece_holds_a_digit(edition: str) -> None:
    for sentence in drafted(dossier(edition)).sentences():
        for piece in sentence.text.pieces:
            assert piece.kind is not PieceKind.PLAIN or not any(c.isdigit() for c in piece.text), sentence


def test_every_note_stands_in_the_report_in_the_clerks_words() -> None:
    whole = "".join(text_of(drafted(dossier()), section) for section in ("overview", "improvement", "other"))

    assert [note.id for note in NOTES if note.text.rstrip("。；") not in whole] == []


def test_a_clerks_sentence_cites_its_note() -> None:
    quoted = {s.cites[0]: s for s in drafted(dossier()).sentences() if s.origin == "材料原文"}

    assert {note.id for note in NOTES} <= set(quoted)
    assert all(NOTES[0].text in str(quoted["N01"].text) for _ in (0,))


def test_a_plan_is_never_told_as_done() -> None:
    draft = drafted(dossier())

    assert "增设查询点" not in text_of(draft, "overview")
    assert "增设查询点" in text_of(draft, "improvement")


def test_a_problem_without_a_measure_leaves_a_gap() -> None:
    assert len([gap for gap in drafted(dossier()).gaps() if "改进措施" in gap]) == 1


def test_no_problems_at_all_leave_gaps_and_no_invented_problem() -> None:
    draft = drafted(dossier(problems=(), notes=()))

    assert {"存在的主要问题", "改进措施"} <= set(draft.gaps())


@pytest.mark.parametrize(
    ("lacking", "what"),
    [("N01", "全年主动公开政府信息的条数"), ("N08", "工作考核结果情况"), ("N09", "责任追究结果情况")],
)
def test_what_no_note_says_is_a_gap(lacking: str, what: str) -> None:
    with_note = drafted(dossier()).gaps()
    without = drafted(dossier(notes=tuple(note for note in NOTES if note.id != lacking))).gaps()

    assert what not in with_note
    assert what in without


def test_an_empty_contact_field_that_is_needed_is_a_gap() -> None:
    gaps = drafted(dossier(organ=replace(ORGAN, phone="", postcode=""))).gaps()

    assert "联系电话" in gaps
    assert "邮政编码" not in gaps


def no_fees(source: Dossier) -> Dossier:
    return replace(source, fees=None)


def unknown_fees(source: Dossier) -> Dossier:
    return replace(source, fees=Fees(0, None, Decimal(0)))


@pytest.mark.parametrize("change", [no_fees, unknown_fees])
def test_fees_that_are_not_reported_are_a_gap_never_none(change: Callable[[Dossier], Dossier]) -> None:
    draft = drafted(change(dossier()))

    assert any("信息处理费" in gap for gap in draft.gaps())
    assert "未收取" not in text_of(draft, "other")


def test_fees_are_shown_in_yuan() -> None:
    draft = drafted(dossier(fees=Fees(2, Decimal(300), Decimal("100.5"))))

    assert {"fees.notices", "fees.billed_yuan", "fees.collected_yuan"} <= facts_shown(draft)
    assert "100.5元" in text_of(draft, "other")


def test_fees_of_an_earlier_year_that_were_paid_this_year_are_shown() -> None:
    draft = drafted(dossier(fees=Fees(0, Decimal(0), Decimal(100))))

    assert "100元" in text_of(draft, "other")


def test_a_report_of_2020_says_nothing_of_a_fee_that_came_in_2021() -> None:
    assert "信息处理费" not in text_of(drafted(dossier("2019")), "other")


def test_the_overview_tells_received_results_and_carry_over_from_the_table() -> None:
    shown = facts_shown(Draft({"overview": drafted(dossier()).sections["overview"]}))

    assert {
        "applications.received.total",
        "applications.carried_in.total",
        "applications.concluded.total",
        "applications.carried_out.total",
        "derived.app_refused",
        "applications.granted.total",
        "change.applications.received.total",
        "disputes.review.total",
        "derived.litigation",
    } <= shown


def test_disputes_are_broken_down_by_result() -> None:
    values = {"disputes__review__upheld": 1, "disputes__review__pending": 1, "disputes__review__total": 2}
    draft = drafted(dossier(statistics=statistics(**values)))

    assert {"disputes.review.upheld", "disputes.review.pending"} <= facts_shown(draft)


def test_a_cell_that_is_not_reported_is_a_gap() -> None:
    draft = drafted(dossier(statistics=statistics(applications__received__total=None)))

    assert "本年新收政府信息公开申请" in draft.gaps()


def test_the_same_dossier_is_always_written_alike() -> None:
    assert drafted(dossier()) == drafted(dossier())


def test_neighbours_with_the_same_facts_differ_in_words_but_not_in_facts() -> None:
    drafts = [drafted(neighbour(f"{name}镇")) for name in ("白石", "青山", "云水", "双桥", "东坪", "西岭")]
    texts = {"".join(str(sentence.text) for sentence in draft.sentences()) for draft in drafts}

    assert len(texts) == len(drafts)
    assert len({frozenset(facts_shown(draft)) for draft in drafts}) == 1


def test_frames_are_left_out_where_the_township_has_enough_to_say() -> None:
    long = tuple(
        Note(f"N{number:02}", "主动公开", "在村务公开栏公布惠农补贴发放对象和标准，接受群众监督" * 4)
        for number in range(1, 9)
    )
    templates = [s for s in _aspect(drafted(dossier(notes=long)), "主动公开") if s.origin == "模板"]

    assert [str(sentence.text) for sentence in templates if not sentence.text.refs(PieceKind.GAP)] == []


def _aspect(draft: Draft, aspect: str) -> list[Sentence]:
    return [s for part in draft.sections["overview"] if part.aspect == aspect for s in part.sentences]


def test_a_note_that_goes_on_from_the_one_before_stays_behind_it() -> None:
    notes = (
        Note("N01", "主动公开", "开设惠农专栏"),
        Note("N02", "主动公开", "发布信息30条"),
        Note("N03", "主动公开", "其中图解5条"),
        Note("N04", "主动公开", "召开座谈会听取意见"),
    )
    for name in ("白石镇", "青山镇", "云水镇", "双桥镇"):
        source = replace(neighbour(name), notes=notes)
        order = [s.cites[0] for s in _aspect(drafted(source), "主动公开") if s.origin == "材料原文"]

        assert order.index("N03") == order.index("N02") + 1


def test_notes_on_problems_and_measures_are_paired_in_order() -> None:
    notes = (
        Note("N01", "问题", "公开不够及时"),
        Note("N02", "改进", "每周检查更新"),
        Note("N03", "改进", "增设查阅点"),
    )
    draft = drafted(dossier(notes=notes, problems=(Problem("P1", "解读偏少", "增加解读"),), last_problems=()))
    improvement = text_of(draft, "improvement")

    assert "二是公开不够及时" in improvement
    assert "二是每周检查更新" in improvement
    assert "增设查阅点" in improvement
    assert not [gap for gap in draft.gaps() if "改进" in gap]
