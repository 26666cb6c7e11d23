"""What the figures and sentences of a report rest on, down to a cell or a note, and who gave it."""

from collections.abc import Mapping, Sequence
from typing import Any

from drafter.desk.assessing import Assessed
from drafter.desk.state import number_json
from drafter.desk.trail import Entry
from drafter.desk.working import AddedNote, WorkingReport
from drafter.dossier.facts import Fact
from drafter.dossier.ledger import written_texts
from drafter.dossier.model import Dossier

_DOSSIER, _STATISTICS, _CORRECTION = "资料文件", "统计数据", "更正"


def origins(working: WorkingReport, assessed: Assessed, entries: Sequence[Entry]) -> dict[str, Any]:
    """Return every fact that the text shows, and everything the facts and sentences rest on, by id."""
    shown = [line for line in working.lines if not line.dropped]
    waiting = [span.ref for line in shown for span in line.text.spans()]
    waiting += [cited for line in shown for cited in line.cites]
    texts = dict(written_texts(assessed.dossier))
    added = {note.id: note for note in working.notes}
    found: dict[str, Any] = {}
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        if fact := assessed.ledger.facts.get(name):
            found[name] = _fact(fact) | _given_cell(name, working, assessed, entries)
            waiting += [source for source in fact.sources if source != name]
        elif name in texts:
            found[name] = {"kind": "note", "text": texts[name], "given": _given(name, assessed.dossier, added)}
    return found


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": "fact",
        "label": fact.label,
        "value": number_json(fact.value),
        "unit": fact.unit,
        "text": fact.text,
        "sources": list(fact.sources),
    }


def _given_cell(
    name: str, working: WorkingReport, assessed: Assessed, entries: Sequence[Entry]
) -> dict[str, dict[str, str]]:
    """Return who gave the figure of a cell: the clerk's statistics, or who corrected it last."""
    if name not in assessed.dossier.form.cells and not name.startswith("fees."):
        return {}
    by = [entry.who for entry in entries if name in entry.after.get("cells", ()) and name in working.corrections]
    return {"given": {"source": _CORRECTION, "by": by[-1]} if by else {"source": _STATISTICS}}


def _given(name: str, dossier: Dossier, added: Mapping[str, AddedNote]) -> dict[str, str]:
    """Return where a note comes from and who gave it."""
    if name in added:
        return {"source": added[name].source, "by": added[name].by}
    source = next((note.source for note in dossier.notes if note.id == name), None)
    if source is None:
        return {"source": _DOSSIER}
    parts = {"kind": source.kind, "file": source.file, "date": source.date, "person": source.person}
    return {part: value for part, value in parts.items() if value} or {"source": _DOSSIER}
