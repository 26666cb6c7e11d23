"""Word refuses a file whose elements stand in another order than the schema says (ECMA-376 Part 1, Annex A)."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from drafter.document.docx import write_docx
from tests.document.sample import sample

ORDERS = {
    "pPr": "pStyle keepNext keepLines widowControl snapToGrid spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs spacing kern sz szCs highlight lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW gridSpan vMerge vAlign",
    "trPr": "cantSplit trHeight tblHeader",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "r": "rPr t",
    "sectPr": "footerReference pgSz pgMar pgNumType cols",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "font": "altName charset family pitch",
}


@pytest.mark.parametrize("part", ["document", "styles", "settings", "fontTable", "footerOdd", "footerEven"])
def test_elements_stand_in_the_order_of_the_schema(part):
    with ZipFile(BytesIO(write_docx(sample()))) as archive:
        root = etree.fromstring(archive.read(f"word/{part}.xml"))
    seen = 0

    for element in root.iter(etree.Element):
        order = ORDERS.get(etree.QName(element).localname, "").split()
        names = [etree.QName(child).localname for child in element]
        if order and not {"br", "fldChar", "instrText"} & set(names):
            assert [order.index(name) for name in names] == sorted(order.index(name) for name in names)
            seen += 1
    assert seen


def test_every_table_cell_ends_with_a_paragraph_and_the_body_with_its_section():
    with ZipFile(BytesIO(write_docx(sample()))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]

    assert etree.QName(body[-1]).localname == "sectPr"
    assert {etree.QName(cell[-1]).localname for cell in body.iter("{*}tc")} == {"p"}


def test_bookmarks_are_paired_and_numbered_once():
    with ZipFile(BytesIO(write_docx(sample()))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    starts = [mark.values()[0] for mark in body.iter("{*}bookmarkStart")]

    assert len(starts) == len(set(starts))
    assert starts == [mark.values()[0] for mark in body.iter("{*}bookmarkEnd")]
