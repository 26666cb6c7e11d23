"""A report as a Word file for review: hidden bookmarks, comments where something was found, tables locked.

Tables stand in content controls that Word and WPS do not let be edited; changes of the text are tracked from the
start. Both are a help and no wall: what comes back is read as if neither had been there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count

from drafter.desk.word.marks import CELL, HEADING, LINE, ORIGIN, Mark, mark_of
from drafter.desk.word.notices import AUTHOR, INITIALS, Notices, Spot
from drafter.document.blocks import Document, Heading, Paragraph, Title
from drafter.document.docx import docx_parts
from drafter.document.word.package import fixed_parts, packed
from drafter.document.word.text import escaped, runs

_OURS = re.compile(r'<w:bookmarkStart w:id="(\d+)" w:name="_dr_c\1"/>(.*?)<w:bookmarkEnd w:id="\1"/>')
_MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>'
_RANGE = '<w:commentRangeStart w:id="{}"/>'
_RANGE_END = '<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
_CELL_RUN = re.compile(r"(<w:tc>(?:(?!</w:tc>).)*?)(<w:r>(?:(?!</w:r>).)*</w:r>)")
# One control around a whole table would be simpler; LibreOffice writes the text of its first cell several times.
_LOCKED = (
    '{}<w:sdt><w:sdtPr><w:alias w:val="由统计数据生成，请在数据里改"/><w:id w:val="{}"/>'
    '<w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
)
_COMMENTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:comments>'
)
_COMMENT = f'<w:comment w:id="{{}}" w:author="{AUTHOR}" w:initials="{INITIALS}">{{}}</w:comment>'
# The default size of the page would make a comment of 16 pt.
_SAID = (
    '<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="宋体"/>'
    '<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
)
_RELATION = (
    '<Relationship Id="rIdComments" Target="comments.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>'
)
_CONTENT = (
    '<Override PartName="/word/comments.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>'
)
_IDENTIFIER = "drafter-review:{}:{}"
_IDENTIFIED = re.compile(r"drafter-review:(\d{1,9}):(.+)")


@dataclass(frozen=True, slots=True)
class Exported:
    """Which report a review file was written from, and which version of it."""

    key: str
    version: int

    @property
    def identifier(self) -> str:
        """Return it as the file's own properties hold it."""
        return _IDENTIFIER.format(self.version, self.key)


def exported_from(identifier: str) -> Exported | None:
    """Return what the properties of a file say it was written from; None for a file that is not of ours."""
    found = _IDENTIFIED.fullmatch(identifier)
    return Exported(found[2], int(found[1])) if found else None


def review_docx(document: Document, exported: Exported, notices: Notices) -> bytes:
    """Return the report for review. Raises OutputError for a character that no file can carry."""
    dressing = _Dressing(notices, mark_of(ORIGIN, str(exported.version), exported.key))
    parts = docx_parts(replace(document, identifier=exported.identifier), dressing.dressed)
    paths = [cell.path for grid in document.grids() for cell in grid.cells() if cell.path]
    printed = {path: text for grid in document.grids() for path, text in grid.values().items()}
    body = dressing.with_cells(parts["word/document.xml"].decode(), paths, printed)
    controls = count(1)
    body = _CELL_RUN.sub(lambda found: _LOCKED.format(found[1], next(controls), found[2]), body)
    return packed({**parts, "word/document.xml": body.encode(), **_changed_parts(dressing.said)})


@dataclass(slots=True)
class _Dressing:
    """What is put around titles, headings, sentences and cells, with the comments that it makes on the way."""

    notices: Notices
    origin: Mark
    """Said again in a bookmark: programs keep these where they drop properties that they do not know."""
    said: list[str] = field(default_factory=list)
    headings: int = 0
    # Cells have the numbers from 1; one id must not be given twice.
    numbers: "count[int]" = field(default_factory=lambda: count(10_001))

    def dressed(self, block: Title | Heading | Paragraph, content: str) -> str:
        """Return the runs of a block within its marks."""
        match block:
            case Title():
                origin = _MARK.format(next(self.numbers), self.origin.name, "")
                return origin + self._wrapped(mark_of(HEADING, "0", str(block.text)), Spot(), content)
            case Heading():
                self.headings += 1
                mark = mark_of(HEADING, str(self.headings), str(block.text))
                return self._wrapped(mark, Spot(heading=self.headings), content)
            case Paragraph():
                return "".join(self._sentences(block))

    def _sentences(self, block: Paragraph) -> Iterator[str]:
        for sentence in block.sentences:
            mark = mark_of(LINE, sentence.id, str(sentence.text))
            yield self._wrapped(mark, Spot(line=sentence.id), runs(sentence.text))

    def with_cells(self, body: str, paths: Sequence[str], printed: dict[str, str]) -> str:
        """Return the body, the numbered bookmarks of value cells renamed to marks, with their comments."""

        def cell(found: "re.Match[str]") -> str:
            path = paths[int(found[1]) - 1]
            return self._wrapped(mark_of(CELL, path, printed[path]), Spot(cell=path), found[2])

        return _OURS.sub(cell, body)

    def _wrapped(self, mark: Mark, spot: Spot, content: str) -> str:
        first = len(self.said)
        self.said += self.notices.get(spot, ())
        ids = range(first, len(self.said))
        marked = _MARK.format(next(self.numbers), mark.name, content)
        return "".join((*map(_RANGE.format, ids), marked, *map(_RANGE_END.format, ids)))


def _changed_parts(said: Sequence[str]) -> dict[str, bytes]:
    """Return the fixed parts that know of comments and of tracked changes, and the comments."""
    comments = (
        _COMMENT.format(number, "".join(_SAID.format(escaped(line)) for line in text.splitlines()))
        for number, text in enumerate(said)
    )
    names = ("word/settings.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
    settings, relations, content = (fixed_parts()[name].decode() for name in names)
    settings = settings.replace("<w:defaultTabStop", "<w:trackRevisions/>\n  <w:defaultTabStop")
    relations = relations.replace("</Relationships>", _RELATION)
    content = content.replace("</Types>", _CONTENT)
    changed = (settings, relations, content, _COMMENTS.format("".join(comments)))
    return dict(zip((*names, "word/comments.xml"), (part.encode() for part in changed), strict=True))
