"""Split the fault bank into what is tuned on and what is only reported on: by author, or by the hash of a sentence."""

import json
from hashlib import sha256
from pathlib import Path

WHOLE = {"d": "tune", "e": "tune", "f": "held", "g": "tune", "h": "tune", "i": "tune", "j": "tune", "l": "tune"}
"""Authors of whom all pairs belong to one half.

Of f no sentence was read while the checks were tuned, but its rates and its counts by check were, more than once: how
the checks do on unseen sentences is told by a set whose rates nobody followed.
"""
BLIND = frozenset({"k"})
"""Authors who stand in no half: measured once, after all tuning, and never opened before."""
BANK = Path(__file__).resolve().parent.parent / "tests" / "fault_bank"


def _half(sentence: str) -> str:
    return "tune" if sha256(sentence.encode()).digest()[0] % 2 == 0 else "held"


def main() -> None:
    """Write tune.jsonl and held.jsonl from the authors' files."""
    halves: dict[str, list[str]] = {"tune": [], "held": []}
    for author in sorted(BANK.glob("author_*.jsonl")):
        if author.stem[-1] in BLIND:
            continue
        for line in author.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            half = WHOLE.get(author.stem[-1]) or _half(pair["sentence"])
            halves[half].append(json.dumps({**pair, "author": author.stem[-1]}, ensure_ascii=False))
    for half, lines in halves.items():
        (BANK / f"{half}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(half, len(lines))


if __name__ == "__main__":
    main()
