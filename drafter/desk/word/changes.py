"""From the text of an edited file to proposals: sentence by sentence, what was changed, put in, struck out, moved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.desk.actions import Drop, Edit, Insert, Written
from drafter.desk.word.edited import Revision
from drafter.desk.word.flow import Flow, Stretch, run_together
from drafter.desk.word.imported import Change, Proposal
from drafter.desk.word.sentences import bare, likeness, sentences
from drafter.desk.word.typed import cut, written
from drafter.desk.working import Line, WorkingReport
from drafter.findings import Finding, Severity
from drafter.richtext import Text, joined

_SAME = 0.8
"""A sentence struck out here and put in there is a moved one where the two are as alike as this."""


@dataclass(frozen=True, slots=True)
class Base:
    """What the file was written from: the report as it was then, where that is known, and as it is now."""

    now: WorkingReport
    then: WorkingReport | None = None

    def was_there(self, line: Line) -> bool:
        """Return whether the file was written with a sentence."""
        before = self.then.line(line.id) if self.then else line
        return before is not None and not before.dropped

    def changed_since(self, line: Line, stretch: Stretch | None) -> bool:
        """Return whether the desk has changed a sentence since the file was written, as far as that is known."""
        if stretch and stretch.mark:
            return not stretch.mark.said(str(line.text))
        before = self.then.line(line.id) if self.then else None
        return before is not None and bare(str(before.text)) != bare(str(line.text))

    def untouched(self, line: Line, stretch: Stretch) -> bool:
        """Return whether the file says of a sentence what it said when it was written."""
        if bare(stretch.text) == bare(str(line.text)) or (stretch.mark and stretch.mark.said(stretch.text)):
            return True
        before = self.then.line(line.id) if self.then else None
        return before is not None and bare(str(before.text)) == bare(stretch.text)


def changes(flow: Flow, base: Base) -> tuple[list[Proposal], list[Finding]]:
    """Return the proposals in the order of the file, and what was changed that no action can take."""
    flow = run_together(flow, {line.id: str(line.text) for line in base.now.lines})
    stretches = [item for item in flow if isinstance(item, Stretch)]
    there = {stretch.line for stretch in stretches if stretch.text.strip()}
    proposals: list[Proposal] = []
    problems: list[Finding] = []
    kept = _in_order([stretch.line for stretch in stretches if stretch.line and stretch.text.strip()], base.now)
    before = ""
    for item in flow:
        if not isinstance(item, Stretch):
            continue
        line = base.now.line(item.line) if item.line else None
        if line is None:
            found = [_insert(text, before, item) for text in sentences(item.text)]
        elif line.dropped:
            problems += [] if base.untouched(line, item) else [_struck_since(line, item)]
            continue
        elif item.text.strip() and line.id not in kept:
            found = list(_moved(line, item, before))
        else:
            found = list(_changed(line, item, before, base))
            before = line.id
        if any(not proposal.where for proposal in found):
            problems.append(_homeless(item))
        proposals += (proposal for proposal in found if proposal.where)
    gone = [line for line in base.now.lines if line.id not in there and not line.dropped and base.was_there(line)]
    silent = {stretch.line: stretch for stretch in stretches}
    into = {other: stretch.line for stretch in stretches for other in stretch.also}
    proposals += (_dropped(line, silent.get(line.id), base, into.get(line.id, "")) for line in gone)
    return list(_paired(proposals, base)), problems


def _in_order(lines: Sequence[str], report: WorkingReport) -> set[str]:
    """Return the most sentences that stand in the file in the order of the report; the others were moved."""
    order = {line.id: number for number, line in enumerate(report.lines)}
    longest: list[tuple[str, ...]] = []
    for line in lines:
        before = [chain for chain in longest if order[chain[-1]] < order[line]]
        longest.append((*_longest(before), line))
    return set(_longest(longest))


def _longest(chains: list[tuple[str, ...]]) -> tuple[str, ...]:
    return max(chains, key=len, default=())


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
            after = before if number < own else line.id
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


def _paired(proposals: list[Proposal], base: Base) -> Iterator[Proposal]:
    """Yield the proposals, a sentence struck out and put in again elsewhere said to be a moved one."""
    dropped = {proposal.where: proposal for proposal in proposals if proposal.change is Change.DROPPED}
    moved: dict[str, str] = {}
    for number, proposal in enumerate(proposals):
        if proposal.change is not Change.INSERTED:
            continue
        for line, gone in dropped.items():
            if line not in moved and likeness(bare(gone.before), bare(proposal.after)) >= _SAME:
                moved[line] = line
                proposals[number] = _moved_to(proposal, base.now.line(line))
                break
    for proposal in proposals:
        is_gone = proposal.change is Change.DROPPED and proposal.where in moved
        yield replace(proposal, change=Change.MOVED, moved=proposal.where) if is_gone else proposal


def _moved_to(proposal: Proposal, line: Line | None) -> Proposal:
    if line is None:
        return proposal
    action = Insert(proposal.where, written(line.text, proposal.after), line.cites)
    return replace(proposal, change=Change.MOVED, action=action, moved=line.id)


def _struck_since(line: Line, stretch: Stretch) -> Finding:
    message = f"桌面上已经删去的“{str(line.text)[:40]}”，在文件里改成了“{stretch.text[:40]}”，没有导入"
    return Finding("line-dropped", Severity.WARNING, line.id, message, "要用这一句的，请在桌面上恢复后再改")


def _homeless(stretch: Stretch) -> Finding:
    message = f"“{stretch.text[:40]}”加在第一句话之前，没有可以跟在后面的句子，没有导入"
    return Finding("text-outside", Severity.WARNING, "file", message, "请在桌面上改写第一句话，把它写进去")
