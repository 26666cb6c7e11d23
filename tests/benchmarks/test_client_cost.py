"""How much of the time that a report takes is ours and not the endpoint's."""

import sys
from statistics import median

import pytest

from tests.benchmarks.client_cost import LATENCY_SECONDS, REQUESTS, program, reply_costs, shares

pytestmark = pytest.mark.benchmark

MOST = 0.03


def test_of_a_report_less_than_three_hundredths_of_the_time_is_ours(capsys: pytest.CaptureFixture[str]):
    found = shares()
    # Other programs of the machine only add to a round: the least disturbed one says what we cost.
    best = min(found, key=lambda item: item.share)
    with capsys.disabled():
        sys.stdout.write(
            f"\na report with {REQUESTS} requests of {LATENCY_SECONDS:g} s, best of {len(found)}: "
            f"{best.ours * 1000:.0f} ms ours ({best.computed * 1000:.0f} ms of them computing), "
            f"{best.share:.2%} of its time (under {MOST:.0%}); median {median(item.share for item in found):.2%}\n"
        )

    assert [item.requests for item in found] == [REQUESTS] * len(found)
    assert best.share < MOST


def test_what_one_reply_costs_is_shown(capsys: pytest.CaptureFixture[str]):
    costs = reply_costs()
    with capsys.disabled():
        sys.stdout.write("\n" + ", ".join(f"{name} {value:.1f} ms" for name, value in costs.items()) + "\n")

    assert sum(costs.values()) < MOST * REQUESTS * LATENCY_SECONDS * 1000


def test_the_whole_program_is_shown_with_its_start(capsys: pytest.CaptureFixture[str]):
    found = program()
    with capsys.disabled():
        sys.stdout.write(
            f"\nthe program from its start, {found.requests} requests: {found.ours * 1000:.0f} ms ours, "
            f"{found.share:.1%}; under {MOST:.0%} from {found.ours / MOST:.0f} s a report\n"
        )

    assert found.requests == REQUESTS
