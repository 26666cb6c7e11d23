"""`drafter desk import`: what was changed in an edited Word file, sentence by sentence."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from drafter.desk.service import Desk
    from drafter.desk.word.imported import Imported
    from drafter.desk.word.trying import Tried
    from drafter.desk.working import WorkingReport

_STATES = {"green": "可以采用", "amber": "可以采用，采用后要认可这些词：", "red": "可以采用，采用后要改好："}


def desk_import(
    file: Annotated[Path, typer.Argument(metavar="审改稿", help="改过的 Word 或 WPS 文件", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="放成稿的文件夹", show_default=False)],
    take: Annotated[
        str, typer.Option(help="采用哪几处，例如 1,3；all 是检查通过的全部；默认都不采用", show_default=False)
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")] = False,
) -> None:
    """读回改过的 Word 文件，逐句列出改动和检查结果；不写 --take 就什么都不采用。

    例：drafter desk import 审改稿.docx -o out
    """
    from drafter.cli.console import print_json
    from drafter.desk.account import ALONE
    from drafter.desk.word.arrival import arrival
    from drafter.desk.word.reading import MOST_BYTES, written_from
    from drafter.desk.word.trying import tried
    from drafter.findings import blocking
    from drafter.infile import read_regular

    content = read_regular(file, MOST_BYTES, kind="Word")
    found = arrival(out, written_from(content, file.name))
    desk = _desk(out, wanted=bool(take))
    try:
        working, imported = _imported(desk, found.key, content, file.name) if desk else (found.working(), None)
        imported = imported or _against(working, content, file.name)
        trials = tried(imported.proposals, working, ALONE)
        if as_json:
            print_json(_tree(file, found.key, imported, trials))
        else:
            typer.echo("\n".join(_listing(file, imported, trials)))
        if desk and take:
            _take(desk, found.key, trials, take)
    finally:
        if desk:
            desk.store.close()
    raise typer.Exit(3 if blocking(imported.problems) or any(_refusal(trial) for trial in trials) else 0)


def _desk(out: Path, *, wanted: bool) -> "Desk | None":
    """Return the desk of a folder; None where nobody has opened one there yet and none is needed."""
    if not wanted and not (out / ".drafter" / "desk.sqlite3").is_file():
        return None
    from drafter.cli.desk import check_installed

    check_installed()
    from drafter.desk.service import Desk
    from drafter.desk.store.store import Store

    desk = Desk(Store.beside(out))
    desk.take_in(out)
    return desk


def _against(working: "WorkingReport", content: bytes, name: str) -> "Imported":
    from drafter.desk.word.importing import import_docx

    return import_docx(content, working, name=name)


def _imported(desk: "Desk", key: str, content: bytes, name: str) -> "tuple[WorkingReport, Imported]":
    from drafter.desk.account import ALONE
    from drafter.desk.word.exchange import imported
    from drafter.errors import InputError

    opened = desk.open(key, ALONE)
    if opened is None:
        raise InputError(name, f"审核台上没有“{key}”这份报告")
    return opened.working, imported(desk, opened, content, name, ALONE)


def _listing(file: Path, imported: "Imported", trials: "tuple[Tried, ...]") -> Iterator[str]:
    """Yield the changes, each with its number, its place, both wordings and what the checks say."""
    yield f"{file}：{len(trials)} 处改动，{len(imported.comments)} 条批注"
    for number, trial in enumerate(trials, start=1):
        proposal = trial.proposal
        by = "、".join(proposal.authors) + (f" {proposal.at}" if proposal.at else "")
        yield f"{number}. [{proposal.change.value}] {proposal.where}{f'（{by}）' if by else ''}"
        yield from (f"   {sign} {text}" for sign, text in (("-", proposal.before), ("+", proposal.after)) if text)
        stale = "；审核台上这里也改过，采用会盖掉那边的改动" if proposal.stale else ""
        yield f"   → {_verdict(trial)}{stale}"
    for comment in imported.comments:
        yield f"[批注] {comment.line or comment.cell or '全文'} {comment.author}：{comment.text}"
    for problem in imported.problems:
        yield f"[没有导入] {problem.message}"
        yield f"       → {problem.suggestion}（{problem.where}，{problem.code}）"


def _verdict(trial: "Tried") -> str:
    if refusal := _refusal(trial):
        return f"不能采用：{refusal}"
    line = trial.line
    if line is None:
        return _STATES["green"]
    words = "、".join(line.unproved) if line.state == "amber" else "；".join(fault.message for fault in line.faults)
    return _STATES[line.state] + (words if line.state != "green" else "")


def _refusal(trial: "Tried") -> str:
    from drafter.desk.outcome import Refused

    return trial.outcome.message if isinstance(trial.outcome, Refused) else ""


def _tree(file: Path, key: str, imported: "Imported", trials: "tuple[Tried, ...]") -> dict[str, Any]:
    from dataclasses import asdict

    changes = [
        {
            "change": trial.proposal.change.value,
            "where": trial.proposal.where,
            "before": trial.proposal.before,
            "after": trial.proposal.after,
            "authors": list(trial.proposal.authors),
            "at": trial.proposal.at,
            "stale": trial.proposal.stale,
            "state": trial.line.state if trial.line else "green",
            "refused": _refusal(trial),
        }
        for trial in trials
    ]
    comments = [asdict(comment) for comment in imported.comments]
    problems = [problem.to_json() for problem in imported.problems]
    return {"file": str(file), "report": key, "changes": changes, "comments": comments, "problems": problems}


def _take(desk: "Desk", key: str, trials: "tuple[Tried, ...]", take: str) -> None:
    """Take what was asked for, each change with its own entry in the trail. Raises UsageError for a wrong number."""
    from drafter.cli.console import say
    from drafter.desk.account import ALONE
    from drafter.desk.word.exchange import taken

    opened = desk.open(key, ALONE)
    if opened is None:
        return
    result = taken(desk, opened, [trial.proposal for trial in _chosen(trials, take)], ALONE)
    say(f"已采用 {len(result.taken)} 处，每一处都记入了审核记录。")
    for proposal, refused in result.refused:
        say(f"没有采用 {proposal.where}：{refused.message}")
    if result.conflict:
        say("别人刚刚保存了这份报告，其余的没有采用；请再运行一次。")


def _chosen(trials: "tuple[Tried, ...]", take: str) -> "list[Tried]":
    from drafter.errors import UsageError

    if take == "all":
        return [trial for trial in trials if not _refusal(trial) and not trial.proposal.stale and _is_green(trial)]
    parts = take.replace("，", ",").split(",")
    numbers = {int(part) for part in parts if part.strip().isdecimal()}
    if len(numbers) != len(parts) or not numbers <= set(range(1, len(trials) + 1)):
        raise UsageError(f"--take 写的“{take}”不对：要写列出的编号，例如 1,3，或者 all")
    return [trials[number - 1] for number in sorted(numbers)]


def _is_green(trial: "Tried") -> bool:
    return trial.line is None or trial.line.state == "green"
