"""Kill a batch at random moments and run it again: what is lost, what is doubled, what is asked again."""

import random
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from tests.endpoints.model import Model, signature
from tests.endpoints.stub import endpoint
from tests.runs.batch.program import Place, recorded, tree
from tests.runs.batch.townships import write

EVERY = 6
"""One township in so many copied its materials, so that some are drafted a second time by another plan."""
NEVER = ("--fail-on", "never")


@dataclass(frozen=True)
class Run:
    """What a run that was killed, and then resumed, left."""

    kills: int
    lost: int
    """Files of the undisturbed run that are missing or differ."""
    doubled: int
    """Files that the undisturbed run does not have."""
    asked_again: int
    """Requests that were sent although their answer was in the journal when the batch was killed."""
    on_the_wire: int
    """Answers that the stub had sent whole, and that were not in the journal yet when the batch was killed."""
    sent_again: int
    """Of those, how many were asked for again."""
    code: int


def measure(folder: Path, townships: int, runs: int, latency: float, seed: int = 1) -> list[Run]:
    """Return the runs; each was killed at least once, most more often, at moments spread over an undisturbed run."""
    write(folder / "in", townships, every=EVERY)
    chance = random.Random(seed)  # noqa: S311
    place = Place(folder)
    with endpoint(Model(latency).behaviour) as server:
        place.settings(server.base_url)
        start = time.monotonic()
        code, said = place.run("whole", *NEVER)
        whole = time.monotonic() - start
    assert code == 0, said
    found: list[Run] = []
    while len(found) < runs:
        moments = [chance.uniform(0.05, whole) for _ in range(chance.randint(1, 3))]
        run = _run(place, tree(folder / "whole"), f"run-{len(found)}", moments, latency)
        rmtree(folder / f"run-{len(found)}")
        if run.kills:  # else the machine was quicker than in the undisturbed run
            found.append(run)
    return found


def _run(place: Place, whole: dict[str, str], name: str, moments: list[float], latency: float) -> Run:
    out, model, kills = place.folder / name, Model(latency), 0
    asked_again = on_the_wire = sent_again = 0
    with endpoint(model.behaviour) as server:
        place.settings(server.base_url)
        for moment in moments:
            kills += place.killed(name, moment, *NEVER)
            time.sleep(latency + 0.1)
            kept = recorded(out)
            before, sent = _named(model.came), set(_named(model.answered))
            loose = sent - kept
            on_the_wire += len(loose)
            if moment is moments[-1]:
                code, _ = place.run(name, *NEVER)
            else:
                place.killed(name, moment / 2, *NEVER)
            after = _named(model.came)
            asked_again += sum(after[item] - before[item] for item in kept)
            sent_again += sum(after[item] > before[item] for item in loose)
        files = tree(out)
    lost = sum(files.get(path) != digest for path, digest in whole.items())
    return Run(kills, lost, len(set(files) - set(whole)), asked_again, on_the_wire, sent_again, code)


def _named(counts: Counter[str]) -> Counter[str]:
    named: Counter[str] = Counter()
    for name, count in counts.items():
        named[signature(name)] += count
    return named
