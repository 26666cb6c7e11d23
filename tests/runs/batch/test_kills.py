"""The program killed and fed with faults, in small; `scripts/measure_batch_*.py` do it at full size."""

from pathlib import Path

from tests.runs.batch import faults, kills, speed


def test_what_is_killed_and_run_again_loses_and_doubles_nothing_and_asks_nothing_twice(tmp_path: Path):
    (run,) = kills.measure(tmp_path, townships=6, runs=1, latency=0.3, seed=3)

    assert run.kills >= 1
    assert (run.lost, run.doubled, run.asked_again, run.code) == (0, 0, 0, 0)
    assert run.sent_again <= run.on_the_wire


def test_an_endpoint_that_fails_three_calls_in_ten_holds_up_no_township(tmp_path: Path):
    found = faults.measure(tmp_path, townships=5, latency=0.05)

    assert (found.code, found.complete, found.differ) == (0, 5, 0)


def test_the_endpoint_is_asked_no_oftener_at_once_than_it_may_be_and_nothing_twice(tmp_path: Path):
    found, _ = speed.ours(tmp_path, townships=20, latency=0.5, a_second=None)

    assert found.sent == found.requests
    assert 1 < found.most_at_once <= speed.CONCURRENCY
