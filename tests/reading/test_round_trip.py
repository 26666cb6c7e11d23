"""Our own reports read back to exactly what they were written from."""

import pytest
from hypothesis import given, settings

from tests.form.strategies import Year, valid_year
from tests.reading.round_trip import differences, document_of, dossier_of, read_again


@pytest.mark.parametrize("file_format", ["docx", "html", "md"])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_report_reads_back_cell_for_cell(edition: str, file_format: str) -> None:
    @settings(max_examples=8, deadline=None)
    @given(year=valid_year(edition))
    def check(year: Year) -> None:
        written = dossier_of(year)

        assert list(differences(written, read_again(document_of(written), file_format))) == []

    check()


@pytest.mark.system
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_pdf_reads_back_cell_for_cell(edition: str) -> None:
    @settings(max_examples=3, deadline=None)
    @given(year=valid_year(edition))
    def check(year: Year) -> None:
        written = dossier_of(year)

        assert list(differences(written, read_again(document_of(written), "pdf"))) == []

    check()
