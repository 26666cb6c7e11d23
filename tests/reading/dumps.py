"""A report of ours as the text that people copy from it: out of a PDF by poppler, out of a page by a browser.

For the tests and for `scripts/measure_dumps.py`; needs poppler, LibreOffice and Chromium.
"""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from drafter.dossier.model import Dossier
from drafter.form.statistics import Statistics
from drafter.reading.published import read_report
from drafter.reading.report import CellState, PublishedReport
from tests.reading.flatten import invented
from tests.reading.round_trip import said_fees

MODES: Mapping[str, tuple[str, ...]] = {"raw": ("-raw",), "layout": ("-layout",), "plain": ()}
_ROWS = "[...document.querySelectorAll('table')].map(t => [...t.rows].map(r => [...r.cells].map(c => c.innerText)))"
_COPIED = "(() => { const s = getSelection(); s.selectAllChildren(document.body); return s.toString(); })()"
_MARK = "\ue000"


def pdf_texts(pdf: Path) -> dict[str, str]:
    """Return the text of a PDF in each of the orders that poppler can write it in, and as a viewer copies it."""
    from pypdfium2 import PdfDocument

    with closing(PdfDocument(pdf)) as document:
        viewed = "\n".join(page.get_textpage().get_text_range() for page in document)
    return {"viewer": viewed} | {
        name: subprocess.run(["pdftotext", *mode, str(pdf), "-"], check=True, capture_output=True, text=True).stdout
        for name, mode in MODES.items()
    }


def office_pdfs(folder: Path, files: Sequence[Path]) -> list[Path]:
    """Return the PDFs that LibreOffice makes of Word files."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "office")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=600)
    return [folder / "office" / f"{file.stem}.pdf" for file in files]


@contextmanager
def browser_page() -> Iterator[Any]:
    """Yield a page of a browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def page_texts(page: Any, html: Path) -> dict[str, str]:
    """Return the text of a page as a crawler and as a person who copies it has it, and cells one a line."""
    page.goto(html.as_uri())
    inner, copied = page.evaluate("document.body.innerText"), page.evaluate(_COPIED)
    tables = page.evaluate(_ROWS)
    page.evaluate(f"document.querySelectorAll('table').forEach(t => t.replaceWith('{_MARK}'))")
    rest = page.evaluate("document.body.innerText").split(_MARK)

    def between(texts: list[str]) -> str:
        return "".join(f"{text}\n{table}\n" for text, table in zip(rest, [*texts, ""], strict=True))

    rows = ["\n".join("\t".join(cell.replace("\n", " ") for cell in row) for row in table) for table in tables]
    cells = ["\n".join(cell for row in table for cell in row) for table in tables]
    return {"inner": inner, "copied": copied, "tabs": between(rows), "cells": between(cells)}


def read_dump(folder: Path, text: str) -> PublishedReport:
    """Return what is read from a text in a file."""
    path = folder / "dump.txt"
    path.write_text(text, encoding="utf-8")
    return read_report(path)


def with_slips(random: Random, statistics: Statistics) -> Statistics:
    """Return statistics with some of a township's own errors: a few cells that no identity holds for."""
    values = dict(statistics.values)
    paths = [path for path in values if path.startswith(("applications.", "disputes."))]
    for path in random.sample(paths, random.randint(1, 4)):
        values[path] = random.randint(0, 30)
    return Statistics(statistics.edition, values)


def with_large(random: Random, edition: str) -> Statistics:
    """Return statistics that differ from cell to cell; only the sums of the rows of 表三 hold, nearly all."""
    return invented(random, edition, 0.0, random.choice((0.1, 0.5, 0.9)))


@dataclass
class Tally:
    """What became of the cells of reports in one style, and of what else they say."""

    reports: int = 0
    right: int = 0
    missed: int = 0
    wrong: list[str] = field(default_factory=list)
    told: int = 0
    untold: int = 0
    mistold: list[str] = field(default_factory=list)

    def add(self, written: Dossier, found: PublishedReport) -> None:
        """Count a report."""
        self.reports += 1
        for path, value in written.statistics.values.items():
            cell = found.cells.get(path)
            if cell is None or cell.state is not CellState.READ:
                self.missed += 1
            elif cell.value == value:
                self.right += 1
            else:
                self.wrong.append(f"{path}: {cell.value} for {value}")
        self._tell(written, found)

    def _tell(self, written: Dossier, found: PublishedReport) -> None:
        pairs: dict[str, tuple[object, object]] = {
            "year": (found.year, written.year),
            "organ": (found.contact.organ or None, written.organ.name),
            "problems": ([each.text for each in found.problems] or None, [each.text for each in written.problems]),
            "measures": (
                [each.measure for each in found.problems] or None,
                [each.measure for each in written.problems],
            ),
            "sections": ([part.key for part in found.sections] or None, [part.key for part in written.form.sections]),
        }
        if written.fees:
            pairs["fees"] = (said_fees(found.fees), said_fees(written.fees))
        for name, (got, wanted) in pairs.items():
            self.told += got == wanted
            self.untold += got is None
            if got not in (None, wanted):
                self.mistold.append(f"{name}: {got} for {wanted}")
