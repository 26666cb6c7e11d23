"""What requests to a model cost, by the prices that an office writes into `drafter.toml`."""

from dataclasses import dataclass

from drafter.settings import ModelSettings
from drafter.writing.backends.base import Usage

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """元 for a million tokens: of a prompt, of its part that the endpoint had in its cache, of a reply."""

    input: float
    cached: float
    output: float

    def cost(self, usage: Usage) -> float:
        """Return what one request cost in 元."""
        cached = min(usage.cached, usage.prompt)
        whole = (usage.prompt - cached) * self.input + cached * self.cached + usage.completion * self.output
        return whole / MILLION


def prices_of(settings: ModelSettings | None) -> Prices | None:
    """Return the prices that the settings of a model give, None where they give none."""
    if settings is None or settings.price_input is None or settings.price_output is None:
        return None
    cached = settings.price_input if settings.price_cached is None else settings.price_cached
    return Prices(float(settings.price_input), float(cached), float(settings.price_output))
