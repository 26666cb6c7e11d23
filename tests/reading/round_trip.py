"""A report of ours written in every format and read back, for the tests and for `scripts/measure_round_trip.py`."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from drafter.document.assembly import assemble
from drafter.document.blocks import Document
from drafter.document.formats import FORMATS
from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Dossier, Fees, Prior
from drafter.form.editions import load_form
from drafter.form.statistics import Number
from drafter.reading.published import read_report
from drafter.reading.report import CellState, PublishedReport, ReadFees
from drafter.writing.stock.preamble import report_title
from drafter.writing.stock.voice import Voice
from drafter.writing.stock.writer import stock_voice, write_stock
from tests.form.strategies import Year
from tests.sample import dossier


def dossier_of(year: Year) -> Dossier:
    """Return the sample township's dossier with the figures of a year."""
    base = dossier(year.statistics.edition)
    fees = _fees(year.fees) if year.fees else None
    prior = Prior(base.year - 1, load_form(year.prior.edition), year.prior, "last.yaml")
    return replace(base, statistics=year.statistics, fees=fees, prior=prior)


def _fees(raw: Mapping[str, Number | None]) -> Fees:
    return Fees(int(str(raw["notices"])), Decimal(str(raw["billed_yuan"])), Decimal(str(raw["collected_yuan"])))


def document_of(written: Dossier) -> Document:
    """Return the report that the stock writer makes of a dossier."""
    ledger = build_ledger(written)
    voice: Voice = stock_voice(written, ledger)
    return assemble(written, write_stock(written, ledger), report_title(voice))


def read_again(document: Document, file_format: str) -> PublishedReport:
    """Return what is read from a report written in a format."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{file_format}"
        path.write_bytes(FORMATS[file_format](document))
        return read_report(path)


def differences(written: Dossier, found: PublishedReport) -> Iterator[str]:
    """Yield what was read otherwise than it was written: cells first, then all that the report says of itself."""
    for path, cell in found.cells.items():
        if cell.state is not CellState.READ or cell.value != written.statistics[path]:
            yield f"{path}: {written.statistics[path]} read as {cell.state.value} {cell.value}"
    organ = written.organ
    pairs: dict[str, tuple[object, object]] = {
        "edition": (found.form.edition, written.form.edition),
        "cells": (set(found.cells), set(written.form.cells)),
        "year": (found.year, written.year),
        "organ": (found.contact.organ, organ.name),
        "county": (found.contact.county, organ.county),
        "address": (found.contact.address, organ.address),
        "phone": (found.contact.phone, organ.phone),
        "sections": ([part.key for part in found.sections], [part.key for part in written.form.sections]),
        "problems": ([problem.text for problem in found.problems], [problem.text for problem in written.problems]),
    }
    if written.fees:
        pairs["fees"] = (said_fees(found.fees), said_fees(written.fees))
    yield from (f"{name}: {wanted} read as {got}" for name, (got, wanted) in pairs.items() if got != wanted)


def said_fees(fees: Fees | ReadFees | None) -> tuple[object, ...] | None:
    """Return the amounts that a report says: where no notice was sent, it does not say the sum of the notices."""
    if fees is None:
        return None
    return (fees.notices, fees.billed_yuan, fees.collected_yuan) if fees.notices else (0, fees.collected_yuan)
