"""From the text of an edited file to proposals: sentence by sentence, what was changed, put in, struck out, moved."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from drafter.desk.actions import Drop, Edit, Insert, Written
from drafter.desk.word.base import Base
from drafter.desk.word.edited import Revision
from drafter.desk.word.flow import Flow, Landmark, Stretch, run_together
from drafter.desk.word.imported import Change, Proposal
from drafter.desk.word.order import in_order
from drafter.desk.word.sentences import bare, likeness, sentences
from drafter.desk.word.typed import cut, written
from drafter.desk.working import Line
from drafter.findings import Finding, Severity
from drafter.richtext import Text, joined


def changes(flow: Flow, base: Base, firsts: Mapping[int, str]) -> tuple[list[Proposal], list[Finding]]:
    """Return the proposals in the order of the file, and what was changed that no action can take.

    `firsts` names the first sentence below each heading: nothing can be put in before it.
    """
    flow = run_together(flow, {line.id: str(line.text) for line in base.now.lines})
    stretches = [item for item in flow if isinstance(item, Stretch)]
    there = {stretch.line for stretch in stretches if stretch.text.strip()}
    gone = [line for line in base.now.lines if line.id not in there and not line.dropped and base.was_there(line)]
    walk = _Walk(base, in_order(flow, base.now), dict(firsts), {line.id: line for line in gone})
    for item in flow:
        walk.take(item)
    silent = {stretch.line: stretch for stretch in stretches}
    into = {other: stretch.line for stretch in stretches for other in stretch.also}
    for line in walk.gone.values():
        walk.proposals.append(_dropped(line, silent.get(line.id), base, into.get(line.id, "")))
    return walk.proposals, walk.problems


@dataclass(slots=True)
class _Walk:
    """The walk through the file, from heading to heading and sentence to sentence."""

    base: Base
    kept: Set[str]
    firsts: dict[int, str]
    gone: dict[str, Line]
    """The sentences that the file does not have any more."""
    proposals: list[Proposal] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    heading: int = 0
    before: str = ""
    """The sentence that a new one would stand behind; none between a heading and its first sentence."""

    def take(self, item: Stretch | Landmark) -> None:
        """Go on to the next part of the file."""
        if isinstance(item, Landmark):
            self.heading, self.before = item.number, ""
        elif line := self._line(item):
            self._known(line, item)
        elif self.before:
            self.proposals += (_insert(text, self.before, item) for text in sentences(item.text))
        else:
            self.problems.append(_homeless(item))

    def _line(self, stretch: Stretch) -> Line | None:
        """Return the sentence that a stretch is; new text in the place of a heading's first sentence is that one."""
        if stretch.line:
            return self.base.now.line(stretch.line)
        return None if self.before else self.gone.pop(self.firsts.get(self.heading, ""), None)

    def _known(self, line: Line, stretch: Stretch) -> None:
        if line.dropped:
            self.problems += [] if self.base.untouched(line, stretch) else [_struck_since(line, stretch)]
        elif not stretch.text.strip() or line.id in self.kept or not stretch.line:
            self.proposals += _changed(line, stretch, self.before, self.base)
            self.before = line.id
        elif self.before:
            self.proposals += _moved(line, stretch, self.before)
        else:
            self.problems.append(_homeless(stretch))


def _changed(line: Line, stretch: Stretch, before: str, base: Base) -> Iterator[Proposal]:
    if not stretch.text.strip() or base.untouched(line, stretch):
        return
    joined_to = [other for other in map(base.now.line, stretch.also) if other]
    parts, own = _parted(str(line.text), stretch.text)
    old = joined([line.text, *(other.text for other in joined_to)])
    pieces = cut(written(old, "".join(parts)), [len(part) for part in parts])
    for number, (part, chips) in enumerate(zip(parts, pieces, strict=True)):
        signed = _signed(stretch.revisions)
        if number != own:
            after = before if before and number < own else line.id
            yield Proposal(Change.INSERTED, Insert(after, chips, _cites(chips, line)), after, "", part, *signed)
        elif bare(part) != bare(str(line.text)):
            cites = tuple(dict.fromkeys(cited for each in (line, *joined_to) for cited in each.cites))
            action = Edit(line.id, chips, cites if joined_to else None)
            stale = base.changed_since(line, stretch)
            yield Proposal(Change.EDITED, action, line.id, str(line.text), part, *signed, stale)


def _parted(old: str, new: str) -> tuple[list[str], int]:
    """Return the sentences of a stretch, and which of them is the old one, whose own stops do not part it."""
    parts, size = sentences(new), max(1, len(sentences(old)))
    if len(parts) <= size:
        return ["".join(parts)], 0
    starts = range(len(parts) - size + 1)
    at = max(starts, key=lambda start: likeness(bare(old), bare("".join(parts[start : start + size]))))
    return [*parts[:at], "".join(parts[at : at + size]), *parts[at + size :]], at


def _cites(chips: Sequence[Written], line: Line) -> tuple[str, ...]:
    """Return what a part of a sentence that became one of its own rests on: all that the whole did."""
    return line.cites if any(chip.ref for chip in chips) else ()


def _insert(text: str, after: str, stretch: Stretch) -> Proposal:
    action = Insert(after, written(Text(), text))
    return Proposal(Change.INSERTED, action, after, "", text, *_signed(stretch.revisions))


def _moved(line: Line, stretch: Stretch, before: str) -> Iterator[Proposal]:
    signed = _signed(stretch.revisions)
    text = stretch.text.strip()
    yield Proposal(Change.MOVED, Drop(line.id), line.id, str(line.text), "", *signed, moved=line.id)
    action = Insert(before, written(line.text, text), line.cites)
    yield Proposal(Change.MOVED, action, before, "", text, *signed, moved=line.id)


def _dropped(line: Line, stretch: Stretch | None, base: Base, into: str) -> Proposal:
    signed = _signed(stretch.revisions if stretch else ())
    stale = base.changed_since(line, stretch)
    change = Change.JOINED if into else Change.DROPPED
    return Proposal(change, Drop(line.id), line.id, str(line.text), "", *signed, stale, into=into)


def _signed(revisions: Sequence[Revision]) -> tuple[tuple[str, ...], str]:
    """Return who made a change, and when the last of them did."""
    authors = tuple(dict.fromkeys(revision.author for revision in revisions if revision.author))
    return authors, max((revision.at for revision in revisions), default="")


def _struck_since(line: Line, stretch: Stretch) -> Finding:
    message = f"桌面上已经删去的“{str(line.text)[:40]}”，在文件里改成了“{stretch.text[:40]}”，没有导入"
    return Finding("line-dropped", Severity.WARNING, line.id, message, "要用这一句的，请在桌面上恢复后再改")


def _homeless(stretch: Stretch) -> Finding:
    message = f"“{stretch.text.strip()[:40]}”加在标题和第一句话之间，没有导入：新的句子只能跟在一句话的后面"
    return Finding("text-outside", Severity.WARNING, "file", message, "请在桌面上改写第一句话，或把它放到后面")
