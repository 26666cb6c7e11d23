"""`drafter relay`: a model where there is no endpoint, its requests out as files and its replies in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.fail_on import FailOn, fails
from drafter.cli.usage import Command, Group

if TYPE_CHECKING:
    from drafter.dossier.model import Dossier
    from drafter.runs.relay import Open, Standing

relay = typer.Typer(
    name="relay",
    cls=Group,
    help="没有模型接口时，把请求导出成文件，再把回复导入。",
    rich_markup_mode=None,
    no_args_is_help=True,
)

_DOSSIER = typer.Argument(metavar="资料", help="资料文件（YAML 或 JSON）", show_default=False)
_PRIOR = typer.Option(help="上年的资料文件或公布的报告，代替资料里写的 prior", show_default=False)


@relay.command("export", cls=Command)
def export(
    dossier: Annotated[Path, _DOSSIER],
    out: Annotated[Path, typer.Option("--out", "-o", help="放请求和回复的文件夹", show_default=False)],
    model: Annotated[
        str | None, typer.Option(help="批量请求里写的模型名；默认 relay，以后沿用", show_default=False)
    ] = None,
    prior: Annotated[Path | None, _PRIOR] = None,
) -> None:
    """把还没有回复的请求写成网页和批量文件。

    例：drafter relay export examples/lingxi-2025/dossier.yaml -o 请求
    """
    from drafter.cli.console import say
    from drafter.runs.relay import REQUESTS, export_requests
    from drafter.runs.relay_page import PAGE
    from drafter.writing.checks.judge import judge

    loaded = _loaded(dossier, prior)
    standing = export_requests(loaded, out, judge, model)
    if standing.open:
        say(f"{len(standing.open)} 个请求写入 {out}：{PAGE}（照着复制粘贴）、{REQUESTS}（提交批量接口）")
    _say_standing(standing, loaded, dossier, out)


@relay.command("import", cls=Command)
def bring_in(
    dossier: Annotated[Path, _DOSSIER],
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="导出时写的文件夹", show_default=False)],
    prior: Annotated[Path | None, _PRIOR] = None,
    fail_on: Annotated[FailOn, typer.Option(help="查到哪一级问题就返回 3")] = FailOn.ERROR,
) -> None:
    """把 replies 里的回复和 output.jsonl 导入，说明还差哪些。

    例：drafter relay import examples/lingxi-2025/dossier.yaml 请求
    """
    from drafter.cli.console import print_findings, say
    from drafter.runs.relay import import_replies
    from drafter.writing.checks.judge import judge

    loaded = _loaded(dossier, prior)
    standing = import_replies(loaded, folder, judge)
    print_findings(standing.findings, heading=str(folder))
    say(f"新导入 {standing.taken} 个回复。")
    _say_standing(standing, loaded, dossier, folder)
    if any(item.number for item in standing.open):
        say(f"有句子要改写：先运行 drafter relay export {dossier} -o {folder}，再看请求页。")
    raise typer.Exit(3 if fails(standing.findings, fail_on) else 0)


def _loaded(path: Path, prior: Path | None) -> "Dossier":
    """Return a dossier that can be drafted; one that cannot ends the command with its findings."""
    from drafter.cli.console import print_findings, say
    from drafter.dossier.intake import load_dossier
    from drafter.findings import blocking
    from drafter.runs.priors import read_prior

    loaded = load_dossier(path, prior=prior, read_prior=read_prior)
    if loaded.dossier is None or blocking(loaded.findings):
        print_findings(loaded.findings, heading=str(path))
        say("资料里有必须先改正的错误。改好后再运行一次。")
        raise typer.Exit(3)
    return loaded.dossier


def _say_standing(standing: "Standing", dossier: "Dossier", path: Path, folder: Path) -> None:
    """Say what is open and what to do next."""
    from drafter.cli.console import say

    if not standing.open:
        say(f"请求都有回复了。可以起草：drafter draft {path} -o 报告 --model relay:{folder}")
        return
    say(f"已有 {standing.answered} 个回复，还差 {len(standing.open)} 个：")
    for item in standing.open:
        say(f"  {_title(item, dossier)} → {folder / 'replies' / item.id}.txt")


def _title(item: "Open", dossier: "Dossier") -> str:
    what = f"第 {item.number} 次改写" if item.number else "起草"
    return f"{dossier.form.section(item.section).title}：{what}"
