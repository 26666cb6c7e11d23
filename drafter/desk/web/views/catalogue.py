"""The figures and phrases that can be put into a sentence: what the page offers, code writes."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.desk.chips import SLOT
from drafter.desk.grounds import Grounds, grounds_of
from drafter.desk.working import WorkingReport
from drafter.form.numbers import shown
from drafter.richtext import PieceKind

MOST_ENTRIES = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be put into a sentence."""

    group: str
    kind: str
    ref: str
    text: str
    """How it will read."""
    label: str
    """What it says, for whoever looks for it."""


def catalogue(working: WorkingReport, line_id: str, text: str) -> tuple[Entry, ...]:
    """Return what can be put into a sentence and holds all of the typed words: what its own notes say comes first."""
    words = text.split()
    line = working.line(line_id)
    cited = line.cites if line else ()
    found = (
        entry
        for entry in _entries(grounds_of(working), cited)
        if all(word in entry.label or word in entry.text for word in words)
    )
    return tuple(entry for entry, _ in zip(found, range(MOST_ENTRIES), strict=False))


def _entries(grounds: Grounds, cited: tuple[str, ...]) -> Iterator[Entry]:
    yield from _of_notes(grounds, cited, "这一句的材料")
    yield from _phrases(grounds)
    yield from _of_cells(grounds)
    yield from _of_notes(grounds, tuple(source for source in grounds.texts if source not in cited), "其他材料")
    for fact in grounds.ledger.facts.values():
        if not fact.text and fact.value is not None and fact.id not in grounds.dossier.form.cells:
            yield Entry("由程序计算", PieceKind.FACT, fact.id, f"{shown(fact.value)}{fact.unit}", fact.label)


def _of_notes(grounds: Grounds, sources: tuple[str, ...], group: str) -> Iterator[Entry]:
    for source in sources:
        for fact in grounds.ledger.of_note(source) if source in grounds.texts else ():
            yield Entry(group, PieceKind.FACT, fact.id, fact.text, f"{source}：{grounds.texts[source]}")


def _phrases(grounds: Grounds) -> Iterator[Entry]:
    seen = set[str]()
    for said in grounds.phrases:
        if said.slot not in seen:
            seen.add(said.slot)
            yield Entry("现成的说法", SLOT, said.slot, str(said.text), "按表格数据写成")


def _of_cells(grounds: Grounds) -> Iterator[Entry]:
    values = grounds.dossier.statistics
    for cell in grounds.dossier.form.cells.values():
        value = values[cell.path]
        if value is not None:
            yield Entry("表格里的数", PieceKind.FACT, cell.path, f"{shown(value)}{cell.unit}", cell.label)
