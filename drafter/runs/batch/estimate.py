"""What a batch will take before it is run: calls, tokens, cost, time. An estimate, and it says by what."""

from dataclasses import dataclass

from drafter.runs.batch.engine import Engine
from drafter.runs.batch.pace import MINUTE, Limits
from drafter.runs.batch.summary import Status
from drafter.runs.batch.tokens import expected
from drafter.runs.batch.work import Checked
from drafter.runs.spending import added
from drafter.writing.backends.base import Usage

REPAIRS = 0.6
"""Repairs for each first request, as a rule; each carries the rules again, and a third of the reply."""
REPAIR_SHARE = 0.35
TOKENS_A_SECOND = 40.0
"""What an endpoint writes for one request, as a rule."""
STOCK_SECONDS = 0.08
"""A processor's time for a township: check, prose, three files."""
METHOD = (
    "按字数估算：每个汉字 0.75 token、其他字符 0.35 token，回复按上限的 45% 计，"
    "每 10 个请求另计 6 次改写；各家分词不同，实际可能相差三成左右"
)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What drafting what is left will take."""

    townships: int
    finished: int
    blocked: int
    calls: int
    usage: Usage
    cost_yuan: float | None
    seconds: float
    method: str


async def estimated(engine: Engine) -> Estimate:
    """Return what the batch of an engine will take; every dossier is checked for it, and nothing is asked."""
    calls, sums = 0, Usage()

    def note(checked: Checked) -> None:
        nonlocal calls, sums
        for name, request in checked.requests:
            if engine.asker is not None and not engine.asker.knows(name):
                calls, sums = calls + 1, added(sums, expected(request))

    todo = await engine.check_all(note)
    repairs = int(calls * REPAIRS)
    more = Usage(int(sums.prompt * REPAIRS * 0.7), int(sums.completion * REPAIRS * REPAIR_SHARE))
    usage = added(sums, more)
    statuses = engine.tally.statuses
    prices = engine.batch.recipe.prices if engine.asker else None
    return Estimate(
        townships=len(todo),
        finished=statuses[Status.DONE],
        blocked=statuses[Status.BLOCKED],
        calls=calls + repairs,
        usage=usage,
        cost_yuan=prices.cost(usage) if prices else None,
        seconds=_seconds(engine, len(todo), calls + repairs, usage),
        method=METHOD if engine.asker else "不问模型，只算本机处理的时间",
    )


def _seconds(engine: Engine, townships: int, calls: int, usage: Usage) -> float:
    """Return how long it will take: the slowest of writing, requests a minute, tokens a minute, and our own work."""
    own = townships * STOCK_SECONDS / engine.workers.count
    if engine.batch.asking is None or not calls:
        return own
    limits: Limits = engine.batch.asking.limits
    writing = usage.completion / TOKENS_A_SECOND / limits.concurrency
    asking = calls / limits.requests_per_minute * MINUTE if limits.requests_per_minute else 0.0
    counting = (usage.prompt + usage.completion) / limits.tokens_per_minute * MINUTE if limits.tokens_per_minute else 0
    return max(own, writing, asking, counting)
