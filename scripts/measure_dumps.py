"""Read generated reports back from text copied out of their PDFs and web pages, and count cells by style.

python scripts/measure_dumps.py 60 [FOLDER] [-v] [-s STYLE]

A third of the reports, of both editions, hold every identity, a third have slips of the township's own in them, and a
third have figures that differ from cell to cell, up to four digits: those stand apart as `large`, because narrow cells
of Word break such figures over two lines. FOLDER keeps the texts, so that a second run only reads them.
"""

import argparse
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

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

EDITIONS = ("2019", "2021")
KINDS = ("valid", "slips", "large")


def years(edition: str, count: int) -> list[Year]:
    """Return so many years of statistics, always the same ones."""
    found: list[Year] = []

    def take(year: Year) -> None:
        found.append(year)

    rounds = settings(
        max_examples=count,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    rounds(given(year=valid_year(edition))(take))()
    return found[-count:]


def dossiers(count: int) -> Iterator[tuple[str, Dossier]]:
    """Yield dossiers by name, kinds and editions in turn."""
    chance = random.Random(count)  # noqa: S311
    drawn = {edition: years(edition, count) for edition in EDITIONS}
    for number in range(count):
        edition, kind = EDITIONS[number % 2], KINDS[number // 2 % 3]
        year = drawn[edition][number]
        statistics = year.statistics
        if kind == "slips":
            statistics = with_slips(chance, statistics)
        if kind == "large":
            statistics = with_large(chance, edition)
        yield f"{number:03}-{edition}-{kind}", dossier_of(Year(statistics, year.fees, year.prior))


def write_dumps(folder: Path, named: list[tuple[str, Dossier]]) -> None:
    """Write the texts of all reports, in every style, into a folder."""
    for name, dossier in named:
        document = document_of(dossier)
        for kind in ("pdf", "docx", "html"):
            (folder / f"{name}.{kind}").write_bytes(FORMATS[kind](document))
    office_pdfs(folder, [folder / f"{name}.docx" for name, _ in named])
    with browser_page() as page:
        for name, _ in named:
            texts = {f"pdf-{mode}": text for mode, text in pdf_texts(folder / f"{name}.pdf").items()}
            texts |= {f"word-{mode}": text for mode, text in pdf_texts(folder / "office" / f"{name}.pdf").items()}
            texts |= {f"html-{way}": text for way, text in page_texts(page, folder / f"{name}.html").items()}
            for style, text in texts.items():
                (folder / f"{name}.{style}.txt").write_text(text, encoding="utf-8")


def measured(folder: Path, named: list[tuple[str, Dossier]], only: str) -> dict[str, Tally]:
    """Return what is read from the texts in a folder, by style."""
    found: dict[str, Tally] = defaultdict(Tally)
    for name, dossier in named:
        for path in sorted(folder.glob(f"{name}.*.txt")):
            style = path.name.split(".")[1] + (" large" if name.endswith("large") else "")
            if only not in style:
                continue
            before = len(found[style].wrong)
            found[style].add(dossier, read_dump(folder, path.read_text(encoding="utf-8")))
            if len(found[style].wrong) > before:
                print(f"{path.name}: {found[style].wrong[before:]}")
    return found


def main() -> int:
    """Return 0 where no cell is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("-v", action="store_true", help="say what was told wrong")
    parser.add_argument("-s", default="", help="only styles whose name has this in it")
    options = parser.parse_args()
    named = list(dossiers(options.count))
    with TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        folder.mkdir(exist_ok=True)
        if not any(folder.glob("*.txt")):
            write_dumps(folder, named)
        began = time.perf_counter()
        found = measured(folder, named, options.s)
    spent = time.perf_counter() - began
    print(f"{'style':20} reports   right   wrong  missed    read   said unsaid  mis-said")
    for style, tally in sorted(found.items()):
        rate = tally.right / max(tally.right + tally.missed + len(tally.wrong), 1)
        print(
            f"{style:20} {tally.reports:7} {tally.right:7} {len(tally.wrong):7} {tally.missed:7} {rate:7.1%} "
            f"{tally.told:6} {tally.untold:6} {len(tally.mistold):9}"
        )
        for line in tally.mistold if options.v else ():
            print(f"    {line}")
    print(f"{1000 * spent / sum(tally.reports for tally in found.values()):.0f} ms a text")
    return 1 if any(tally.wrong for tally in found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
