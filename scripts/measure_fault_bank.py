"""Print how the checks judge a half of the fault bank: `tune` to work on, `held` only to report.

    python scripts/measure_fault_bank.py NAME|FILE.jsonl … [KIND:STATE ...]

NAME is a file of the bank without its ending, FILE any file of such pairs. KIND:STATE, such as paraphrase:red, lists
the pairs of a kind that got a state; without it no sentence is shown, so that unseen pairs stay unseen.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, Verdict

BANK = Path(__file__).resolve().parent.parent / "tests" / "fault_bank"
Judged = tuple[dict[str, str], Verdict]


def judged(name: str) -> list[Judged]:
    """Return the pairs of a file with their verdicts."""
    path = Path(name) if name.endswith(".jsonl") else BANK / f"{name}.jsonl"
    pairs = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(pair, judge(Claim(text=pair["sentence"], notes=(pair["note"],)))) for pair in pairs]


def rates(found: list[Judged]) -> dict[str, Counter[str]]:
    """Return how many pairs of each kind got each state."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for pair, verdict in found:
        counts[pair["kind"]][verdict.state.value] += 1
    return dict(counts)


def show(found: list[Judged], wanted: str) -> None:
    """Print the pairs of a kind that got a state, with their violations and their unproved words."""
    for pair, verdict in found:
        if wanted == f"{pair['kind']}:{verdict.state.value}":
            codes = [(fault.code, fault.words) for fault in verdict.violations]
            words = [item.words for item in verdict.unproved]
            print(f"[{pair.get('code', '')}] {pair['note']}\n    {pair['sentence']}\n    {codes} {words}")


def main() -> None:
    """Print the rates of each file, then the pairs asked for."""
    asked = [word for word in sys.argv[1:] if ":" in word]
    for name in (word for word in sys.argv[1:] if ":" not in word):
        found = judged(name)
        print(f"== {Path(name).stem}")
        for kind, counts in rates(found).items():
            whole = counts.total()
            shares = {state: f"{100 * counts[state] / whole:.1f} %" for state in ("red", "amber", "green")}
            print(f"{kind:<11}{whole:>4}", shares)
        for wanted in asked:
            show(found, wanted)


if __name__ == "__main__":
    main()
