"""Print how the checks judge a half of the fault bank: `tune` to work on, `held` only to report.

    python scripts/measure_fault_bank.py tune [KIND:STATE ...]

KIND:STATE, such as paraphrase:red, lists the pairs of a kind that got a state.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, Verdict

BANK = Path(__file__).resolve().parent.parent / "tests" / "fault_bank"
Judged = tuple[dict[str, str], Verdict]


def judged(half: str) -> list[Judged]:
    """Return the pairs of a half with their verdicts."""
    lines = (BANK / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [json.loads(line) for line in lines]
    return [(pair, judge(Claim(text=pair["sentence"], notes=(pair["note"],)))) for pair in pairs]


def rates(found: list[Judged]) -> dict[str, Counter[str]]:
    """Return how many pairs of each kind got each state."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair, verdict in found:
        counts[pair["kind"]][verdict.state.value] += 1
    return dict(counts)


def main() -> None:
    """Print the rates, then the pairs asked for."""
    found = judged(sys.argv[1])
    for kind, counts in rates(found).items():
        whole = counts.total()
        print(kind, whole, {state: f"{100 * count / whole:.1f} %" for state, count in sorted(counts.items())})
    for wanted in sys.argv[2:]:
        for pair, verdict in found:
            if wanted == f"{pair['kind']}:{verdict.state.value}":
                codes = [(fault.code, fault.words) for fault in verdict.violations]
                print(f"[{pair['code']}] {pair['note']}\n    {pair['sentence']}\n    {codes}")


if __name__ == "__main__":
    main()
