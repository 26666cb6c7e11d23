"""Laws are cited only in the years they are in force."""

import pytest

from drafter.errors import ShippedDataError
from drafter.form.editions import load_form
from drafter.writing.laws import cite


def test_the_notice_is_the_one_that_prescribes_the_form() -> None:
    assert "〔2019〕60号" in str(cite("notice", load_form("2019"), 2020))
    assert "〔2021〕30号" in str(cite("notice", load_form("2021"), 2025))


def test_the_notice_names_the_form_files_title_and_number() -> None:
    for edition, year in (("2019", 2020), ("2021", 2025)):
        form = load_form(edition)
        text = str(cite("notice", form, year))

        assert text == f"{form.notice.title}（{form.notice.number}）"


@pytest.mark.parametrize(("law", "year"), [("fee_rules", 2020), ("notice_2019", 2021), ("unknown", 2025)])
def test_a_law_out_of_its_years_is_refused(law: str, year: int) -> None:
    with pytest.raises(ShippedDataError):
        cite(law, load_form("2021"), year)
