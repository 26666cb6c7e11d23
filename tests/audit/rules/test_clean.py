"""Good paragraphs and good reports stay without errors and warnings, whatever rule looks at them."""

from typing import Any

import pytest

from drafter.audit.rules import copying, language, narrative, privacy, scope, time
from drafter.findings import Severity
from drafter.reading.report import ReadFees
from tests.audit.reports import audited, report, yuan
from tests.audit.rules.clean import CELLS, PARAGRAPHS, SECTIONS
from tests.audit.rules.harmless import NEAR_MISSES, PUBLISHED

RULES = (*narrative.RULES, *time.RULES, *scope.RULES, *language.RULES, *copying.RULES, *privacy.RULES)
OF_A_WHOLE_REPORT = {"H05", "H06"}
"""What only a whole section can satisfy."""


def told(**more: Any) -> list[tuple[str, str]]:
    cells: dict[str, Any] = dict(CELLS)
    case = audited(cells=cells, fees=ReadFees(0, yuan("0"), yuan("0")), **more)
    return [
        (rule.id, item.finding.message)
        for rule in RULES
        for item in rule.observations(case)
        if item.finding.severity is not Severity.INFO
    ]


@pytest.mark.parametrize(("section", "text"), [*PARAGRAPHS, *PUBLISHED, *NEAR_MISSES])
def test_a_good_paragraph_stays_unmarked(section: str, text: str):
    last = report(2024, cells={"applications__received__total": 6})

    assert [item for item in told(prior=last, **{section: text}) if item[0] not in OF_A_WHOLE_REPORT] == []


def test_there_are_enough_good_paragraphs():
    assert len(PARAGRAPHS) >= 40


def test_a_good_report_stays_unmarked():
    chosen = {name: "\n".join(texts[:1] if name == "improvement" else texts) for name, texts in SECTIONS.items()}
    overview = "\n".join(SECTIONS["overview"][place] for place in (0, 4, 5, 7, 8, 9, 11, 13, 15, 20, 21))

    assert told(**{**chosen, "overview": overview}) == []


def test_every_rule_has_its_number_and_its_code():
    numbers = [rule.id for rule in RULES]
    expected = [
        *(f"D{number:02}" for number in range(1, 16)),
        *(f"E{number:02}" for number in range(1, 7)),
        *(f"F{number:02}" for number in range(1, 8)),
        *(f"G{number:02}" for number in range(1, 11)),
        *(f"H{number:02}" for number in range(1, 7)),
        *(f"I{number:02}" for number in range(1, 4)),
    ]

    assert sorted(numbers) == expected
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert all(rule.source for rule in RULES)
