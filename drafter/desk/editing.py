"""Changing sentences: edit, insert, drop, lock."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.audit.closed_world import unaccounted
from drafter.desk.actions import Drop, Edit, Insert, Lock, Written
from drafter.desk.binding import Setting, bound, clean
from drafter.desk.chips import Pool, misplaced, render
from drafter.desk.evidence import evidence_of
from drafter.desk.grounds import Grounds, grounds_of
from drafter.desk.judging import judged, judgement
from drafter.desk.outcome import Done, Refused
from drafter.desk.state import text_json
from drafter.desk.working import Line, WorkingReport
from drafter.richtext import Piece, PieceKind, Text, joined, plain

EDITED, MODEL = "编辑", "模型"
MOST_CHARACTERS = 800
MOST_PIECES = 200
TOO_LONG = Refused("too-long", f"一句话最多 {MOST_CHARACTERS} 个字，请分成几句")
UNBOUND = frozenset({"numeral", "slot-malformed", "hidden-character", "document-number"})
"""Faults that no sentence may be kept with, not even in red: a figure without a source."""
ENDS = "。；！？：”）"
NO_LINE = Refused("line-unknown", "找不到这一句，可能已经被改动，请刷新页面")


def edit(working: WorkingReport, action: Edit) -> Done | Refused:
    """Return the report with a sentence in other words, every figure in them bound and the whole judged."""
    line = working.line(action.line)
    if line is None:
        return NO_LINE
    if refusal := _origin(line, action.origin):
        return refusal
    cites = line.cites if action.cites is None else action.cites
    changed = written(working, replace(line, cites=cites, origin=action.origin), action.pieces)
    if isinstance(changed, Refused):
        return changed
    if changed == line:
        return Refused("unchanged", "这一句没有改动")
    return Done(working.with_line(changed), line.id, line_json(line), line_json(changed))


def _origin(line: Line, origin: str) -> Refused | None:
    if origin not in (EDITED, MODEL):
        return Refused("origin-unknown", "这句话的来源只能是编辑或模型")
    if origin == MODEL and line.locked:
        return Refused("line-locked", "这一句已经锁定，不能换成别的写法；要换先解锁")
    return None


def insert(working: WorkingReport, action: Insert) -> Done | Refused:
    """Return the report with a new sentence behind another one."""
    before = working.line(action.after)
    if before is None:
        return NO_LINE
    place = (before.section, before.paragraph, before.aspect)
    line = written(working, Line(_free_id(working, before), *place, Text(), EDITED, action.cites), action.pieces)
    if isinstance(line, Refused):
        return line
    at = working.lines.index(before) + 1
    lines = (*working.lines[:at], line, *working.lines[at:])
    return Done(replace(working, lines=lines), line.id, {}, line_json(line))


def drop(working: WorkingReport, action: Drop) -> Done | Refused:
    """Return the report with a sentence struck out, or brought back."""
    line = working.line(action.line)
    if line is None:
        return NO_LINE
    if line.dropped == action.dropped:
        return Refused("unchanged", "这一句已经删去了" if line.dropped else "这一句本来就在报告里")
    changed = replace(line, dropped=action.dropped)
    return Done(working.with_line(changed), line.id, {"dropped": line.dropped}, {"dropped": action.dropped})


def lock(working: WorkingReport, action: Lock) -> Done | Refused:
    """Return the report with a sentence locked against other wordings, or unlocked."""
    line = working.line(action.line)
    if line is None:
        return NO_LINE
    if line.locked == action.locked:
        return Refused("unchanged", "这一句已经锁定了" if line.locked else "这一句没有锁定")
    changed = replace(line, locked=action.locked)
    return Done(working.with_line(changed), line.id, {"locked": line.locked}, {"locked": action.locked})


def written(working: WorkingReport, line: Line, pieces: Sequence[Written]) -> Line | Refused:
    """Return a line saying what was written: chips as code says them, typed figures bound, the whole judged."""
    grounds = grounds_of(working)
    unknown = [source for source in line.cites if source not in grounds.texts and source not in grounds.ledger.facts]
    if unknown:
        return Refused("cite-unknown", f"没有编号为“{unknown[0]}”的材料或数据")
    if len(pieces) > MOST_PIECES or sum(len(item.text) for item in pieces) > MOST_CHARACTERS:
        return TOO_LONG
    pool = Pool(line.text.pieces, tuple(item for other in working.lines for item in other.text.pieces))
    text = composed(grounds, pool, pieces)
    if isinstance(text, Text):
        text = _usable(_closed(_trimmed(text), line.text))
    if isinstance(text, Text):
        text = bound(Setting(grounds, pool, line.cites), text)
    return text if isinstance(text, Refused) else settled(grounds, replace(line, text=text))


def composed(grounds: Grounds, pool: Pool, pieces: Iterable[Written]) -> Text | Refused:
    """Return what was written, with chips as code says them and typed words as they were typed."""
    parts: list[Text] = []
    for item in pieces:
        text = plain(clean(item.text)) if item.kind == PieceKind.PLAIN else render(grounds, pool, item)
        if isinstance(text, Refused):
            return text
        parts.append(text)
    return joined(parts)


def _usable(text: Text) -> Text | Refused:
    if not str(text).strip("。；，、：！？ "):
        return Refused("empty", "这一句是空的；不要这一句，请用“删去”")
    if len(str(text)) > MOST_CHARACTERS:
        return TOO_LONG
    return text


def settled(grounds: Grounds, line: Line) -> Line | Refused:
    """Return a line with its new text judged; refused where a figure in it still has no source."""
    if chip := misplaced(line):
        return Refused("chip-misplaced", f"“{chip.text}”不能放在这里：序号只能在句首，联系方式只能在开头一段")
    if bare := unaccounted(line.text):
        words = str(line.text)[max(0, bare[0] - 4) : bare[0] + 4]
        return Refused("figure-unbound", f"“{words}”里有没有来源的数字，请改用数据标签，或删去")
    found = judgement(grounds, line)
    for fault in found.verdict.violations:
        if fault.code in UNBOUND:
            words = found.read.words(fault.start, fault.end)
            return Refused("figure-unbound", f"“{words}”没有数据来源：{found.read.told(fault.message)}")
    cites = dict.fromkeys((*line.cites, *evidence_of(grounds, line), *line.text.refs(PieceKind.FACT)))
    line = replace(line, cites=tuple(cites))
    if str(line.text) != line.drafted:
        return judged(grounds, line)
    as_drafted = replace(line, origin=line.wording)
    if line.wording == MODEL:
        return judged(grounds, as_drafted)
    return replace(as_drafted, state="green", unproved=(), faults=(), accepted_by="")


def line_json(line: Line) -> dict[str, object]:
    """Return what the trail keeps of a sentence."""
    return {
        "text": str(line.text),
        "pieces": text_json(line.text),
        "origin": line.origin,
        "cites": list(line.cites),
        "state": line.state,
    }


def _free_id(working: WorkingReport, before: Line) -> str:
    base = before.id.partition("+")[0]
    taken = [int(line.id.partition("+")[2] or 0) for line in working.lines if line.id.partition("+")[0] == base]
    return f"{base}+{max(taken) + 1}"


def _trimmed(text: Text) -> Text:
    """Return a text without blanks at its ends."""
    pieces = list(text.pieces)
    if pieces and pieces[0].kind is PieceKind.PLAIN:
        pieces[0] = Piece(pieces[0].text.lstrip())
    if pieces and pieces[-1].kind is PieceKind.PLAIN:
        pieces[-1] = Piece(pieces[-1].text.rstrip())
    return joined([Text(tuple(pieces))])


def _closed(text: Text, earlier: Text) -> Text:
    """Return a text that ends as a sentence: with its own stop, or with the one that stood there."""
    last, stop = str(text)[-1:], str(earlier)[-1:]
    return text if last in ENDS or not last else text + (stop if stop in ENDS and stop else "。")
