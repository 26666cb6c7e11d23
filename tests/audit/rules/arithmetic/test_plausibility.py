"""C08–C10: jumps, figures that a township can hardly have, and tables of zeros beside an active text."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.audit.published import clean, found, marked, with_line, with_section, with_sections, with_values
from tests.sample import RECEIVED

NARRATIVE = "（一）主动公开。全年公开信息46条。"


def test_a_jump_of_a_total_is_one_finding():
    last = replace(with_values(clean(), proactive__licensing__decisions=3), year=2024)
    report = with_values(clean(), proactive__licensing__decisions=40)

    assert found(report, prior=last) == [("C08", "proactive.licensing.decisions")]


def test_the_parts_of_a_total_that_jumps_are_not_named_again():
    many = dict.fromkeys(RECEIVED, 0) | {
        "applications__received__natural_person": 90,
        "applications__received__total": 90,
        "applications__granted__natural_person": 90,
        "applications__granted__total": 90,
        "applications__concluded__natural_person": 90,
        "applications__concluded__total": 90,
    }
    last = replace(with_values(clean(), **dict.fromkeys(RECEIVED, 0)), year=2024)

    assert found(with_values(clean(), **many), prior=last) == [
        ("C08", "applications.received.total"),
        ("C08", "applications.granted.total"),
        ("C08", "applications.concluded.total"),
    ]


def silent(report):
    """Return the report with a text that speaks of no procurement and no decisions."""
    return with_sections(
        report,
        lambda section: replace(section, lines=tuple(line for line in section.lines if "采购" not in line.text)),
    )


@pytest.mark.parametrize(("items", "amount"), [(254, "3862.67"), (3, "1500")])
def test_large_procurement_that_the_text_does_not_speak_of_is_found(items: int, amount: str):
    report = with_values(
        clean("2019"), proactive__procurement__items=items, proactive__procurement__amount=Decimal(amount)
    )

    assert ("C09", "proactive.procurement.items") in found(silent(report))
    assert ("C09", "proactive.procurement.items") not in found(report)


def test_items_without_an_amount_are_found():
    report = with_values(clean("2019"), proactive__procurement__amount=Decimal(0))

    assert found(report) == [("C09", "proactive.procurement.items")]


def test_small_procurement_needs_no_word():
    assert [rule for rule, _ in found(silent(clean("2019")))] == []


def nothing_happened():
    report = with_values(clean(), **dict.fromkeys(RECEIVED, 0))
    lines = [f"{NARRATIVE}{{}}", "（二）依申请公开。未收到申请。", "（三）政府信息管理。落实三审三校。"]
    lines += ["（四）平台建设。维护网站。", "（五）监督保障。纳入考核，开展社会评议，没有追责情形。"]
    return report, lines


@pytest.mark.parametrize(
    "sentence", ["全年办理行政许可36件。", "作出行政处罚决定12件。", "收到政府信息公开申请5件，均已答复。"]
)
def test_activity_that_the_tables_know_nothing_of_is_found(sentence: str):
    report, lines = nothing_happened()
    wrong = with_section(report, "overview", lines[0].format(sentence), *lines[1:])

    assert ("C10", "overview") in found(wrong)
    assert marked(wrong, "C10")[0] in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "未收到政府信息公开申请，没有办理行政许可。",
        "公开行政许可事项清单36项。",
        "去年收到政府信息公开申请5件。",
        "举办行政处罚培训2次。",
    ],
)
def test_a_text_that_tells_of_nothing_is_right(sentence: str):
    report, lines = nothing_happened()

    assert found(with_section(report, "overview", lines[0].format(sentence), *lines[1:])) == []


def test_where_the_tables_have_figures_the_narrative_rules_compare_them():
    report = with_line(clean(), "overview", "325条", "325条，办理行政许可36件")

    assert found(report) == []
