"""Who asks the model of a batch: live, over connections that are kept, or by post, in rounds."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from drafter.errors import BackendError
from drafter.runs.batch.asking import OUT_OF_BUDGET, Asker
from drafter.runs.batch.batch import Asking, Batch
from drafter.runs.batch.budget import Budget
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.lock import STATE
from drafter.runs.batch.pace import Pace, StoppedError
from drafter.runs.batch.posting import Poster
from drafter.writing.backends.openai import OpenAIBackend

Item = TypeVar("Item")


def asker_of(asking: Asking, batch: Batch, journal: Journal) -> Asker | Poster:
    """Return who asks, with what earlier runs have spent counted."""
    _, spent = journal.spent()
    budget = Budget(asking.most, batch.recipe.prices, spent)
    if asking.api is not None:
        return Poster(asking.api, batch.recipe.address, journal, budget, batch.out / STATE)
    return Asker(asking.backend, batch.recipe.address, journal, Pace(asking.limits), budget)


@asynccontextmanager
async def connected(asking: Asking) -> AsyncIterator[None]:
    """Keep the connections of a backend that has some, for as long as the batch asks."""
    if isinstance(asking.backend, OpenAIBackend):
        async with asking.backend.kept():
            yield
    else:
        yield


async def in_rounds(
    poster: Poster,
    todo: list[Item],
    walked: Callable[[list[Item]], Awaitable[list[Item]]],
    told: Callable[[int, int], None],
    goes_on: Callable[[], bool],
) -> None:
    """Draft in rounds: walk every township as far as the answers reach, post what is open, wait, walk again.

    `walked` returns those that are not through.
    """
    try:
        while goes_on():
            await poster.collect(told)
            todo = await walked(todo)
            if not poster.post():
                break
    except StoppedError:
        return
    except BackendError as error:
        poster.reason, poster.is_away = str(error), True
    if todo and poster.is_short:
        poster.stop(OUT_OF_BUDGET)
