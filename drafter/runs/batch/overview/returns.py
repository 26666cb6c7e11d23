"""退回清单.xlsx: what each township must mend before its report can be drafted, and how it is told so."""

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from drafter.findings import Finding, Severity, blocking
from drafter.form.editions import editions, load_form
from drafter.runs.batch.overview.book import Column, Sheet, Shown, opened
from drafter.runs.batch.overview.legible import cut
from drafter.runs.batch.overview.line import MOST_NAME, STATUS_NAMES
from drafter.runs.batch.summary import Status, Summary

TITLE = "退回清单"
NOTHING = "没有需要退回的资料"
RETRY = "不用退回机关；请看原因，处理后用 --retry-failed 再运行一次"
_PLACE = (Column("所在文件", 24), Column("位置", 14, "centre"), Column("项目", 30))
_LIST = (
    Column("序号", 6, "figure"),
    Column("机关", 24),
    Column("处理", 8, "centre"),
    *_PLACE,
    Column("哪里不对", 60),
    Column("怎么改", 46),
)
_WARNINGS = (Column("序号", 6, "figure"), Column("机关", 24), *_PLACE, Column("提醒", 64), Column("建议", 46))
_MOST_BREAKS = 1_000
"""Excel takes 1,023 page breaks."""


def returns_workbook(summaries: Iterable[Summary]) -> bytes:
    """Return the list to send back as xlsx: what blocks, a letter for each township, and all warnings."""
    content = BytesIO()
    with opened(TITLE, content) as new:
        _write_list(new, summaries)
        _write_letters(new, summaries)
        _write_warnings(new, summaries)
    return content.getvalue()


def place(finding: Finding) -> str:
    """Return where in its file a finding stands: a cell of a workbook, or a line."""
    return finding.address or (f"第 {finding.line} 行" if finding.line else "")


def item(summary: Summary, finding: Finding) -> str:
    """Return what a finding is about: the official label of a cell, or the name of the field."""
    if summary.edition in editions() and (cell := load_form(summary.edition).cells.get(finding.where)):
        return cell.label
    return finding.where


def _write_list(new: Callable[[str, str], Sheet], summaries: Iterable[Summary]) -> None:
    sheet = new(TITLE, "#C00000")
    advice = "一行一处。改好以后请机关重新报送，再用同样的命令运行一次，只会重做改过的。"
    sheet.heading("退回清单：这些问题不改，报告不能起草", [advice])
    sheet.head(_LIST, frozen=2)
    first = sheet.row
    for summary in summaries:
        for finding in blocking(summary.findings):
            sheet.add([sheet.row - first + 1, *_row(summary, finding)])
        if summary.status is Status.FAILED:
            failure = Finding("failed", Severity.ERROR, "", f"起草没有完成：{summary.error}", RETRY)
            sheet.add([sheet.row - first + 1, *_row(summary, failure)])
    if sheet.row == first:
        sheet.add(["", NOTHING, *[""] * (len(_LIST) - 2)])
    sheet.close()


def _row(summary: Summary, finding: Finding) -> list[str | Shown]:
    status = Shown(STATUS_NAMES[summary.status], "bad" if summary.status is Status.BLOCKED else "look")
    return [_name(summary), status, *_found(summary, finding)]


def _found(summary: Summary, finding: Finding) -> list[str]:
    return [summary.source, place(finding), item(summary, finding), finding.message, finding.suggestion]


def _write_letters(new: Callable[[str, str], Sheet], summaries: Iterable[Summary]) -> None:
    """Write the letters one below the other: filter the first column, copy the second."""
    sheet = new("退回通知", "#1F4E79")
    advice = "在“机关”列筛选一个机关，复制“通知内容”列发给经办人即可；打印时一个机关一页。"
    sheet.heading("退回通知", [advice])
    sheet.head((Column("机关", 22, "whose"), Column("通知内容", 104, "letter")), frozen=1)
    breaks = list[int]()
    for summary in summaries:
        if summary.status is not Status.BLOCKED:
            continue
        breaks.append(sheet.row)
        for number, text in enumerate(letter(summary)):
            sheet.add([Shown(_name(summary), "whose"), Shown(text, "letter" if number else "letter_head")])
    if not breaks:
        sheet.add(["", NOTHING])
    sheet.close(landscape=False)
    sheet.sheet.set_h_pagebreaks(breaks[1 : _MOST_BREAKS + 1])


def letter(summary: Summary) -> Iterator[str]:
    """Yield the lines of what a township is told: what is wrong, how to mend it, what else to look at."""
    errors = blocking(summary.findings)
    year = f" {summary.year} 年度" if summary.year else ""
    yield f"{_name(summary)}："
    yield (
        f"你单位报送的{year}政府信息公开工作年度报告资料（{summary.source or summary.key}）"
        f"有 {len(errors)} 处需要更正，请改好后重新报送："
    )
    for number, finding in enumerate(errors, start=1):
        where = f"（{place(finding)}）" if place(finding) else ""
        yield f"{number}. {where}{finding.message}{finding.suggestion}"
    warnings = sum(finding.severity is Severity.WARNING for finding in summary.findings)
    if warnings:
        yield f"另有 {warnings} 处提醒，不影响起草，请一并核对（见“全部警告”）。"


def _write_warnings(new: Callable[[str, str], Sheet], summaries: Iterable[Summary]) -> None:
    sheet = new("全部警告", "#B7791F")
    sheet.heading("全部警告：不影响起草，请核对", ["属实的可以保留，并准备好说明。"])
    sheet.head(_WARNINGS, frozen=2)
    first = sheet.row
    for summary in summaries:
        for finding in summary.findings:
            if finding.severity is Severity.WARNING:
                sheet.add([sheet.row - first + 1, _name(summary), *_found(summary, finding)])
    if sheet.row == first:
        sheet.add(["", "没有警告", *[""] * (len(_WARNINGS) - 2)])
    sheet.close()


def _name(summary: Summary) -> str:
    return cut(summary.name, MOST_NAME) or summary.key
