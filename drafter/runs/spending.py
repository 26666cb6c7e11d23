"""What the requests of a draft took."""

from collections.abc import Iterable

from drafter.runs.batch.summary import Spent
from drafter.writing.backends.base import Usage
from drafter.writing.backends.prices import Prices


def spent_on(usages: Iterable[Usage], prices: Prices | None) -> Spent:
    """Return what requests took together; without prices their cost is not known."""
    calls = prompt = cached = completion = 0
    cost = 0.0
    for usage in usages:
        calls, prompt, cached = calls + 1, prompt + usage.prompt, cached + usage.cached
        completion += usage.completion
        cost += prices.cost(usage) if prices else 0.0
    return Spent(calls, prompt, cached, completion, round(cost, 6) if prices else None)


def added(one: Usage, other: Usage) -> Usage:
    """Return the tokens of two together."""
    return Usage(one.prompt + other.prompt, one.completion + other.completion, one.cached + other.cached)


def together(one: Spent | None, other: Spent | None) -> Spent | None:
    """Return what two drafts took, None where no model was asked."""
    if one is None or other is None:
        return one or other
    cost = None if one.cost_yuan is None or other.cost_yuan is None else round(one.cost_yuan + other.cost_yuan, 6)
    return Spent(
        one.calls + other.calls,
        one.prompt_tokens + other.prompt_tokens,
        one.cached_tokens + other.cached_tokens,
        one.completion_tokens + other.completion_tokens,
        cost,
    )
