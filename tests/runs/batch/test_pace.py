"""The gate: how many requests are under way, how many a minute, and what a refusal does to all of them."""

import asyncio
from itertools import pairwise

import pytest

from drafter.runs.batch.pace import SPREAD, WARM_SECONDS, Limits, Pace, StoppedError
from tests.runs.batch.virtual import now, run


def gate(concurrency: int = 8, requests: int | None = None, tokens: int | None = None) -> Pace:
    return Pace(Limits(concurrency, requests, tokens), clock=now, seed=1)


async def warm(pace: Pace) -> None:
    await pace.turn(0)
    pace.answered(0, 0)


@pytest.mark.parametrize(("seconds", "after"), [(1.0, 1.0), (30.0, WARM_SECONDS)], ids=["quick", "slow"])
def test_the_first_prompt_is_read_before_any_other_is_sent(seconds: float, after: float):
    async def work() -> list[tuple[float, int]]:
        pace, seen = gate(), []

        async def one() -> None:
            await pace.turn(0)
            seen.append((now(), pace.under_way))
            await asyncio.sleep(seconds)
            pace.answered(0, 0)

        await asyncio.gather(*(one() for _ in range(9)))
        return seen

    seen = run(work)

    assert seen[0] == (0, 1)
    assert min(when for when, _ in seen[1:]) == pytest.approx(after, abs=0.01)
    assert max(count for _, count in seen) == 8


def test_never_more_are_under_way_than_may_be():
    async def work() -> int:
        pace, most = gate(4), 0
        await warm(pace)

        async def one(number: int) -> None:
            nonlocal most
            await pace.turn(0)
            most = max(most, pace.under_way)
            await asyncio.sleep(1 + number % 3)
            pace.answered(0, 0)

        await asyncio.gather(*(one(number) for number in range(50)))
        return most

    assert run(work) == 4


def test_requests_a_minute_are_spread_evenly_and_lateness_is_made_good():
    async def work() -> list[float]:
        pace, sent = gate(64, requests=600), []

        async def one() -> None:
            sent.append(await pace.turn(0))
            await asyncio.sleep(0.01)
            pace.answered(0, 0)

        await asyncio.gather(*(one() for _ in range(101)))
        return sent

    sent = run(work)

    assert sent[-1] - sent[0] == pytest.approx(10, abs=0.3)
    assert max(sum(start <= when < start + 1 for when in sent) for start in sent) <= 13


def test_tokens_a_minute_count_what_an_answer_really_took():
    async def work(real: int) -> float:
        pace = gate(64, tokens=60_000)

        async def one() -> None:
            await pace.turn(1000)
            pace.answered(real, 1000)

        for _ in range(11):
            await one()
        return now()

    assert run(lambda: work(1000)) == pytest.approx(10, abs=0.5)
    assert run(lambda: work(500)) == pytest.approx(5, abs=0.5)


def test_a_refusal_makes_everybody_wait_as_long_as_the_endpoint_asks():
    async def work() -> list[float]:
        pace = gate(8)
        await warm(pace)
        refused = await pace.turn(0)
        pace.refused(refused, 30.0)
        sent = []

        async def one() -> None:
            sent.append(await pace.turn(0))
            await asyncio.sleep(0.01)
            pace.answered(0, 0)

        await asyncio.gather(*(one() for _ in range(20)))
        return sent

    sent = run(work)

    assert min(sent) >= 30
    assert max(sent) <= 30 * (1 + 2 * SPREAD) + 1


def test_after_a_pause_they_do_not_come_back_as_one_herd():
    async def work() -> list[float]:
        pace = gate(16)
        await warm(pace)
        times = [await pace.turn(0) for _ in range(16)]
        for when in times:
            pace.refused(when, 10.0)
        sent = []

        async def one() -> None:
            sent.append(await pace.turn(0))
            await asyncio.sleep(0.5)
            pace.answered(0, 0)

        await asyncio.gather(*(one() for _ in range(16)))
        return sent

    sent = run(work)

    assert len({round(when, 3) for when in sent[:4]}) == 4
    assert all(later >= earlier for earlier, later in pairwise(sent))


def test_refusals_of_requests_sent_before_the_pause_do_not_make_it_longer():
    async def work() -> tuple[int, float]:
        pace = gate(8)
        await warm(pace)
        times = [await pace.turn(0) for _ in range(8)]
        for when in times:
            pace.refused(when, None)
        return pace.pauses, await pace.turn(0)

    pauses, sent = run(work)

    assert pauses == 1
    assert sent < 1


def test_refusal_after_refusal_pauses_ever_longer_and_an_answer_makes_it_short_again():
    async def work() -> list[float]:
        pace = gate(1)
        await warm(pace)
        waits = []
        for _ in range(5):
            start = await pace.turn(0)
            pace.refused(start, None)
            waits.append(await pace.turn(0) - start)
            pace.failed()
        pace.under_way = 1
        pace.answered(0, 0)
        start = await pace.turn(0)
        pace.refused(start, None)
        waits.append(await pace.turn(0) - start)
        return waits

    waits = run(work)

    assert waits[:5] == sorted(waits[:5])
    assert waits[4] > 7
    assert waits[5] < 1


def test_whoever_waits_at_the_gate_when_it_is_shut_is_turned_away():
    async def work() -> list[BaseException | float]:
        pace = gate(1)
        await pace.turn(0)
        waiting = [asyncio.create_task(pace.turn(0)) for _ in range(3)]
        await asyncio.sleep(1)
        pace.stop()
        return await asyncio.gather(*waiting, return_exceptions=True)

    assert [type(outcome) for outcome in run(work)] == [StoppedError] * 3
