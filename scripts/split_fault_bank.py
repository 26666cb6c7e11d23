"""Split the fault bank into a half to tune on and a half to report on, by the hash of each sentence."""

import json
from hashlib import sha256
from pathlib import Path

BANK = Path(__file__).resolve().parent.parent / "tests" / "fault_bank"


def main() -> None:
    """Write tune.jsonl and held.jsonl from the authors' files."""
    halves: dict[str, list[str]] = {"tune": [], "held": []}
    for author in sorted(BANK.glob("author_*.jsonl")):
        for line in author.read_text(encoding="utf-8").splitlines():
            pair = json.loads(line)
            half = "tune" if sha256(pair["sentence"].encode()).digest()[0] % 2 == 0 else "held"
            halves[half].append(json.dumps({**pair, "author": author.stem[-1]}, ensure_ascii=False))
    for half, lines in halves.items():
        (BANK / f"{half}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(half, len(lines))


if __name__ == "__main__":
    main()
