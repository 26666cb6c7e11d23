"""Sentences follow the figures: what was stock is written anew, what was worded otherwise shows the new figures.

Where the words themselves hang on a figure (none and some, up and down, all and several) nobody can mend them by rule:
the sentence becomes red, and what the stock writer would say now is offered.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.desk.chips import is_true
from drafter.desk.grounds import Grounds
from drafter.desk.phrasing import Run, Said, runs, say
from drafter.desk.working import Fault, Line
from drafter.dossier.facts import Ledger
from drafter.form.numbers import shown
from drafter.richtext import Piece, PieceKind, Text, joined
from drafter.writing.draft import Draft, Sentence
from drafter.writing.stock.voice import TEMPLATE

CHANGED = "figure-changed"
_LEAST = 0.01
"""Sentences of one place answer each other even where one shows a gap for the other's figure."""
Place = tuple[str, str]
"""Section and aspect: stock sentences are written anew within one."""


@dataclass(frozen=True, slots=True)
class Change:
    """What the report rested on, and what it rests on now."""

    old: Grounds
    new: Grounds
    true: frozenset[tuple[str, str]]
    """Slot and words of every phrase that is true now."""


def followed(old: Grounds, new: Grounds, lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return the sentences with the figures that hold now. Struck-out ones follow as well: they may come back."""
    change = Change(old, new, frozenset((said.slot, str(said.text)) for said in new.phrases))
    kept = list(lines)
    places: dict[Place, None] = {(line.section, line.aspect): None for line in kept}
    rewritten: dict[str, Line] = {}
    behind: dict[str, list[Line]] = {}
    for place in places:
        here = [line for line in kept if (line.section, line.aspect) == place]
        rewritten.update(_stock(change, place, here, behind))
    found: list[Line] = []
    for line in kept:
        found.append(rewritten[line.id] if line.id in rewritten else _following(change, line))
        found += behind.get(line.id, [])
    return tuple(found)


def offered(grounds: Grounds, line: Line) -> Text | None:
    """Return what the stock writer says now of the figures of a line; None where it says nothing of them."""
    refs = set(line.text.refs(PieceKind.FACT))
    sentences = _counting(grounds.stock, (line.section, line.aspect))
    text = joined(item.text for item in sentences if refs.intersection(_refs(item)))
    return text if text.pieces else None


def _stock(change: Change, place: Place, here: list[Line], behind: dict[str, list[Line]]) -> Mapping[str, Line]:
    """Return the lines of a place that are stock as it was, as it is now; what is new stands `behind` the last.

    What had nothing left to say was struck out, and comes back when there is something again.
    """
    before, now = (list(_counting(grounds.stock, place)) for grounds in (change.old, change.new))
    pairs = dict(_pairs(before, now))
    texts = {str(sentence.text): number for number, sentence in enumerate(before)}
    own = {texts[str(line.text)]: line for line in here if line.origin == TEMPLATE and str(line.text) in texts}
    found: dict[str, Line] = {}
    for number, line in own.items():
        is_said = number in pairs
        found[line.id] = _written(line, now[pairs[number]]) if is_said else replace(line, dropped=True)
    gone = [line for line in here if line.dropped and line.origin == TEMPLATE and str(line.text) not in texts]
    if own and len(own) == len(before):
        for number in sorted(set(range(len(now))) - set(pairs.values())):
            if back := next((line for line in gone if _refs(now[number]).intersection(_refs(line))), None):
                gone.remove(back)
                found[back.id] = replace(_written(back, now[number]), dropped=False)
                continue
            after = [line for place, line in own.items() if pairs.get(place, -1) < number]
            last = after[-1] if after else own[min(own)]
            behind.setdefault(last.id, []).append(_further(last, [*here, *behind.get(last.id, [])], now[number]))
    return found


def _pairs(before: list[Sentence], now: list[Sentence]) -> Iterator[tuple[int, int]]:
    """Yield which sentence takes the place of which, none crossing another: those that show most figures in common."""
    shared = [[_LEAST + len(_refs(one) & _refs(other)) for other in now] for one in before]
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(now) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + shared[i][j])
    i = j = 0
    while i < len(before) and j < len(now):
        if best[i][j] == best[i + 1][j + 1] + shared[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _refs(sentence: Sentence | Line) -> set[str]:
    return set(sentence.text.refs(PieceKind.FACT))


def _counting(stock: Draft, place: Place) -> Iterator[Sentence]:
    """Yield the stock sentences of a place that show a figure of the tables or a gap."""
    section, aspect = place
    for paragraph in stock.sections.get(section, ()):
        for sentence in paragraph.sentences if paragraph.aspect == aspect else ():
            if sentence.origin == TEMPLATE and (
                sentence.text.refs(PieceKind.FACT) or sentence.text.refs(PieceKind.GAP)
            ):
                yield sentence


def _written(line: Line, sentence: Sentence) -> Line:
    if line.text == sentence.text:
        return line
    return replace(
        line, text=sentence.text, cites=sentence.cites, state="green", unproved=(), faults=(), accepted_by=""
    )


def _further(last: Line, here: list[Line], sentence: Sentence) -> Line:
    """Return a stock sentence where there was nothing to say before."""
    base = last.id.partition("+")[0]
    taken = [int(line.id.partition("+")[2] or 0) for line in here if line.id.partition("+")[0] == base]
    line = Line(
        f"{base}+{max(taken, default=0) + 1}", last.section, last.paragraph, last.aspect, sentence.text, TEMPLATE
    )
    return replace(line, cites=sentence.cites, wording=TEMPLATE)


def _following(change: Change, line: Line) -> Line:
    """Return a line that is not stock with its figures as they are now, or red where its words hang on them."""
    parts: list[Text] = []
    for run in runs(line.text, change.old.phrases):
        text = _phrase(change, run) if run.said else _chip(change, run.pieces[0])
        if text is None:
            return _red(change, line, "".join(piece.text for piece in run.pieces))
        parts.append(text)
    text = joined(parts)
    if text == line.text and not any(fault.code == CHANGED for fault in line.faults):
        return line
    faults = tuple(fault for fault in line.faults if fault.code != CHANGED)
    state = line.state if faults or line.state != "red" else "amber" if line.unproved else "green"
    return replace(line, text=text, state=state, faults=faults, accepted_by="")


def _phrase(change: Change, run: Run) -> Text | None:
    """Return a phrase as it is said now; None where it would be said in another form."""
    if run.said is None:
        return None
    if (run.said.slot, str(run.said.text)) in change.true:
        return run.said.text
    now = Said(run.said.slot, run.said.variant, say(change.new.ledger, run.said.slot, run.said.variant))
    return now.text if now.form == run.said.form else None


def _chip(change: Change, piece: Piece) -> Text | None:
    """Return a chip as it reads now; None where its words or the direction they tell no longer hold."""
    if piece.kind is not PieceKind.FACT:
        return Text((piece,))
    ledgers = (change.old.ledger, change.new.ledger)
    if is_true(change.new, piece) and _direction(ledgers[0], piece.ref) == _direction(ledgers[1], piece.ref):
        return Text((piece,))
    before, now = (ledger.facts.get(piece.ref) for ledger in ledgers)
    if before is None or now is None or before.value is None or now.value is None:
        return None
    is_figure = piece.text == f"{shown(before.value)}{before.unit}"
    same_form = (before.value == 0) == (now.value == 0) and _direction(ledgers[0], piece.ref) == _direction(
        ledgers[1], piece.ref
    )
    return Text((replace(piece, text=f"{shown(now.value)}{now.unit}"),)) if is_figure and same_form else None


def _direction(ledger: Ledger, fact_id: str) -> str:
    """Return the direction that a fact of a comparison tells; empty for any other fact."""
    kind, _, compared = fact_id.partition(".")
    comparison = ledger.comparisons.get(compared) if kind in ("change", "percent") else None
    return comparison.direction if comparison else ""


def _red(change: Change, line: Line, words: str) -> Line:
    """Return a line that waits for somebody to word it; what was to be accepted of it still is when it holds again."""
    offer = offered(change.new, line)
    advice = f"可以改为：“{offer}”" if offer else "请改写或删去这一句"
    fault = Fault(CHANGED, words, f"数据改了，“{words}”的说法要跟着改。{advice}")
    others = tuple(item for item in line.faults if item.code != CHANGED)
    return replace(line, state="red", faults=(*others, fault), accepted_by="")
