"""How much the requests to a model took, in one line."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.runs.batch.summary import Spent


def spent_line(spent: "Spent") -> str:
    """Return the requests, tokens and cost as a clerk reads them."""
    tokens = (
        f"输入 {spent.prompt_tokens:,}（其中缓存 {spent.cached_tokens:,}）、输出 {spent.completion_tokens:,} tokens"
    )
    return f"模型回答 {spent.calls} 次：{tokens}，{cost_text(spent.cost_yuan)}。"


def cost_text(cost: float | None) -> str:
    """Return a cost in 元; without prices in `drafter.toml` it is not known."""
    return "费用未知（drafter.toml 里没有写单价）" if cost is None else f"约 {cost:.4g} 元"
