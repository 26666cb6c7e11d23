"""Another wording of a sentence by a model: a candidate with its verdict, which a person takes or leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.desk.actions import Written
from drafter.desk.evidence import evidence_of
from drafter.desk.grounds import Grounds, grounds_of
from drafter.desk.judging import claimed, judged
from drafter.desk.outcome import Refused
from drafter.desk.reading import Slotted, slotted
from drafter.desk.working import Line, WorkingReport
from drafter.dossier.privacy import personal_data
from drafter.errors import BackendError
from drafter.richtext import PieceKind, Text, joined
from drafter.writing.checks.verdict import Claim, State, Verdict, Violation
from drafter.writing.model.asking import repair_request
from drafter.writing.model.judging import Judged
from drafter.writing.model.masking import Material, material
from drafter.writing.model.outline import Slot, Task, Topic
from drafter.writing.model.writer import ModelUse
from drafter.writing.reply import Item, read_reply
from drafter.writing.slots import SLOT

WISH = "请换一种写法：意思不变，占位符一个不少、一个不多"
TOPIC = "0"
_STRAY = re.compile(r"[{}｛｝【】]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another wording: the line as it would be, and what to post as an `Edit` with the origin 模型 to take it."""

    line: Line
    pieces: tuple[Written, ...]


async def reword(working: WorkingReport, line_id: str, use: ModelUse) -> Candidate | Refused:
    """Return another wording of a sentence, judged as every edit is; nothing is taken by itself."""
    line = working.line(line_id)
    if line is None or line.dropped:
        return Refused("line-unknown", "找不到这一句，可能已经被改动或删去，请刷新页面")
    if line.locked:
        return Refused("line-locked", "这一句已经锁定，要换写法请先解锁")
    grounds = grounds_of(working)
    read = slotted(line.text, grounds.phrases)
    task = _task(grounds, line, read)
    if task is None or any(True for _ in personal_data(read.text)):
        return Refused("not-sent", "这一句或它的材料里有个人信息，不能发给模型，请自己改写")
    asked = repair_request(grounds.voice, task, [(0, _wished(claimed(grounds, line)))])
    try:
        answer = await use.backend.complete(asked)
    except BackendError as error:
        return Refused("model-unavailable", f"模型没有用上：{error}")
    reply = read_reply(answer.text, answer.finish)
    if not reply.items:
        reasons = "；".join(failure.message for failure in reply.failures) or "没有写出句子"
        return Refused("model-reply", f"模型的回复用不了：{reasons}")
    return _candidate(grounds, line, read, reply.items[0].text)


def _task(grounds: Grounds, line: Line, read: Slotted) -> Task | None:
    """Return the task of one sentence; None where one of its texts is not sent to a model."""
    materials: list[Material] = []
    for source in evidence_of(grounds, line):
        text = material(source, grounds.texts[source], planned=source in grounds.planned)
        if text is None:
            return None
        materials.append(text)
    slots = tuple(Slot(part.slot, _label(grounds, part.slot), "") for part in read.parts if part.slot)
    title = next((item.title for item in grounds.dossier.form.sections if item.key == line.section), "")
    return Task(line.section, title, (Topic(TOPIC, line.aspect or title, tuple(materials), slots, ()),))


def _label(grounds: Grounds, slot: str) -> str:
    """Return what a slot means to a model; never its value."""
    fact = grounds.ledger.facts.get(slot.partition(":")[2])
    return fact.label if fact and not fact.text else "照原样放"


def _wished(claim: Claim) -> Judged:
    item = Item(claim.kind, TOPIC, (), claim.text)
    wish = Violation("reword", 0, len(claim.text), claim.text, WISH)
    return Judged(item, claim, Verdict(State.RED, (wish,), ()))


def _candidate(grounds: Grounds, line: Line, read: Slotted, words: str) -> Candidate | Refused:
    slots = [f"{kind}:{ref}" for kind, ref in SLOT.findall(words)]
    if sorted(slots) != sorted(part.slot for part in read.parts if part.slot) or _STRAY.search(SLOT.sub("", words)):
        return Refused("model-reply", "模型改动了句子里的数据标签，这个写法不能用，可以再试一次")
    text = joined((*_lead(line), *_filled(read, words, str(line.text)[-1:])))
    changed = judged(grounds, replace(line, text=text, origin="模型"))
    return Candidate(changed, tuple(Written(item.text, item.kind.value, item.ref) for item in text.pieces))


def _lead(line: Line) -> Iterator[Text]:
    first = line.text.pieces[:1]
    if first and first[0].kind is PieceKind.ORDINAL:
        yield Text(first)


def _filled(read: Slotted, words: str, stop: str) -> Iterator[Text | str]:
    """Yield a reply's words with the pieces of each slot in its place, closed as the sentence was."""
    pieces = {part.slot: Text(part.pieces) for part in read.parts if part.slot}
    words, end = words.strip().rstrip("。；;，, "), 0
    for match in SLOT.finditer(words):
        yield words[end : match.start()]
        yield pieces[f"{match[1]}:{match[2]}"]
        end = match.end()
    yield words[end:] + stop
