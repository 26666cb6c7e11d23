"""Read the tables of typed-in cases and say how many cells came out right, by style: `measure_reading.py CASES.json`."""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from drafter.reading.report import CellState, ReadCell
from drafter.reading.source import Place, SourceLine
from drafter.reading.tables import TablesRead, read_tables

HEADINGS = ("style", "cases", "cells", "right", "wrong", "missed", "blank", "kept", "filled", "lost", "edition")


def case_blocks(text: str) -> list[SourceLine]:
    """Return a case's text as the lines of a file."""
    return [SourceLine(line, Place(number, number)) for number, line in enumerate(text.split("\n"), 1)]


def expected(case: Mapping[str, Any], path: str) -> Decimal:
    """Return the true value of a cell in the form's unit: the cases give an amount in 元 as the page has it."""
    value = Decimal(str(case["cells"][path]))
    return value / 10000 if case["raw"].get(path, "").endswith("元") and "万" not in case["raw"][path] else value


def judged(case: Mapping[str, Any], read: TablesRead) -> tuple[Counter[str], list[str]]:
    """Return how many cells of a case came out how, and what to say of those that did not."""
    cells: dict[str, ReadCell] = {**read.foreign_cells, **read.cells}
    counts: Counter[str] = Counter(cases=1, cells=len(case["cells"]), blank=len(case["blank"]))
    said: list[str] = []
    for path in case["cells"]:
        cell, truth = cells.get(path), expected(case, path)
        if cell and cell.state is CellState.READ:
            right = cell.value == truth
            counts["right" if right else "wrong"] += 1
            said += [] if right else [f"WRONG {path}: {cell.value} for {truth}"]
        else:
            counts["missed"] += 1
            said.append(f"missed {path}: {cell.state.value if cell else 'no such cell'} for {truth}")
    for path in case["blank"]:
        state = cells[path].state if path in cells else CellState.ABSENT
        counts["kept" if state is CellState.BLANK else "filled" if state is CellState.READ else "lost"] += 1
        said += [] if state is CellState.BLANK else [f"blank {path}: {state.value} {cells[path].value}"]
    shown = {path for path, cell in cells.items() if cell.state is CellState.READ}
    extra = shown - set(case["cells"]) - set(case["blank"])
    counts["wrong"] += len(extra)
    said += [f"INVENTED {path}: {cells[path].value}" for path in sorted(extra)]
    counts["edition"] += not case.get("edition") or read.edition == case["edition"]
    return counts, said


def main() -> int:
    cases = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    styles: dict[str, Counter[str]] = defaultdict(Counter)
    spent = 0.0
    for case in cases:
        blocks = case_blocks(case["text"])
        began = time.perf_counter()
        read = read_tables(blocks, case.get("year"))
        spent += time.perf_counter() - began
        counts, said = judged(case, read)
        styles[case["style"]] += counts
        for line in said if "-v" in sys.argv else ():
            print(f"{case['id']} {case['style']}: {line}")
    total = sum(styles.values(), Counter())
    print(" ".join(f"{heading:>8}" for heading in HEADINGS))
    for style, counts in [*sorted(styles.items()), ("all", total)]:
        print(f"{style:>13}", *(f"{counts[heading]:>8}" for heading in HEADINGS[1:]))
    print(f"{1000 * spent / max(len(cases), 1):.1f} ms a report")
    return 1 if total["wrong"] or total["filled"] else 0


if __name__ == "__main__":
    sys.exit(main())
