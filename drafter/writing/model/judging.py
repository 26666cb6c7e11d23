"""Judge the sentences of a reply: where they may stand, what they cite, what they say."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.writing.checks.verdict import Claim, State, Verdict, Violation, verdict
from drafter.writing.model.outline import Task, Topic
from drafter.writing.model.placing import placement_faults
from drafter.writing.reply import Item
from drafter.writing.slots import SLOT
from drafter.writing.stock.voice import Voice

Judge = Callable[[Claim], Verdict]
UNCITED_KINDS = ("stat",)


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of a reply with what it was judged by and the verdict."""

    item: Item
    claim: Claim
    verdict: Verdict

    @property
    def is_usable(self) -> bool:
        """Return whether the sentence may stand, for a person to accept where it is amber."""
        return self.verdict.state is not State.RED

    @property
    def slots(self) -> tuple[str, ...]:
        """Return the slots that the sentence places, such as `p:app_new`."""
        return slots_of(self.item.text)

    @property
    def holds(self) -> tuple[str, ...]:
        """Return what no other sentence may tell again: its slots, and its words without their stops."""
        return (*self.slots, _bare(self.item.text))


def slots_of(text: str) -> tuple[str, ...]:
    """Return the slots in a text in their order."""
    return tuple(f"{kind}:{ref}" for kind, ref in SLOT.findall(text))


def judge_items(voice: Voice, task: Task, items: Iterable[Item], taken: Iterable[str], judge: Judge) -> list[Judged]:
    """Return the items judged. `taken` is what accepted sentences already hold: a fact is told once."""
    held = set(taken)
    judged = []
    for item in (_placed(task, _narrowed(task, item)) for item in items):
        topic = task.topic(item.topic)
        claim = _claim(voice, topic, item)
        found = judge(claim)
        faults = [*_place_faults(topic, item), *_repeated(item, held)]
        if faults:
            found = verdict([*found.violations, *faults], found.unproved)
        judged.append(Judged(item, claim, found))
        if judged[-1].is_usable:
            held.update(judged[-1].holds)
    return [_whole(task, item, held) for item in judged]


def _narrowed(task: Task, item: Item) -> Item:
    """Return the item citing only what it can tell: a material whose figures it places none of is told elsewhere.

    Citing less never proves more, and what nobody cites any longer stands in the clerk's own words.
    """
    placed = set(slots_of(item.text))
    untold = {
        text.id
        for topic in task.topics
        for text in topic.materials
        if text.slots and not placed.intersection(text.slots)
    }
    left = tuple(source for source in item.cites if source not in untold)
    return replace(item, cites=left) if left and any(slot.startswith("n:") for slot in placed) else item


def _placed(task: Task, item: Item) -> Item:
    """Return the item in the one topic that holds all it cites and places: that decides, not the name a model gave."""
    needed = {*item.cites, *slots_of(item.text)}
    homes = [
        topic.key
        for topic in task.topics
        if needed <= {*(text.id for text in topic.materials), *(slot.id for slot in topic.slots)}
    ]
    return replace(item, topic=homes[0]) if needed and len(homes) == 1 else item


def _whole(task: Task, judged: Judged, held: set[str]) -> Judged:
    """Return the sentence, refused where a figure of a note it tells is told nowhere: half a note misleads."""
    topic = task.topic(judged.item.topic)
    cited = [text for text in topic.materials if text.id in judged.item.cites] if topic else []
    missing = [f"{{{{{slot}}}}}" for text in cited for slot in text.slots if slot not in held]
    if not missing or not judged.is_usable:
        return judged
    fault = _fault(judged.item, "figure-missing", f"材料里的 {'、'.join(missing)} 没有用上，请放进这句话")
    return Judged(judged.item, judged.claim, verdict([*judged.verdict.violations, fault], judged.verdict.unproved))


def _claim(voice: Voice, topic: Topic | None, item: Item) -> Claim:
    organ = voice.dossier.organ
    cited = [text for text in topic.materials if text.id in item.cites] if topic else []
    own_slots = {slot for text in cited for slot in text.slots}
    phrases = {slot.id for slot in topic.slots if not slot.id.startswith("n:")} if topic else set()
    return Claim(
        text=item.text,
        notes=tuple(text.text for text in cited),
        planned=bool(cited) and all(text.planned for text in cited),
        kind=item.kind,
        slots=frozenset(own_slots | phrases),
        level=organ.level,
        reported=True,
        own_names=tuple(name for name in (organ.name, organ.short, organ.county, organ.office, organ.website) if name),
    )


def _place_faults(topic: Topic | None, item: Item) -> Iterator[Violation]:
    """Yield what is wrong with where a sentence stands and what it cites."""
    if topic is None:
        yield _fault(item, "topic-unknown", f"没有“{item.topic}”这个题目")
        return
    known = {text.id: text for text in topic.materials}
    for source in item.cites:
        if source not in known:
            yield _fault(item, "cite-unknown", f"这个题目没有编号为“{source}”的材料")
    if not item.cites and item.kind not in UNCITED_KINDS:
        yield _fault(item, "cite-missing", "没有写依据的材料编号")
    has_table_slot = any(not slot.startswith("n:") for slot in slots_of(item.text))
    if not item.cites and item.kind in UNCITED_KINDS and not has_table_slot:
        yield _fault(item, "cite-missing", "不写材料编号的句子要有表格数据的占位符")
    yield from placement_faults(item, tuple(known[source] for source in item.cites if source in known))
    plans = [known[source].planned for source in item.cites if source in known]
    if item.kind == "deed" and any(plans):
        yield _fault(item, "plan-done", "依据的材料是打算，不能写成已经做了")


def _bare(text: str) -> str:
    """Return a sentence without its stops: the same words with another full stop are the same sentence."""
    return re.sub(r"[\W_]", "", SLOT.sub(lambda match: match[2], text))


def _repeated(item: Item, held: set[str]) -> Iterator[Violation]:
    if _bare(item.text) in held:
        yield _fault(item, "sentence-repeated", "前面已经有同样的一句")
    for slot in slots_of(item.text):
        if slot in held:
            yield _fault(item, "fact-repeated", f"{{{{{slot}}}}} 前面的句子已经用过")


def _fault(item: Item, code: str, message: str) -> Violation:
    return Violation(code, 0, len(item.text), item.text, message)
