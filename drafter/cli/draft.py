"""`drafter draft`: the whole report from one dossier."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.fail_on import FailOn, fails
from drafter.cli.spending import spent_line

if TYPE_CHECKING:
    from drafter.runs.pipeline import Report
    from drafter.writing.backends.prices import Prices
    from drafter.writing.model.rounds import Round
    from drafter.writing.model.writer import ModelUse


_SECTIONS = {"overview": "总体情况", "improvement": "问题及改进"}


class Amber(StrEnum):
    """What becomes of a sentence with words that its notes do not account for."""

    KEEP = "keep"
    DROP = "drop"


def draft(
    dossier: Annotated[Path, typer.Argument(metavar="资料", help="资料文件（YAML、JSON 或表格）", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="输出文件夹", show_default=False)],
    model: Annotated[
        str,
        typer.Option(
            help="起草方式；默认 stock 用内置语料，不联网；drafter.toml 里的模型名，gguf:模型文件，或 relay:文件夹",
            show_default=False,
        ),
    ] = "stock",
    require_model: Annotated[bool, typer.Option("--require-model", help="模型用不上就不起草，以 5 退出")] = False,
    amber: Annotated[
        Amber, typer.Option(help="没有依据的词：keep 保留、待人认可（默认），drop 改用经办人原话", show_default=False)
    ] = Amber.KEEP,
    formats: Annotated[
        str, typer.Option(help="输出格式，用逗号隔开，可选 docx,html,md,pdf；默认前三种", show_default=False)
    ] = "docx,html,md",
    prior: Annotated[
        Path | None, typer.Option(help="上年的资料文件或公布的报告，代替资料里写的 prior", show_default=False)
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖输出文件夹里改动过的文件")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="查到哪一级问题就返回 3")] = FailOn.ERROR,
) -> None:
    """按资料文件起草一份完整的年度报告。

    例：drafter draft examples/lingxi-2025/dossier.yaml -o out
    """
    from drafter.cli.console import print_findings, say
    from drafter.dossier.intake import load_dossier
    from drafter.findings import blocking
    from drafter.runs.drafting import draft_to_folder
    from drafter.runs.pipeline import check_formats
    from drafter.runs.priors import read_prior

    names = tuple(dict.fromkeys(name.strip() for name in formats.split(",") if name.strip()))
    check_formats(names)
    use = _model_use(model, require_model, amber) if model != "stock" else None
    loaded = load_dossier(dossier, prior=prior, read_prior=read_prior)
    if loaded.dossier is None or blocking(loaded.findings):
        print_findings(loaded.findings, heading=str(dossier))
        say("资料里有必须先改正的错误，没有起草。改好后再运行一次。")
        raise typer.Exit(3)
    report = draft_to_folder(loaded.dossier, loaded.findings, out, names, model=use, force=force)
    print_findings(report.findings, heading=str(dossier))
    for line in _outcome(report, out):
        say(line)
    raise typer.Exit(3 if fails(report.findings, fail_on) or not report.files else 0)


def _model_use(name: str, required: bool, amber: Amber) -> "ModelUse":
    """Return how the model of a name is used. Raises UsageError where `drafter.toml` names no such model."""
    from drafter.cli.console import say
    from drafter.runs.models import model_named

    backend = model_named(name, Path.cwd())
    from drafter.writing.backends.local import PREFIX
    from drafter.writing.checks.judge import judge
    from drafter.writing.model.writer import ModelUse

    def progress(done: "Round") -> None:
        usable = sum(item.is_usable for item in done.judged)
        what = done.error or f"{len(done.judged)} 句，通过 {usable} 句"
        tokens = done.answer.usage.prompt + done.answer.usage.completion if done.answer else 0
        say(f"{_SECTIONS[done.section]}第 {done.number + 1} 轮：{what}（{tokens} tokens）")

    shown = progress if sys.stderr.isatty() else lambda _round: None
    small = name.startswith(PREFIX)
    return ModelUse(backend, judge, required, amber is Amber.KEEP, shown, by_topic=small, prices=_prices(name))


def _prices(name: str) -> "Prices | None":
    """Return the prices of a model that `drafter.toml` describes."""
    from drafter.settings import load_settings
    from drafter.writing.backends.prices import prices_of

    return prices_of(load_settings(Path.cwd()).models.get(name))


def _outcome(report: "Report", out: Path) -> list[str]:
    """Return what a clerk wants to know after a draft: where it is, how long it is, what is still to do."""
    from drafter.runs.pipeline import overview_length

    if not report.files:
        return ["成稿复核没有通过，没有写出文件。"]
    files = "、".join([*report.files, "report.json"])
    lines = [
        f"已起草《{report.document.title}》，写入 {out}：{files}",
        f"总体情况 {overview_length(report.draft)} 字；表格 {len(report.dossier.form.cells)} 个数据已逐格核对。",
    ]
    if report.spent:
        lines.append(spent_line(report.spent))
    gaps = report.draft.gaps()
    if gaps:
        lines.append(f"还有 {len(gaps)} 处【待补】，补齐后再报送：{'；'.join(dict.fromkeys(gaps))}")
    return lines
