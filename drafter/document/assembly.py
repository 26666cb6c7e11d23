"""Put headings and tables around a draft: the whole report as blocks."""

from collections.abc import Iterator
from datetime import date

from drafter.document.blocks import Block, Document, Heading, Paragraph, Signature, TableBlock, Title
from drafter.document.grid import table_grid
from drafter.dossier.model import Dossier
from drafter.form.model import Form, Section
from drafter.richtext import PieceKind, Text, joined, piece
from drafter.writing.draft import PREAMBLE, Draft
from drafter.writing.stock.voice import ordinal


def assemble(dossier: Dossier, draft: Draft, title: Text) -> Document:
    """Return the report: title, preamble, and every section of the form with its paragraphs and tables."""
    blocks: list[Block] = [Title(title), *draft.sections[PREAMBLE]]
    for section in dossier.form.sections:
        blocks += _section(dossier, section, draft.sections[section.key])
    if dossier.signed:
        blocks.append(_signature(dossier, dossier.signed))
    return Document(
        title=str(title),
        organ=dossier.organ.name,
        year=dossier.year,
        edition=dossier.form.edition,
        blocks=tuple(blocks),
        identifier=dossier.sha256,
        keywords=("政府信息公开", "年度报告", str(dossier.year)),
    )


def _signature(dossier: Dossier, signed: date) -> Signature:
    """Return the closing lines: the organ, then the date without leading zeros. Source: GB/T 9704—2012, 7.3.5."""
    day = f"{signed.year}年{signed.month}月{signed.day}日"
    organ = piece(dossier.organ.name, PieceKind.ORGAN, "organ.name")
    return Signature((organ, piece(day, PieceKind.DATE, "report.signed")))


def _section(dossier: Dossier, section: Section, paragraphs: tuple[Paragraph, ...]) -> Iterator[Block]:
    number = joined((piece(f"{section.ordinal}、", PieceKind.ORDINAL, "section"), section.title))
    yield Heading(1, number, section.key)
    yield from _titled(dossier.form, section, paragraphs)
    for table in dossier.form.tables:
        if table.section == section.key:
            yield TableBlock(section.key, table_grid(dossier.form, table, dossier.statistics))


def _titled(form: Form, section: Section, paragraphs: tuple[Paragraph, ...]) -> Iterator[Block]:
    """Yield the paragraphs, a heading of the second level before the first of each aspect."""
    titles = {aspect.key: aspect.title for aspect in form.aspects}
    number, aspect = 0, ""
    for paragraph in paragraphs:
        if paragraph.aspect and paragraph.aspect != aspect:
            number, aspect = number + 1, paragraph.aspect
            lead = piece(f"（{ordinal(number)}）", PieceKind.ORDINAL, "aspect")
            yield Heading(2, joined((lead, titles.get(aspect, aspect))), section.key)
        yield paragraph
