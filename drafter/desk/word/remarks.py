"""Comments of an edited file at the sentences and cells they were hung on, and what stands outside the text."""

from collections.abc import Iterable, Iterator

from drafter.desk.word.cells import FoundCells
from drafter.desk.word.edited import Beside, EditedFile, Passage
from drafter.desk.word.flow import Flow, Known, Landmark, Stretch
from drafter.desk.word.imported import ImportedComment
from drafter.desk.word.notices import is_ours
from drafter.desk.word.sentences import bare
from drafter.findings import Finding, Severity

_LONGEST_QUOTE = 60


def remarks(file: EditedFile, flow: Flow, cells: FoundCells) -> tuple[ImportedComment, ...]:
    """Return the comments that people wrote, in their order; those that the desk wrote are left out."""
    lines: dict[str, str] = {}
    for stretch in (item for item in flow if isinstance(item, Stretch) and item.line):
        for comment in stretch.comments:
            lines.setdefault(comment, stretch.line)
    at_cells = {comment: path for path, cell in cells.cells.items() for comment in cell.comments}
    quotes = _quotes(file)
    return tuple(
        ImportedComment(
            comment.author,
            comment.at,
            comment.text,
            quotes.get(comment.id, "")[:_LONGEST_QUOTE],
            "" if comment.id in at_cells else lines.get(comment.id, ""),
            at_cells.get(comment.id, ""),
        )
        for comment in file.comments
        if comment.text.strip() and not is_ours(comment.author, comment.text)
    )


def reasons_at_cells(file: EditedFile, cells: FoundCells) -> dict[str, str]:
    """Return what people wrote at cells, by path."""
    texts = {comment.id: comment.text for comment in file.comments if not is_ours(comment.author, comment.text)}
    said = {path: [texts[at] for at in sorted(cell.comments) if texts.get(at)] for path, cell in cells.cells.items()}
    return {path: "；".join(lines) for path, lines in said.items() if lines}


def _quotes(file: EditedFile) -> dict[str, str]:
    quotes: dict[str, str] = {}
    for bit in (bit for passage in _all_passages(file) for bit in passage.bits if not bit.deleted):
        for comment in bit.comments:
            quotes[comment] = quotes.get(comment, "") + bit.text
    return quotes


def _all_passages(file: EditedFile) -> Iterator[Passage]:
    yield from file.passages()
    yield from (passage for table in file.tables() for row in table.rows for cell in row for passage in cell.passages)


def outside(flow: Flow, known: Known, beside: Beside) -> Iterator[Finding]:
    """Yield what was changed where only the program writes, and what stands where nothing is read."""
    there = {item.number: item for item in flow if isinstance(item, Landmark)}
    for number, heading in enumerate(known.headings):
        found = there.get(number)
        if found is None or bare(found.text) != bare(heading):
            what = f"改成了“{found.text[:40]}”" if found and found.text.strip() else "删去了"
            name = f"标题“{heading}”" if number else "报告题目"
            message = f"{name}在文件里{what}，没有导入"
            yield Finding("heading-changed", Severity.WARNING, "file", message, "标题由程序按规定写，不能在这里改")
    yield from _beside(beside)


def _beside(beside: Beside) -> Iterable[Finding]:
    said = (
        (beside.hidden, "hidden-text", "{} 个字设成了隐藏"),
        (beside.boxes, "text-outside", "{} 个文本框里的字"),
        (beside.notes, "text-outside", "{} 处脚注或尾注"),
        (beside.pictures, "picture-added", "{} 张图片"),
        (beside.embedded, "embedded-object", "{} 个嵌入的文件（对象）"),
    )
    for count, code, text in said:
        if count:
            message = f"文件里有 {text.format(count)}，没有导入"
            yield Finding(code, Severity.WARNING, "file", message, "要写进报告的，请写在正文里")
