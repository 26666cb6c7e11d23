"""`drafter new`: blank dossiers to fill in, for one township or for every township of a county."""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.dossier.workbook.roster import Member
    from drafter.form.model import Form

DOSSIER_NAME = "dossier.yaml"
PATIENCE = 2.0
"""Seconds after which a run of many files says how far it is."""


def new(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="放资料的文件夹，没有就新建", show_default=False)],
    year: Annotated[int, typer.Option(help="报告年度，例如 2025", show_default=False)],
    xlsx: Annotated[bool, typer.Option("--xlsx", help="生成表格（Excel、WPS 可填），不生成文本")] = False,
    county: Annotated[
        Path | None, typer.Option(help="名册（一行一个机关）：给每个机关各生成一份", show_default=False)
    ] = None,
    sheet: Annotated[bool, typer.Option("--sheet", help="和 --county 一起用：改为生成一张全县汇总表")] = False,
    roster: Annotated[bool, typer.Option("--roster", help="只生成一份空白名册，填好给 --county 用")] = False,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件")] = False,
) -> None:
    """生成一份空白资料，注释里写明填什么、到哪里找。

    例：drafter new 灵溪镇 --year 2025 --xlsx
    """
    from drafter.errors import UsageError
    from drafter.form.editions import form_for_year

    if year > 2100:
        raise UsageError(f"{year} 不像报告年度，请核对")
    if sheet and county is None:
        raise UsageError("--sheet 要和 --county 名册 一起用")
    form = form_for_year(year)
    if roster:
        _write_roster(folder, force)
    elif county is None:
        _write_one(folder, form, year, xlsx, force)
    elif sheet:
        _write_sheet(folder, form, year, _members(county), force)
    else:
        _write_each(folder, form, year, _members(county), xlsx, force)


def _write_one(folder: Path, form: "Form", year: int, xlsx: bool, force: bool) -> None:
    from drafter.cli.console import say
    from drafter.outfile import write_whole

    name, content = _blank(form, year, {}, xlsx)
    path = folder / name
    write_whole(path, content, force=force)
    say(f"已生成 {path}（{form.edition} 版格式，{len(form.cells)} 格数据）。")
    say("下一步：")
    if xlsx:
        say("  1. 用 WPS、Excel 或 LibreOffice 打开，照“填写说明”填好；没有发生的填 0，变红的改到不红。保存。")
    else:
        say("  1. 用记事本打开，照注释把 null 改成数字或文字；没有发生的填 0。保存时编码选 UTF-8。")
    say(f"  2. 检查：drafter check {path}")
    say(f"  3. 起草：drafter draft {path} -o {folder / '报告'}")


def _blank(form: "Form", year: int, organ: "Mapping[str, str]", xlsx: bool) -> tuple[str, bytes]:
    """Return the name and the content of a blank dossier."""
    if xlsx:
        from drafter.dossier.workbook.places import WORKBOOK_NAME
        from drafter.dossier.workbook.writing import workbook_bytes

        return WORKBOOK_NAME, workbook_bytes(form, year, organ)
    from drafter.dossier.blank import blank_dossier

    return DOSSIER_NAME, blank_dossier(form, year, organ).encode()


def _members(path: Path) -> "tuple[Member, ...]":
    """Return the organs of a roster; one with mistakes ends the command with its findings, nothing written."""
    from drafter.cli.console import print_findings, say
    from drafter.dossier.reading import file_content
    from drafter.dossier.workbook.roster import read_roster

    found = read_roster(path, file_content(path))
    if found.findings:
        print_findings(found.findings, heading=str(path))
        say("名册有必须先改正的错误，没有生成。改好后再运行一次。")
        raise typer.Exit(3)
    return found.members


def _write_each(folder: Path, form: "Form", year: int, members: "tuple[Member, ...]", xlsx: bool, force: bool) -> None:
    from drafter.cli.console import say
    from drafter.dossier.workbook.roster import folder_name
    from drafter.outfile import write_whole

    kept, told = list[Path](), monotonic()
    for number, member in enumerate(members, start=1):
        name, content = _blank(form, year, member.organ, xlsx)
        path = folder / folder_name(member.name) / name
        if path.exists() and not force:
            kept.append(path)
        else:
            write_whole(path, content, force=force)
        if sys.stderr.isatty() and monotonic() - told > PATIENCE:
            told = monotonic()
            say(f"已生成 {number}/{len(members)}：{member.name}")
    say(f"已在 {folder} 生成 {len(members) - len(kept)} 份资料，一个机关一个文件夹。")
    for path in kept:
        say(f"已经存在，没有覆盖：{path}")


def _write_sheet(folder: Path, form: "Form", year: int, members: "tuple[Member, ...]", force: bool) -> None:
    from drafter.cli.console import say
    from drafter.dossier.workbook.county_page import COUNTY_NAME, county_bytes
    from drafter.outfile import write_whole

    path = folder / COUNTY_NAME
    write_whole(path, county_bytes(form, year, [member.organ for member in members]), force=force)
    say(f"已生成 {path}（{len(members)} 个机关，一行一个）。填好后检查：drafter check {path}")


def _write_roster(folder: Path, force: bool) -> None:
    from drafter.cli.console import say
    from drafter.dossier.workbook.roster import ROSTER_NAME, blank_roster
    from drafter.outfile import write_whole

    path = folder / ROSTER_NAME
    write_whole(path, blank_roster(), force=force)
    say(f"已生成 {path}。用 WPS 或 Excel 打开，一行填一个机关；只有机关全称必须填。")
