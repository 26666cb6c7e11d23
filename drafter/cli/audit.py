"""`drafter audit`: what is wrong with any report, ours or anybody's."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.fail_on import FailOn, fails

if TYPE_CHECKING:
    from drafter.audit.intake import Taken
    from drafter.audit.spot import Observation


def audit(
    file: Annotated[
        Path, typer.Argument(metavar="报告", help="年度报告：Word、网页、PDF、文本或 Markdown", show_default=False)
    ],
    year: Annotated[int | None, typer.Option(help="报告年度，代替报告里写的", show_default=False)] = None,
    prior: Annotated[
        Path | None, typer.Option(help="上年的报告、资料或统计数据，核对结转和雷同", show_default=False)
    ] = None,
    siblings: Annotated[Path | None, typer.Option(help="放其他乡镇报告的文件夹，核对雷同", show_default=False)] = None,
    gazetteer: Annotated[
        Path | None, typer.Option(help="本县各机关名单，一行一个，核对写错的地名", show_default=False)
    ] = None,
    also: Annotated[
        list[Path] | None, typer.Option(help="同一份报告的其他版本，可以写多次", show_default=False)
    ] = None,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="公布日期，例如 2026-01-20", show_default=False)
    ] = None,
    profile: Annotated[str, typer.Option(help="地区设置的名称", show_default=False)] = "default",
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")] = False,
    annotate: Annotated[
        Path | None, typer.Option(help="另存一份 Word 文件，问题写成批注（只用于 docx）", show_default=False)
    ] = None,
    fail_on: Annotated[FailOn, typer.Option(help="查到哪一级问题就返回 3")] = FailOn.ERROR,
) -> None:
    """审核一份年度报告，列出问题、位置、依据和改法。

    例：drafter audit 报告.docx --prior 上年报告.docx --annotate 批注.docx
    """
    from drafter.audit.auditing import audit as audit_report
    from drafter.audit.intake import Beside, take_in
    from drafter.cli.audit_listing import as_tree, listing
    from drafter.cli.console import print_json

    day = published.date() if published else None
    taken = take_in(file, Beside(year, prior, siblings, gazetteer, tuple(also or ()), day, profile))
    observations = audit_report(taken.audited)
    if annotate:
        _annotate(file, annotate, taken, observations)
    if as_json:
        print_json(as_tree(file, taken, observations))
    else:
        typer.echo("\n".join(listing(file, taken, observations)))
    findings = [*taken.findings, *(item.finding for item in observations)]
    raise typer.Exit(3 if fails(findings, fail_on) else 0)


def _annotate(file: Path, out: Path, taken: "Taken", observations: "tuple[Observation, ...]") -> None:
    """Write the file again with comments. Raises UsageError for a file that is no docx and for the file itself."""
    from drafter.audit.annotation.comments import annotated
    from drafter.cli.console import say
    from drafter.errors import OutputError, UsageError
    from drafter.outfile import write_whole
    from drafter.reading.source import SourceFormat

    report = taken.audited.report
    if report.source.format is not SourceFormat.DOCX:
        raise UsageError(f"--annotate 只能用于 docx；{file.name} 不是，请在 Word 或 WPS 里另存为 docx 再试")
    if out.exists() and out.samefile(file):
        raise UsageError("批注要写到另一个文件，不能写回原报告；请给 --annotate 另起一个文件名")
    try:
        content = annotated(file.read_bytes(), observations, report.title.place if report.title else None)
    except (OSError, ValueError) as error:
        raise OutputError(f"不能给 {file} 加批注：请在 Word 或 WPS 里另存为 docx 再试") from error
    write_whole(out, content, force=True)
    say(f"已写入带批注的 {out}")
