"""Compare generated narratives: what the fingerprints miss against all pairs, and time and memory for a country.

python scripts/measure_sameness.py recall 1500
python scripts/measure_sameness.py size 40000

Or hold the drafts of a batch against each other, all pairs of them: the first drafts, and those that stand.

python scripts/measure_sameness.py batch OUT
"""

import resource
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from statistics import mean, median
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafter.runs.batch.entry import Entry
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.lock import STATE
from drafter.runs.batch.tellings import Tellings
from drafter.runs.sameness.body import SECTIONS
from drafter.runs.sameness.comparing import compared
from drafter.runs.sameness.likenesses import candidates, likenesses
from drafter.runs.sameness.shelf import Shelf
from tests.runs.sameness.written import exact, written


def measure_recall(count: int) -> None:
    shelf = Shelf(written(count))
    for section in SECTIONS:
        truth = exact(shelf, section)
        looked = set(candidates(shelf, section))
        partners = Counter(text for pair in truth for text in pair)
        few = {pair for pair in truth if max(partners[text] for text in pair) <= 10}
        told = {text for pair in truth if pair in looked for text in pair}
        print(
            f"{count} {section}: {len(truth)} pairs in a band {dict(Counter(truth.values()))}, "
            f"found {len(truth.keys() & looked) / len(truth):.4f}; outside masses {len(few & looked)}/{len(few)}; "
            f"reports with a partner that have one found {len(told)}/{len(partners)}; compared {len(looked)} pairs "
            f"of {count * (count - 1) // 2}"
        )


def measure_size(count: int) -> None:
    start = process_time()
    found = Counter(likeness.band for likeness in likenesses(written(count)))
    seconds = process_time() - start
    start = process_time()
    for _ in written(count):
        pass
    writing = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    used = f"{seconds - writing:.0f} s of one processor (and {writing:.0f} s to write them)"
    print(f"{count}: {used}, peak {peak:.0f} MB, {dict(found)}")


def measure_batch(out: Path) -> None:
    journal = Journal(out / STATE)
    keys = [str(row[0]) for row in journal.rows("select key from tellings order by key")]
    tellings = Tellings(journal, [Entry(key, key, out) for key in keys])
    for name, first in (("first drafts", True), ("drafts that stand", False)):
        narratives = list(tellings.narratives(first=first))
        pairs = [item for left, right in combinations(narratives, 2) for item in compared(left, right)]
        for section in SECTIONS:
            found = [item for item in pairs if item.section == section]
            shares = [item.jaccard for item in found]
            print(
                f"{name}, {section}: {len(narratives)} drafts, {len(found)} pairs, Jaccard mean {mean(shares):.3f}, "
                f"median {median(shares):.3f}, most {max(shares):.3f}; containment most "
                f"{max(item.containment for item in found):.3f}; "
                f"longest run {max(item.longest_run for item in found)}; "
                f"bands {dict(Counter(item.band for item in found))}"
            )
    journal.close()


if __name__ == "__main__":
    what, argument = sys.argv[1:3]
    if what == "batch":
        measure_batch(Path(argument))
    else:
        {"recall": measure_recall, "size": measure_size}[what](int(argument))
