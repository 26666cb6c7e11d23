"""The processes: one that dies takes nobody with it."""

import asyncio
import os
import signal

import pytest

from drafter.runs.batch.workers import WorkerDied, Workers


def double(number: int) -> int:
    return 2 * number


def die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def process() -> int:
    return os.getpid()


def test_the_death_of_a_process_is_one_failure_and_the_pool_goes_on():
    async def work() -> list[object]:
        with Workers(2) as workers:
            found = await asyncio.gather(*(workers.run(die, number) for number in range(6)), return_exceptions=True)
            return [*found, await workers.run(double, 4)]

    outcomes = asyncio.run(work())

    assert isinstance(outcomes.pop(3), WorkerDied)
    assert outcomes == [0, 1, 2, 4, 5, 8]


def test_work_is_done_in_other_processes_and_errors_come_back():
    async def work() -> int:
        with Workers(1) as workers:
            with pytest.raises(TypeError):
                await workers.run(double)
            return await workers.run(process)

    assert asyncio.run(work()) != os.getpid()
