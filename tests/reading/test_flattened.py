"""Invented tables in every style that the web has, with every damage: never a wrong cell, and hardly one missed."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.flatten import EXPLICIT, LOSSY, STYLES, Damage, invented, page
from tests.reading.pages import Score, read_text

HARMLESS = {
    "nothing": Damage(),
    "broken labels": Damage(split=0.3),
    "cut labels": Damage(cut=0.2),
    "glosses": Damage(gloss=0.2),
    "full width": Damage(full_width=0.5),
    "Traditional": Damage(traditional=True),
    "the total first": Damage(total_first=True),
    "page numbers": Damage(page_lines=0.15),
    "local rows": Damage(extra_rows=0.4),
    "missing rows": Damage(lost_rows=0.1),
    "no headings": Damage(no_headings=True),
}
HARMFUL = {
    "wrong characters": Damage(wrong_character=0.2),
    "lost labels": Damage(lost_labels=0.08),
    "lost values": Damage(lost_values=0.1),
    "blanks without a trace": Damage(vanishing_blanks=True),
    "cut pages": Damage(truncated=True),
    "much at once": Damage(split=0.15, cut=0.1, gloss=0.1, wrong_character=0.1, page_lines=0.05, extra_rows=0.2),
}
RUN_TOGETHER = {"concat", "concat_oneline"}
seeds = st.integers(0, 2**32 - 1)


def score(
    style: str, damage: Damage, seeds_of_pages: range, blanks: tuple[float, ...], found: Score | None = None
) -> Score:
    """Return how pages of a style came out, both editions, sparse and full ones in turn."""
    found = found or Score()
    for seed in seeds_of_pages:
        random = Random(seed)  # noqa: S311
        edition = ("2019", "2021")[seed % 2]
        statistics = invented(random, edition, blanks[seed // 2 % len(blanks)], (0.2, 0.9)[seed // 4 % 2])
        made = page(random, statistics, style, damage)
        found.add(read_text(made.text), made.values, made.blanks)
    return found


@pytest.mark.parametrize("style", EXPLICIT)
def test_what_a_page_still_shows_is_read(style: str):
    found = Score()

    for number, damage in enumerate(HARMLESS.values()):
        score(style, damage, range(4 * number, 4 * number + 4), (0.0, 0.1), found)

    assert found.wrong == ()
    assert found.rate >= 0.99


@pytest.mark.parametrize("style", EXPLICIT)
def test_blank_cells_are_told_from_zeros(style: str):
    found = score(style, Damage(), range(8), (0.1, 0.5))

    assert found.wrong == ()
    assert found.kept >= 0.9 * found.blanks


@pytest.mark.parametrize("style", ["pdf_page", "pdf_spaces"])
def test_full_rows_of_a_pdf_are_read(style: str):
    found = score(style, Damage(), range(8), (0.0,))

    assert found.wrong == ()
    assert found.rate >= 0.99


@settings(max_examples=30, deadline=None)
@given(seed=seeds, style=st.sampled_from(sorted(STYLES)), damage=st.sampled_from(sorted({**HARMLESS, **HARMFUL})))
def test_no_cell_is_ever_wrong(seed: int, style: str, damage: str):
    # Where the label of a row of figures run together is lost, nothing shows that it is two rows.
    hurt = Damage() if style in RUN_TOGETHER and damage == "lost labels" else {**HARMLESS, **HARMFUL}[damage]

    found = score(style, hurt, range(seed, seed + 2), (0.0, 0.1, 0.5))

    assert found.wrong == ()


@pytest.mark.parametrize("style", sorted(LOSSY))
def test_where_values_are_lost_their_neighbours_do_not_move(style: str):
    found = score(style, Damage(), range(8), (0.1, 0.3))

    assert found.wrong == ()


def test_a_page_that_drops_repeated_lines_gives_no_cell():
    assert score("dedup_lines", Damage(), range(8), (0.0,)).right == 0
