from dataclasses import replace

import pytest

from drafter.audit.readback import disagreements, read_back
from drafter.document.blocks import Document, Heading, Paragraph, TableBlock
from drafter.document.formats import FORMATS
from drafter.richtext import plain
from tests.document.sample import sample

READABLE = ("docx", "html", "md")


def with_cell(document: Document, path: str, text: str) -> Document:
    """Return the document with one value cell printed otherwise."""

    def changed(block):
        if not isinstance(block, TableBlock):
            return block
        rows = tuple(
            tuple(replace(cell, text=text) if cell.path == path else cell for cell in row) for row in block.grid.rows
        )
        return replace(block, grid=replace(block.grid, rows=rows))

    return replace(document, blocks=tuple(changed(block) for block in document.blocks))


def without(document: Document, number: int) -> Document:
    return replace(document, blocks=document.blocks[:number] + document.blocks[number + 1 :])


def index_of(document: Document, kind: type) -> int:
    return next(number for number, block in enumerate(document.blocks) if isinstance(block, kind))


@pytest.mark.parametrize("name", READABLE)
def test_a_changed_cell_is_named_by_its_path(name):
    document = sample()
    path = "applications.refused.state_secret.total"

    found = disagreements(document, name, FORMATS[name](with_cell(document, path, "0")))

    assert [(finding.code, finding.severity, finding.where) for finding in found] == [("file-differs", "error", path)]


@pytest.mark.parametrize("name", READABLE)
def test_a_missing_paragraph_is_found(name):
    document = sample()
    number = index_of(document, Paragraph)

    found = disagreements(document, name, FORMATS[name](without(document, number)))

    assert [(finding.code, finding.where) for finding in found] == [("file-differs", "preamble")]


@pytest.mark.parametrize("name", READABLE)
def test_an_extra_paragraph_is_found(name):
    document = sample()
    number = index_of(document, Heading)

    found = disagreements(without(document, number), name, FORMATS[name](document))

    assert [finding.code for finding in found] == ["file-differs"]


@pytest.mark.parametrize("name", READABLE)
def test_a_missing_table_is_found(name):
    document = sample()

    found = disagreements(document, name, FORMATS[name](without(document, index_of(document, TableBlock))))

    assert "tables" in {finding.where for finding in found}


@pytest.mark.parametrize("name", READABLE)
def test_one_changed_sign_in_a_heading_is_found(name):
    document = sample()
    number = index_of(document, Heading)
    blocks = list(document.blocks)
    blocks[number] = Heading(1, plain("一、总体情況"), "overview")

    found = disagreements(document, name, FORMATS[name](replace(document, blocks=tuple(blocks))))

    assert [(finding.code, finding.where) for finding in found] == [("file-differs", "overview")]


def test_the_cells_of_a_word_table_are_read_once_each_however_they_span():
    found = read_back("docx", FORMATS["docx"](sample()))

    assert [len(table) for table in found.tables] == [len(list(grid.cells())) for grid in sample().grids()]
    assert found.tables[1].count("三、本年度办理结果") == 1


def test_a_format_without_a_reader_is_refused():
    with pytest.raises(ValueError, match="pdf"):
        read_back("pdf", b"")
