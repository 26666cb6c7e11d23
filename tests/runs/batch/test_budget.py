"""What may be spent, with what is under way counted in."""

import asyncio

from drafter.runs.batch.budget import Budget, Most
from drafter.writing.backends.base import Usage
from drafter.writing.backends.prices import Prices
from tests.runs.batch.virtual import run

PRICES = Prices(input=2.0, cached=0.2, output=8.0)


def test_what_is_under_way_counts_as_spent():
    async def work() -> list[bool]:
        budget = Budget(Most(tokens=1000), None, Usage())
        return [await budget.hold(Usage(300, 100), wait=False) for _ in range(3)]

    assert run(work) == [True, True, False]


def test_before_it_says_no_it_waits_for_what_others_do_not_use():
    async def work() -> tuple[bool, int]:
        budget = Budget(Most(tokens=1000), None, Usage())
        await budget.hold(Usage(300, 600))
        second = asyncio.create_task(budget.hold(Usage(300, 300)))
        await asyncio.sleep(1)
        assert not second.done()
        await budget.settle(Usage(300, 600), Usage(300, 50))
        return await second, budget.tokens

    assert run(work) == (True, 350)


def test_nothing_is_held_for_ever_and_then_the_answer_is_no():
    async def work() -> bool:
        budget = Budget(Most(tokens=1000), None, Usage())
        await budget.hold(Usage(300, 600))
        second = asyncio.create_task(budget.hold(Usage(300, 300)))
        await asyncio.sleep(0)
        await budget.settle(Usage(300, 600), Usage(300, 600))
        return await second

    assert run(work) is False


def test_what_earlier_runs_spent_counts():
    async def work() -> bool:
        return await Budget(Most(tokens=1000), None, Usage(700, 200)).hold(Usage(100, 50))

    assert run(work) is False


def test_the_cost_is_by_the_prices_and_what_was_cached_is_cheaper():
    async def work() -> tuple[bool, bool, float]:
        budget = Budget(Most(cost=0.01), PRICES, Usage())
        first = await budget.hold(Usage(1000, 900))
        await budget.settle(Usage(1000, 900), Usage(1000, 500, 1000))
        return first, await budget.hold(Usage(1000, 900)), round(budget.cost, 6)

    assert run(work) == (True, False, 0.0042)
