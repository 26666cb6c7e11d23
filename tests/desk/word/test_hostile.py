"""Files that nobody should open are refused, and no text in one of them can do harm."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from drafter.desk.word.importing import import_docx
from drafter.desk.word.reading import MOST_BYTES
from drafter.desk.word.walk import MOST_CELLS, MOST_CHARACTERS
from drafter.errors import InputError
from tests.desk.word.edits import W, edited, new_paragraph, part, plain, with_part
from tests.desk.word.sample import review_file, working

BODY = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{{}}</w:body></w:document>'


def package(**parts: bytes) -> bytes:
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return result.getvalue()


def document(body: str) -> bytes:
    return package(word__document_xml=BODY.format(body).encode())


ENTITY = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
HOSTILE = {
    "empty": b"",
    "a text": "一份报告".encode(),
    "a picture": b"\x89PNG\r\n\x1a\n" + b"0" * 50,
    "a page": b"<html><script>alert(1)</script></html>",
    "a zip of something": package(other_xml=b"<a/>"),
    "half a file": review_file()[:5000],
    "an entity": package(word__document_xml=ENTITY),
    "an entity in the comments": package(
        word__document_xml=BODY.format("").encode(), word__comments_xml=ENTITY.replace(b"<w>", b"<w>")
    ),
    "no body": package(word__document_xml=b"<w/>"),
    "a bomb": package(word__document_xml=b" " * 30_000_000),
    "too much text": document(PARAGRAPH.format("字" * (MOST_CHARACTERS + 1))),
    "too many cells": document(f"<w:tbl><w:tr>{'<w:tc/>' * (MOST_CELLS + 1)}</w:tr></w:tbl>"),
    "too deep": document("<w:p>" + "<w:smartTag>" * 5000 + "</w:smartTag>" * 5000 + "</w:p>"),
    "too large": b"PK\x03\x04" + b"0" * MOST_BYTES,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_file_that_nobody_should_open_is_refused(what):
    with pytest.raises(InputError):
        import_docx(HOSTILE[what], working(), name="审改稿.docx")


def test_markup_in_a_sentence_comes_back_as_the_words_it_is():
    words = "<script>alert(1)</script>{{ 7*7 }}&amp;"
    content = edited(review_file(), plain("解答医保缴费", words))

    (proposal,) = import_docx(content, working()).proposals

    assert words in proposal.after


def test_names_of_authors_and_comments_are_cut():
    root = part(review_file(), "word/settings.xml")
    comments = root.makeelement(f"{W}comments")
    comment = comments.makeelement(f"{W}comment", {f"{W}id": "7", f"{W}author": "长" * 10_000})
    comments.append(comment)
    comment.append(comment.makeelement(f"{W}p"))
    comment[0].append(comment.makeelement(f"{W}r"))
    comment[0][0].append(comment.makeelement(f"{W}t"))
    comment[0][0][0].text = "话" * 100_000

    (found,) = import_docx(with_part(review_file(), comments, "word/comments.xml"), working()).comments

    assert (len(found.author), len(found.text)) == (100, 4000)


def test_a_thousand_new_sentences_are_read_in_good_time():
    content = edited(review_file(), new_paragraph("新写的一句话。" * 1000, "均在规定期限内答复。"))

    assert len(import_docx(content, working()).proposals) == 1000
