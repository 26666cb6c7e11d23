"""What `drafter batch` says at its end, and with which code."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from drafter.cli.batch_ends import CODES, Ends
from drafter.cli.console import print_json, say
from drafter.cli.spending import cost_text

if TYPE_CHECKING:
    from drafter.runs.batch.batch import Batch
    from drafter.runs.batch.closing import Closing
    from drafter.runs.batch.engine import Outcome
    from drafter.runs.batch.estimate import Estimate
    from drafter.runs.batch.summary import Summary


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


def ended(batch: "Batch", outcome: "Outcome", ends: Ends, lines: "Closing", files: "Sequence[str]") -> None:
    """Show what became of a batch: counts, those that failed or were sent back, what was spent."""
    names = {"done": "完成", "blocked": "退回", "failed": "失败", "pending": "未做"}
    statuses = ends.statuses
    counts = "，".join(f"{name} {statuses[key]}" for key, name in names.items() if statuses[key] or key == "done")
    earlier = f"（其中 {outcome.tally.kept} 个以前已经做完）" if outcome.tally.kept else ""
    say(f"共 {len(lines)} 个机关：{counts}{earlier}，写入 {batch.out}。")
    for line in [*ends.shown, *([f"另有 {ends.more} 个"] if ends.more else []), *_alike(lines, ends)]:
        say(line)
    if batch.asking is not None:
        tokens = f"累计 {outcome.tally.tokens:,} tokens，{cost_text(outcome.tally.cost)}"
        say(f"本次模型回答 {outcome.tally.calls} 次；{tokens}。")
    say(f"全县情况见 {'、'.join(files)}。")
    if outcome.reason:
        say(f"提前结束：{outcome.reason}。用同样的命令再运行一次，会从这里接着做。")


def ended_json(batch: "Batch", outcome: "Outcome", ends: Ends, lines: "Closing", files: "Sequence[str]") -> None:
    """Print what became of a batch, a value for each township."""
    print_json({"out": str(batch.out), "files": list(files), **_tree(outcome, ends, lines)})


def exit_code(outcome: "Outcome", ends: Ends) -> int:
    """Return 0 where all is well; otherwise the code of the worst that happened."""
    if outcome.interrupted:
        return CODES["interrupted"]
    cut_short = {CODES["model"] if outcome.is_away else CODES["findings"]} if outcome.reason else set()
    return max(ends.codes | cut_short, default=0)


def _alike(closing: "Closing", ends: Ends) -> list[str]:
    """Return how many pairs are too much alike, and what became of the second drafts; nothing where none are."""
    worst: dict[tuple[str, str], str] = {}
    for likeness in closing.likenesses:
        if likeness.band != "none":
            pair = (likeness.left, likeness.right)
            worst[pair] = max(worst.get(pair, ""), likeness.band, key=("", "warn", "block").index)
    if not worst and not ends.offered:
        return []
    bands = list(worst.values())
    found = f"雷同 {bands.count('block')} 对，偏高 {bands.count('warn')} 对（含与本单位上年相比的）"
    again = f"；另写了 {ends.offered} 份，采用 {ends.taken} 份，其余保留第一稿" if ends.offered else ""
    return [f"{found}{again}。"]


def _tree(outcome: "Outcome", ends: Ends, lines: "Closing") -> dict[str, Any]:
    tally = outcome.tally
    return {
        "townships": [_line(line) for line in lines],
        "counts": {key: ends.statuses[key] for key in ("done", "blocked", "failed", "pending")},
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
