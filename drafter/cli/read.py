"""`drafter read`: a published report back into data."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from drafter.cli.fail_on import FailOn, fails

if TYPE_CHECKING:
    from drafter.reading.report import PublishedReport, ReadCell


def read(
    file: Annotated[
        Path,
        typer.Argument(metavar="报告", help="已公布的报告：Word、网页、PDF、文本或 Markdown", show_default=False),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="写成的资料文件（YAML）", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="查到哪一级问题就返回 3")] = FailOn.ERROR,
) -> None:
    """把公布的报告读回数据，写成资料文件，并说明哪些没读准。

    例：drafter read 上年报告.docx -o 上年.yaml
    """
    from drafter.cli.console import print_findings, print_json, say
    from drafter.outfile import write_whole
    from drafter.reading.published import read_report
    from drafter.reading.transcript import transcript

    report = read_report(file)
    has_content = _has_content(report)
    if has_content:
        write_whole(out, transcript(report).encode(), force=force)
    findings = [*report.findings, *([] if has_content else [_nothing(report)])]
    if as_json:
        print_json(_json(report, out if has_content else None, findings))
    else:
        for line in _summary(report):
            typer.echo(line)
        print_findings(findings, heading=str(file))
    if has_content:
        say(f"已写入 {out}。作上年资料：加 --prior {out}；检查：drafter check {out}")
    raise typer.Exit(3 if fails(findings, fail_on) else 0)


def _has_content(report: "PublishedReport") -> bool:
    """Return whether a file shows anything of a report: a section, a table or a cell."""
    return bool(report.tables or any(section.key for section in report.sections) or _count(report, "read"))


def _count(report: "PublishedReport", state: str) -> int:
    return sum(cell.state.value == state for cell in report.cells.values())


def _nothing(report: "PublishedReport") -> Any:
    from drafter.findings import Finding, Severity

    message = f"{report.source.name} 里没有读到年度报告的任何部分或表格，没有写出文件。"
    return Finding("not-a-report", Severity.ERROR, "file", message, "请核对是不是拿错了文件。")


def _summary(report: "PublishedReport") -> list[str]:
    """Return what was read, for a person: whose report, which sections, how many cells."""
    contact, period = report.contact, report.period
    titles = [f"{part.ordinal}、{part.title}" if part.ordinal else part.title for part in report.sections]
    names = {"blank": "空白", "unreadable": "读不准", "absent": "没有找到"}
    rest = "".join(f"，{name} {count} 格" for key, name in names.items() if (count := _count(report, key)))
    form, cells, read = report.form.edition, len(report.cells), _count(report, "read")
    return [
        f"标题：{report.title.text if report.title else '没有读到'}",
        f"机关：{contact.county}{contact.organ or '没有读到'}    年度：{report.year or '没有读到'}",
        f"统计期限：{f'{period[0]} 至 {period[1]}' if period else '没有读到'}",
        f"各部分：{'；'.join(titles) or '没有读到'}",
        f"表格（{form} 版格式）：{cells} 格中读出 {read} 格{rest}",
        f"问题：{len(report.problems)} 个    信息处理费：{'已读出' if report.fees else '没有读到'}",
    ]


def _json(report: "PublishedReport", out: Path | None, findings: list[Any]) -> dict[str, Any]:
    """Return what was read as a JSON object."""
    from dataclasses import asdict

    return {
        "file": report.source.name,
        "sha256": report.source.sha256,
        "format": report.source.format.value,
        "out": None if out is None else str(out),
        "title": report.title.text if report.title else None,
        "year": report.year,
        "edition": report.form.edition,
        "period": list(report.period) if report.period else None,
        "organ": asdict(report.contact),
        "sections": [{"key": part.key, "ordinal": part.ordinal, "title": part.title} for part in report.sections],
        "cells": {path: _cell(cell) for path, cell in report.cells.items()},
        "problems": [{"text": problem.text, "measure": problem.measure} for problem in report.problems],
        "fees": _fees(report),
        "findings": [finding.to_json() for finding in findings],
    }


def _cell(cell: "ReadCell") -> dict[str, Any]:
    from drafter.form.numbers import shown

    return {
        "state": cell.state.value,
        "value": None if cell.value is None else shown(cell.value),
        "written": cell.written,
        "confidence": cell.confidence,
        "place": str(cell.place) if cell.place else None,
        "suspect": cell.conversion_suspect,
    }


def _fees(report: "PublishedReport") -> dict[str, Any] | None:
    from drafter.form.numbers import shown

    if report.fees is None:
        return None
    fees = report.fees
    amounts = {"billed_yuan": fees.billed_yuan, "collected_yuan": fees.collected_yuan}
    return {"notices": fees.notices, **{name: None if v is None else shown(v) for name, v in amounts.items()}}
