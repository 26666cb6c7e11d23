"""Compare generated narratives: what the fingerprints miss against all pairs, and time and memory for a country.

python scripts/measure_sameness.py recall 1500
python scripts/measure_sameness.py size 40000
"""

import resource
import sys
from collections import Counter
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from drafter.runs.sameness.body import SECTIONS
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


if __name__ == "__main__":
    {"recall": measure_recall, "size": measure_size}[sys.argv[1]](int(sys.argv[2]))
