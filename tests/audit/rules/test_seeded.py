"""Every seeded sentence is found by the rule of its number, at a place."""

import pytest

from drafter.reading.report import ReadFees
from tests.audit.reports import audited, yuan
from tests.audit.rules.clean import CELLS
from tests.audit.rules.disguised import DISGUISED
from tests.audit.rules.seeded import SEEDED
from tests.audit.rules.test_clean import RULES

BY_ID = {rule.id: rule for rule in RULES}


@pytest.mark.parametrize(("number", "section", "text"), [*SEEDED, *DISGUISED])
def test_finds_the_defect(number: str, section: str, text: str):
    case = audited(cells=dict(CELLS), fees=ReadFees(0, yuan("0"), yuan("0")), **{section: text})
    observations = list(BY_ID[number].observations(case))

    assert observations
    assert all(item.quote in text and item.mark and item.place for item in observations)
    assert all(0 <= item.mark[0] < item.mark[1] <= len(item.quote) for item in observations if item.mark)
