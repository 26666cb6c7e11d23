"""What `drafter batch` says at its end, and with which code."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from drafter.cli.console import print_json, say
from drafter.cli.fail_on import FailOn, fails
from drafter.cli.spending import cost_text

if TYPE_CHECKING:
    from drafter.runs.batch.batch import Batch
    from drafter.runs.batch.closing import Closing
    from drafter.runs.batch.engine import Outcome
    from drafter.runs.batch.estimate import Estimate
    from drafter.runs.batch.summary import Summary

CODES = {"clean": 0, "findings": 3, "failed": 4, "model": 5, "interrupted": 130}
MOST_SHOWN = 20


def ahead(estimate: "Estimate", *, as_json: bool) -> None:
    """Show what a batch will take."""
    if as_json:
        print_json(asdict(estimate))
        return
    usage = estimate.usage
    say(f"要起草 {estimate.townships} 个机关；已完成 {estimate.finished} 个，退回 {estimate.blocked} 个。")
    if estimate.calls:
        tokens = f"输入约 {usage.prompt:,}、输出约 {usage.completion:,} tokens"
        say(f"问模型约 {estimate.calls} 次，{tokens}，{cost_text(estimate.cost_yuan)}。")
    say(f"大约需要 {_duration(estimate.seconds)}。{estimate.method}。")


def ended(batch: "Batch", outcome: "Outcome", lines: "Closing", files: "Sequence[str]", *, as_json: bool) -> None:
    """Show what became of a batch: counts, those that failed or were sent back, what was spent."""
    if as_json:
        print_json({"out": str(batch.out), "files": list(files), **_tree(outcome, lines)})
        return
    statuses = _counted(lines)
    names = {"done": "完成", "blocked": "退回", "failed": "失败", "pending": "未做"}
    counts = "，".join(f"{name} {statuses[key]}" for key, name in names.items() if statuses[key] or key == "done")
    earlier = f"（其中 {outcome.tally.kept} 个以前已经做完）" if outcome.tally.kept else ""
    say(f"共 {len(lines)} 个机关：{counts}{earlier}，写入 {batch.out}。")
    for line in _listed(lines):
        say(line)
    if alike := _alike(lines):
        say(alike)
    if batch.asking is not None:
        tokens = f"累计 {outcome.tally.tokens:,} tokens，{cost_text(outcome.tally.cost)}"
        say(f"本次模型回答 {outcome.tally.calls} 次；{tokens}。")
    say(f"全县情况见 {'、'.join(files)}。")
    if outcome.reason:
        say(f"提前结束：{outcome.reason}。用同样的命令再运行一次，会从这里接着做。")


def exit_code(outcome: "Outcome", lines: "Iterable[Summary]", fail_on: FailOn, *, require_model: bool) -> int:
    """Return 0 where all is well; otherwise the code of the worst that happened."""
    if outcome.interrupted:
        return CODES["interrupted"]
    codes = {_code(line, fail_on, require_model=require_model) for line in lines}
    if outcome.reason:
        codes.add(CODES["model"] if outcome.is_away else CODES["findings"])
    return max(codes, default=0)


def _code(line: "Summary", fail_on: FailOn, *, require_model: bool) -> int:
    if line.status == "failed":
        lacks = require_model and any(finding.code == "model-unavailable" for finding in line.findings)
        return CODES["model"] if lacks else CODES["failed"]
    if line.status == "blocked" or fails(line.findings, fail_on):
        return CODES["findings"] if fail_on is not FailOn.NEVER else CODES["clean"]
    return CODES["clean"]


def _counted(lines: "Iterable[Summary]") -> dict[str, int]:
    statuses = dict.fromkeys(("done", "blocked", "failed", "pending"), 0)
    for line in lines:
        statuses[line.status.value] += 1
    return statuses


def _alike(closing: "Closing") -> str:
    """Return how many pairs are too much alike, and what became of the second drafts; empty where none are."""
    worst: dict[tuple[str, str], str] = {}
    for likeness in closing.likenesses:
        if likeness.band != "none":
            pair = (likeness.left, likeness.right)
            worst[pair] = max(worst.get(pair, ""), likeness.band, key=("", "warn", "block").index)
    offered = [line.plan > 0 for line in closing if line.plan_offered]
    if not worst and not offered:
        return ""
    bands = list(worst.values())
    found = f"雷同 {bands.count('block')} 对，偏高 {bands.count('warn')} 对"
    again = f"；另写了 {len(offered)} 份，采用 {sum(offered)} 份，其余保留第一稿" if offered else ""
    return f"{found}（含与本单位上年相比的）{again}。"


def _listed(lines: "Iterable[Summary]") -> list[str]:
    """Return a line for each township that was sent back or failed, the first twenty of them."""
    shown: list[str] = []
    more = 0
    for line in lines:
        if line.status not in ("blocked", "failed"):
            continue
        if len(shown) == MOST_SHOWN:
            more += 1
            continue
        errors = [finding for finding in line.findings if finding.severity == "error"]
        first = f"{errors[0].message}{f'（等 {len(errors)} 处）' if len(errors) > 1 else ''}" if errors else ""
        shown.append(f"[{'退回' if line.status == 'blocked' else '失败'}] {line.name}：{line.error or first}")
    return [*shown, *([f"另有 {more} 个"] if more else [])]


def _tree(outcome: "Outcome", lines: "Closing") -> dict[str, Any]:
    tally = outcome.tally
    return {
        "townships": [_line(line) for line in lines],
        "counts": _counted(lines),
        "kept": tally.kept,
        "calls": tally.calls,
        "tokens": tally.tokens,
        "cost_yuan": tally.cost,
        "reason": outcome.reason,
        "interrupted": outcome.interrupted,
    }


def _line(line: "Summary") -> dict[str, Any]:
    """Return a line of the overview as JSON; the cells of its tables are in its report.json."""
    from drafter.runs.batch.summary_json import summary_tree

    return {key: value for key, value in summary_tree(line).items() if key != "statistics"}


def _duration(seconds: float) -> str:
    minutes = max(1, round(seconds / 60))
    return f"{minutes // 60} 小时 {minutes % 60} 分钟" if minutes >= 60 else f"{minutes} 分钟"
