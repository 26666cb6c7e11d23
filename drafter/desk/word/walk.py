"""Walk through the body of a Word file: for every character its bookmark, its tracked change, its comments."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.desk.word.edited import Beside, Bit, EditedCell, EditedTable, Passage, Revision
from drafter.desk.word.marks import Mark
from drafter.errors import InputError
from drafter.reading.formats.word.names import MC, A, V, W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CHARACTERS = 200_000
MOST_CELLS = 20_000
_DEL, _INS = {f"{W}del", f"{W}moveFrom"}, {f"{W}ins", f"{W}moveTo"}
_PROPERTIES = {f"{W}pPr", f"{W}rPr", f"{W}sdtPr", f"{W}tblPr", f"{W}instrText", f"{W}delInstrText", f"{W}ruby"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_BOXES = {f"{W}txbxContent"}
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_PICTURES = {f"{A}blip", f"{V}imagedata"}
_EMBEDDED = {f"{W}object", f"{W}altChunk", f"{W}subDoc"}


@dataclass(frozen=True, slots=True)
class _Change:
    inserted: Revision | None = None
    deleted: Revision | None = None


@dataclass(slots=True)
class Walk:
    """The walk; ranges that are open go on from one paragraph to the next, as Word lets them."""

    beside: Beside = field(default_factory=Beside)
    blocks: list[Passage | EditedTable] = field(default_factory=list)
    _open: dict[str, Mark] = field(default_factory=dict)
    _seen: set[Mark] = field(default_factory=set)
    _comments: list[str] = field(default_factory=list)
    _bits: list[Bit] = field(default_factory=list)
    _met: set[Mark] = field(default_factory=set)
    _characters: int = 0
    _cells: int = 0

    def body(self, element: "_Element", change: _Change | None = None) -> None:
        """Read the paragraphs and tables below an element."""
        for child in element.iterchildren():
            if child.tag == f"{W}p":
                self.blocks.append(self._passage(child, change or _Change()))
            elif child.tag == f"{W}tbl":
                self.blocks.append(self._table(child, change or _Change()))
            elif not self._range(child) and isinstance(child.tag, str) and child.tag not in _PROPERTIES:
                self._count(child)
                self.body(_chosen(child), _within(child, change or _Change()))

    def _passage(self, paragraph: "_Element", change: _Change) -> Passage:
        self._bits, self._met = [], set(self._open.values())
        self._inline(paragraph, change)
        return Passage(tuple(self._bits), value(paragraph, "pPr/pStyle") or "", frozenset(self._met))

    def _inline(self, element: "_Element", change: _Change) -> None:
        for child in element.iterchildren():
            if child.tag == f"{W}r":
                self._run(child, change)
            elif not self._range(child) and isinstance(child.tag, str) and child.tag not in _PROPERTIES:
                self._count(child)
                self._inline(_chosen(child), _within(child, change))

    def _run(self, run: "_Element", change: _Change) -> None:
        text = "".join(self._texts(run))
        if is_on(run, "rPr/vanish"):
            self.beside.hidden += len(text.strip())
        elif text:
            self._characters += len(text)
            if self._characters > MOST_CHARACTERS:
                raise InputError("Word 文件", f"正文超过 {MOST_CHARACTERS} 字，不像年度报告，没有读完")
            marks = [*self._open.values()]
            # Where ranges overlap after somebody's dragging, the one that was opened last is the nearest.
            mark = marks[-1] if marks else None
            self._bits.append(Bit(text, mark, change.inserted, change.deleted, tuple(self._comments)))

    def _texts(self, element: "_Element") -> Iterator[str]:
        for child in element.iterchildren():
            if child.tag in {f"{W}t", f"{W}delText"}:
                yield child.text or ""
            elif child.tag in _SIGNS:
                yield _SIGNS[str(child.tag)]
            elif child.tag in _BOXES:
                self.beside.boxes += any((text.text or "").strip() for text in child.iter(f"{W}t"))
            elif isinstance(child.tag, str) and child.tag not in _PROPERTIES:
                self._count(child)
                yield from self._texts(_chosen(child))

    def _count(self, element: "_Element") -> None:
        self.beside.notes += element.tag in _NOTES
        self.beside.pictures += element.tag in _PICTURES
        self.beside.embedded += element.tag in _EMBEDDED

    def _range(self, element: "_Element") -> bool:
        """Open or close what an element opens or closes; return whether it did."""
        number_of = element.get(f"{W}id") or ""
        match element.tag:
            case t if t == f"{W}bookmarkStart":
                mark = Mark.read(element.get(f"{W}name") or "")
                # LibreOffice writes some bookmarks twice: the first one wins.
                if mark and mark not in self._seen:
                    self._open[number_of] = mark
                    self._seen.add(mark)
                    self._met.add(mark)
            case t if t == f"{W}bookmarkEnd":
                self._open.pop(number_of, None)
            case t if t == f"{W}commentRangeStart":
                self._comments.append(number_of)
            case t if t == f"{W}commentRangeEnd":
                self._comments = [each for each in self._comments if each != number_of]
            case _:
                return False
        return True

    def _table(self, table: "_Element", change: _Change) -> EditedTable:
        rows = []
        for row, within in self._parts(table, "tr", change):
            if row.find(f"{W}trPr/{W}del") is None and not within.deleted:
                rows.append(tuple(self._row(row, within)))
        return EditedTable(tuple(rows))

    def _row(self, row: "_Element", change: _Change) -> Iterator[EditedCell]:
        for cell, within in self._parts(row, "tc", change):
            self._cells += 1
            if self._cells > MOST_CELLS:
                raise InputError("Word 文件", f"表格超过 {MOST_CELLS} 格，不像年度报告，没有读完")
            passages = tuple(self._cell(cell, within))
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or merge.get(f"{W}val") == "restart" or any(passage.text for passage in passages):
                yield EditedCell(passages)

    def _cell(self, cell: "_Element", change: _Change) -> Iterator[Passage]:
        for child, within in self._parts(cell, "p", change):
            yield self._passage(child, within)

    def _parts(self, parent: "_Element", name: str, change: _Change) -> "Iterator[tuple[_Element, _Change]]":
        """Yield rows of a table, cells of a row or paragraphs of a cell, also those inside controls and insertions."""
        for child in parent.iterchildren():
            if child.tag == f"{W}{name}":
                yield child, change
            elif not self._range(child) and isinstance(child.tag, str) and child.tag not in _PROPERTIES:
                yield from self._parts(child, name, _within(child, change))


def _within(element: "_Element", change: _Change) -> _Change:
    """Return the tracked change that holds below an element."""
    if element.tag in _INS:
        return _Change(_revision(element), change.deleted)
    return _Change(change.inserted, _revision(element)) if element.tag in _DEL else change


def _revision(element: "_Element") -> Revision:
    return Revision((element.get(f"{W}author") or "")[:100], (element.get(f"{W}date") or "")[:40])


def _chosen(element: "_Element") -> "_Element":
    """Return one of two alternatives that say the same; any other element itself."""
    if element.tag != f"{MC}AlternateContent":
        return element
    found = element.find(f"{MC}Choice")
    found = element.find(f"{MC}Fallback") if found is None else found
    return element if found is None else found
