"""Text copied out of our own reports, by poppler, a viewer and a browser: all of it is read, and nothing else."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drafter.document.formats import FORMATS
from drafter.dossier.model import Dossier
from tests.form.strategies import Year, valid_year
from tests.reading.dumps import (
    Tally,
    browser_page,
    office_pdfs,
    page_texts,
    pdf_texts,
    read_dump,
    with_large,
    with_slips,
)
from tests.reading.round_trip import document_of, dossier_of

pytestmark = pytest.mark.system
EDITIONS = ("2019", "2021")
seeds = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with browser_page() as page:
        yield page


def written_as(folder: Path, dossier: Dossier, file_format: str) -> Path:
    path = folder / f"report.{file_format}"
    path.write_bytes(FORMATS[file_format](document_of(dossier)))
    return path


def tallies(dossier: Dossier, texts: Mapping[str, str]) -> dict[str, Tally]:
    """Return what is read from each text of a report."""
    found = {name: Tally() for name in texts}
    with TemporaryDirectory() as folder:
        for name, text in texts.items():
            found[name].add(dossier, read_dump(Path(folder), text))
    return found


def lost(found: Mapping[str, Tally]) -> dict[str, tuple[list[str], int, list[str], int]]:
    """Return the texts of which something is wrong or missing, and what."""
    faults = {name: (tally.wrong, tally.missed, tally.mistold, tally.untold) for name, tally in found.items()}
    return {name: fault for name, fault in faults.items() if any(fault)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_text_of_our_pdf_is_read_whole_in_every_order(edition: str):
    @settings(max_examples=3, deadline=None)
    @given(year=valid_year(edition))
    def check(year: Year) -> None:
        dossier = dossier_of(year)
        with TemporaryDirectory() as folder:
            texts = pdf_texts(written_as(Path(folder), dossier, "pdf"))

        assert lost(tallies(dossier, texts)) == {}

    check()


@pytest.mark.parametrize("edition", EDITIONS)
def test_slips_of_the_township_and_large_figures_are_never_read_as_others(edition: str):
    @settings(max_examples=2, deadline=None)
    @given(year=valid_year(edition), seed=seeds)
    def check(year: Year, seed: int) -> None:
        random = Random(seed)  # noqa: S311
        for statistics in (with_slips(random, year.statistics), with_large(random, edition)):
            dossier = dossier_of(Year(statistics, year.fees, year.prior))
            with TemporaryDirectory() as folder:
                texts = pdf_texts(written_as(Path(folder), dossier, "pdf"))

            for tally in tallies(dossier, texts).values():
                assert (tally.wrong, tally.mistold) == ([], [])

    check()


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_text_of_a_page_is_read_whole_however_it_is_copied(browser: Any, edition: str):
    @settings(max_examples=3, deadline=None)
    @given(year=valid_year(edition), seed=seeds)
    def check(year: Year, seed: int) -> None:
        statistics = with_slips(Random(seed), year.statistics)  # noqa: S311
        dossier = dossier_of(Year(statistics, year.fees, year.prior))
        with TemporaryDirectory() as folder:
            texts = page_texts(browser, written_as(Path(folder), dossier, "html"))

        assert lost(tallies(dossier, texts)) == {}

    check()


@settings(max_examples=1, deadline=None)
@given(years=st.tuples(*map(valid_year, EDITIONS)), seed=seeds)
def test_the_text_of_a_pdf_that_libreoffice_made_is_read_and_broken_figures_are_not_guessed(
    years: tuple[Year, ...], seed: int
):
    assume(
        all(
            value is None or value < 1000
            for year in years
            for path, value in year.statistics.values.items()
            if path.startswith("applications.")
        )
    )
    random = Random(seed)  # noqa: S311
    large = [Year(with_large(random, each.statistics.edition), each.fees, each.prior) for each in years]
    dossiers = [dossier_of(year) for year in (*years, *large)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{number}.docx" for number in range(len(dossiers))]
        for file, dossier in zip(files, dossiers, strict=True):
            file.write_bytes(FORMATS["docx"](document_of(dossier)))
        texts = [pdf_texts(pdf) for pdf in office_pdfs(folder, files)]
    found = [tallies(dossier, text) for dossier, text in zip(dossiers, texts, strict=True)]

    assert [lost(each) for each in found[: len(years)]] == [{}] * len(years)
    assert [tally.wrong for each in found for tally in each.values() if tally.wrong] == []
