"""Edit a Word file as people and programs do: plain or tracked, and rewritten the way Word writes."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PART = "word/document.xml"
WHEN = "2026-01-08T09:30:00Z"


def part(content: bytes, name: str = PART) -> Any:
    """Return a part of a file as a tree."""
    with ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def with_part(content: bytes, root: Any, name: str = PART) -> bytes:
    """Return a file with a part in place of that of the same name."""
    result = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for item in old.namelist():
            new.writestr(item, etree.tostring(root) if item == name else old.read(item))
        if name not in old.namelist():
            new.writestr(name, etree.tostring(root))
    return result.getvalue()


def edited(content: bytes, *edits: Callable[[Any], None]) -> bytes:
    """Return a file with its text changed by each edit in turn."""
    root = part(content)
    for edit in edits:
        edit(root)
    return with_part(content, root)


def plain(old: str, new: str) -> Callable[[Any], None]:
    """Return an edit that types over words."""

    def edit(root: Any) -> None:
        text = _holder(root, old)
        text.text = text.text.replace(old, new, 1)

    return edit


def tracked(old: str, new: str, author: str = "王芳") -> Callable[[Any], None]:
    """Return an edit that types over words while changes are tracked."""

    def edit(root: Any) -> None:
        run = _holder(root, old).getparent()
        before, _, after = run.findtext(f"{W}t").partition(old)
        pieces = [_run(run, before), _change("del", _run(run, old, "delText"), author)]
        pieces += [_change("ins", _run(run, new), author), _run(run, after)]
        for piece in pieces:
            if piece is not None:
                run.addprevious(piece)
        run.getparent().remove(run)

    return edit


def struck(line: str) -> Callable[[Any], None]:
    """Return an edit that deletes a marked sentence with its bookmark."""

    def edit(root: Any) -> None:
        for element in marked(root, line):
            element.getparent().remove(element)

    return edit


def moved(line: str, behind: str) -> Callable[[Any], None]:
    """Return an edit that cuts a marked sentence and pastes it, bookmark and all, behind another."""

    def edit(root: Any) -> None:
        target = marked(root, behind)[-1]
        for element in reversed(marked(root, line)):
            target.addnext(element)

    return edit


def new_paragraph(text: str, behind: str) -> Callable[[Any], None]:
    """Return an edit that writes a paragraph behind that of a sentence."""

    def edit(root: Any) -> None:
        paragraph = _holder(root, behind).getparent().getparent()
        made = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t/></w:r></w:p>')
        made[0][0].text = text
        paragraph.addnext(made)

    return edit


def without_bookmarks(root: Any) -> None:
    """Take every bookmark out, as pasting the text into another file does."""
    for element in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        element.getparent().remove(element)


def as_word_writes(root: Any) -> None:
    """Split runs with revision ids, add proofing marks, and end the last bookmark of a paragraph behind it."""
    for run in list(root.iter(f"{W}r")):
        text = run.find(f"{W}t")
        if text is None or not text.text or len(text.text) < 4:
            continue
        cut = len(text.text) // 2
        rest = _run(run, text.text[cut:])
        text.text = text.text[:cut]
        run.set(f"{W}rsidR", "00A77B3E")
        run.addnext(etree.Element(f"{W}proofErr", {f"{W}type": "spellStart"}))
        run.getnext().addnext(rest)
    for paragraph in list(root.iter(f"{W}p")):
        paragraph.set(f"{W}rsidR", "00A77B3E")
        if len(paragraph) and paragraph[-1].tag == f"{W}bookmarkEnd":
            paragraph.addnext(paragraph[-1])


def marked(root: Any, line: str) -> list[Any]:
    """Return what stands between the bookmark of a sentence and its end, both included."""
    start = next(item for item in root.iter(f"{W}bookmarkStart") if f"_drl_{line}_" in item.get(f"{W}name"))
    found = [start]
    while not (found[-1].tag == f"{W}bookmarkEnd" and found[-1].get(f"{W}id") == start.get(f"{W}id")):
        found.append(found[-1].getnext())
    return found


def cell(content: bytes, path_mark: str, new: str) -> bytes:
    """Return a file with other words in the value cell of a mark."""
    root = part(content)
    start = next(item for item in root.iter(f"{W}bookmarkStart") if item.get(f"{W}name").startswith(path_mark))
    next(start.getparent().iter(f"{W}t")).text = new
    return with_part(content, root)


def _holder(root: Any, text: str) -> Any:
    return next(item for item in root.iter(f"{W}t") if text in (item.text or ""))


def _run(like: Any, text: str, name: str = "t") -> Any:
    if not text:
        return None
    run = etree.Element(f"{W}r")
    if (look := like.find(f"{W}rPr")) is not None:
        run.append(deepcopy(look))
    etree.SubElement(run, f"{W}{name}").text = text
    return run


def _change(name: str, run: Any, author: str) -> Any:
    if run is None:
        return None
    change = etree.Element(f"{W}{name}", {f"{W}id": "900", f"{W}author": author, f"{W}date": WHEN})
    change.append(run)
    return change
