"""How alike the reports of a folder are: each with the one that is most like it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from drafter.runs.sameness.likenesses import likenesses
from drafter.runs.sameness.narrative import Narrative
from drafter.runs.sameness.narratives import narrative_of_record


def nearest_likeness(records: Iterable[tuple[str, Path]]) -> Mapping[str, float]:
    """Return, by key, the share of 5-grams that a report has in common with the sibling most like it.

    The measure and what it leaves out (figures, names, templates, what the tables say) are those of a batch. 0 stands
    for a report that is in no band with any other. What cannot be read, and a report without siblings, is left out.
    """
    narratives = list(_narratives(records))
    if len(narratives) == 1:
        return {}
    found = {narrative.key: 0.0 for narrative in narratives}
    for likeness in likenesses(narratives):
        for key in (likeness.left, likeness.right):
            found[key] = max(found[key], likeness.jaccard)
    return found


def _narratives(records: Iterable[tuple[str, Path]]) -> Iterator[Narrative]:
    for key, path in records:
        try:
            yield narrative_of_record(key, json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            # Taking the report in says what is wrong with it.
            continue
