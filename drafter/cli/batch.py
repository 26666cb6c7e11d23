"""`drafter batch`: many townships in one run."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.draft import Amber
from drafter.cli.fail_on import FailOn

if TYPE_CHECKING:
    from drafter.runs.batch.batch import Batch


class Via(StrEnum):
    """How a model is asked."""

    LIVE = "live"
    POST = "batch-api"


def batch(
    source: Annotated[
        Path, typer.Argument(metavar="资料", help="放资料的文件夹（一个机关一个子文件夹或一个文件），或全县汇总表")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="输出文件夹", show_default=False)],
    model: Annotated[
        str,
        typer.Option(help="默认 stock 不联网；drafter.toml 里的模型名，或 gguf:模型文件", show_default=False),
    ] = "stock",
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="同时问模型几次（stock：同时用几个处理器）", show_default=False)
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=1, help="这个输出文件夹总共最多用多少 tokens", show_default=False)
    ] = None,
    max_cost: Annotated[
        float | None, typer.Option(min=0.0, help="总共最多花多少元（drafter.toml 里要有单价）", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查和估算，不问模型，不起草")] = False,
    only: Annotated[list[str] | None, typer.Option(help="只做这几个机关（名称或文件夹名），可以写多次")] = None,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="失败的、模型没有用上的再做一次")] = False,
    formats: Annotated[str, typer.Option(help="输出格式，用逗号隔开，可选 docx,html,md,pdf")] = "docx,html,md",
    amber: Annotated[Amber, typer.Option(help="没有依据的词：keep 保留、待人认可，drop 改用经办人原话")] = Amber.KEEP,
    require_model: Annotated[bool, typer.Option("--require-model", help="模型用不上的算失败，以 5 退出")] = False,
    via: Annotated[Via, typer.Option(help="怎么问模型：live 即时，batch-api 用接口的 Batch 功能")] = Via.LIVE,
    fail_on: Annotated[FailOn, typer.Option(help="查到哪一级问题就返回 3")] = FailOn.ERROR,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")] = False,
) -> None:
    """批量起草：许多机关一次做完，随时可以中断，再运行一次接着做。

    先全部检查，通不过的列入 退回清单.xlsx，不耽误别的。起草以后互相比较，也同本单位上年比较；
    太相近的换一种写法再起草一次，留下较好的一稿。全县情况写进 总览.xlsx 和 总览.html。

    例：drafter batch examples/county -o out
    """
    from drafter.runs.batch.planning import Choices, plan_batch

    choices = Choices(
        formats=tuple(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip())),
        model=model,
        jobs=jobs,
        max_tokens=max_tokens,
        max_cost=max_cost,
        only=tuple(only or ()),
        retry_failed=retry_failed,
        keep_amber=amber is Amber.KEEP,
        require_model=require_model,
        by_post=via is Via.POST,
    )
    planned = plan_batch(source, out, choices, Path.cwd())
    raise typer.Exit(_looked_ahead(planned, as_json) if dry_run else _drafted(planned, fail_on, as_json))


def _looked_ahead(planned: "Batch", as_json: bool) -> int:
    from drafter.cli.batch_progress import shown
    from drafter.cli.batch_report import ahead
    from drafter.runs.batch.running import look_ahead, opened

    with opened(planned.out) as at, shown(len(planned.entries)) as observer:
        estimate = look_ahead(planned, at, observer)
    ahead(estimate, as_json=as_json)
    return 0


def _drafted(planned: "Batch", fail_on: FailOn, as_json: bool) -> int:
    """Return the exit code of a run, after its lists are written and it is shown what became of it."""
    from drafter.cli.batch_ends import ends_of
    from drafter.cli.batch_progress import shown
    from drafter.cli.batch_report import ended, ended_json, exit_code
    from drafter.runs.batch.closing import close_batch, closed
    from drafter.runs.batch.running import opened, run_batch, summaries

    with opened(planned.out) as at:
        with shown(len(planned.entries)) as observer:
            outcome = run_batch(planned, at, observer)
        lines = closed(planned, summaries(planned, at, outcome.reason))
        files = close_batch(planned, lines)
        ends = ends_of(lines, fail_on, require_model=planned.recipe.requires_model)
        (ended_json if as_json else ended)(planned, outcome, ends, lines, files)
        return exit_code(outcome, ends)
