"""The text of an edited file in its order: headings, sentences by their marks, and text that bears none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.desk.word.edited import Bit, EditedFile, Passage, Revision
from drafter.desk.word.marks import HEADING, LINE, Mark
from drafter.desk.word.sentences import bare, clauses, is_ended, likeness, sentences

_LIKE = 0.3
_MISPLACED = 3
"""So many marks at the words of other sentences are a program's doing, and no mark is believed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the file: the text of a sentence, or text that no mark names."""

    text: str
    line: str = ""
    """The sentence that it is; empty where that is not known."""
    mark: Mark | None = None
    passage: int = 0
    revisions: tuple[Revision, ...] = ()
    comments: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """The sentences that were run together with it into one."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """A heading, by its number in the report; 0 is the title."""

    number: int
    passage: int
    text: str


Flow = list[Stretch | Landmark]


@dataclass(frozen=True, slots=True)
class Known:
    """What the report holds that a file is read against."""

    lines: dict[str, str]
    """The sentences that the file was written with, by slug: their ids."""
    texts: dict[str, str]
    """The text of every sentence by its id."""
    headings: tuple[str, ...]
    """The title, then every heading in order."""
    signature: tuple[str, ...]


def flow_of(file: EditedFile, known: Known) -> Flow:
    """Return the file in its order; every sentence that has a mark is one stretch, whatever was typed at its edges."""
    flow = _flow(list(file.passages()), known)
    if _displaced(flow, known) >= _MISPLACED:
        return _flow([passage.unmarked() for passage in file.passages()], known)
    return flow


def _displaced(flow: Flow, known: Known) -> int:
    """Return how many marks stand at the very words of another sentence: LibreOffice does that in an .rtf."""
    lines = {bare(text): line for line, text in known.texts.items()}
    stretches = (item for item in flow if isinstance(item, Stretch) and item.line)
    return sum(lines.get(bare(item.text), item.line) != item.line for item in stretches)


def _flow(passages: list[Passage], known: Known) -> Flow:
    flow: Flow = []
    for number, passage in enumerate(passages):
        landmarks = list(_landmarks(passage, known, number, flow))
        flow += landmarks
        is_prose = not landmarks or passage.has_lines
        if is_prose and bare(passage.text) not in {bare(line) for line in known.signature}:
            flow += _settled(list(_stretches(passage, number, known)), known)
    return _merged(flow)


def _landmarks(passage: Passage, known: Known, number: int, before: Flow) -> Iterator[Landmark]:
    """Yield the headings that a paragraph holds: by their marks, else the next one that it says."""
    marked = {mark: int(mark.slug) for mark in passage.marks if mark.kind == HEADING and mark.slug.isdecimal()}
    for mark, at in sorted(marked.items(), key=lambda item: item[1]):
        if at < len(known.headings):
            text = "".join(bit.text for bit in passage.bits if bit.mark == mark and not bit.deleted)
            yield Landmark(at, number, text if len(marked) > 1 or passage.has_lines else passage.text)
    if not marked:
        passed = max((item.number for item in before if isinstance(item, Landmark)), default=-1)
        for at, heading in enumerate(known.headings[passed + 1 :], passed + 1):
            if bare(heading) == bare(passage.text) != "":
                yield Landmark(at, number, passage.text)
                return


def _stretches(passage: Passage, number: int, known: Known) -> Iterator[Stretch]:
    """Yield the stretches of a paragraph; those of headings are left out."""
    for mark, bits in groupby(passage.bits, key=lambda bit: bit.mark):
        if mark is None or mark.kind != HEADING:
            yield _stretch(mark, list(bits), number, known)


def _stretch(mark: Mark | None, bits: list[Bit], number: int, known: Known) -> Stretch:
    line = known.lines.get(mark.slug, "") if mark and mark.kind == LINE else ""
    revisions = tuple(revision for bit in bits for revision in (bit.inserted, bit.deleted) if revision)
    comments = tuple(dict.fromkeys(comment for bit in bits for comment in bit.comments))
    text = "".join(bit.text for bit in bits if not bit.deleted)
    return Stretch(text, line, mark if line else None, number, revisions, comments)


def _settled(stretches: list[Stretch], known: Known) -> list[Stretch]:
    """Return the stretches of a paragraph, what was typed at the edge of a sentence joined to the sentence.

    Word and LibreOffice put what is typed at the end of a bookmark now inside, now outside of it.
    """
    settled: list[Stretch] = []
    for at, stretch in enumerate(stretches):
        if stretch.line or not stretch.text.strip():
            settled.append(stretch)
            continue
        parts = clauses(stretch.text)
        if settled and settled[-1].line and parts and _continues(settled[-1], stretch.text, known):
            settled[-1] = _with(settled[-1], settled[-1].text + parts.pop(0), stretch)
        following = stretches[at + 1] if at + 1 < len(stretches) else None
        if parts and following and following.line and following.text and not is_ended(parts[-1]):
            stretches[at + 1] = _with(following, parts.pop() + following.text, stretch)
        settled += [replace(stretch, text=text) for text in sentences("".join(parts))]
    return settled


def _continues(before: Stretch, text: str, known: Known) -> bool:
    """Return whether text without a mark goes on with the sentence before it, or stands in its place."""
    if before.text.strip():
        return not is_ended(before.text)
    return likeness(bare(known.texts[before.line]), bare(text)) >= _LIKE


def _with(stretch: Stretch, text: str, joined: Stretch) -> Stretch:
    comments = tuple(dict.fromkeys((*stretch.comments, *joined.comments)))
    return replace(stretch, text=text, revisions=(*stretch.revisions, *joined.revisions), comments=comments)


def run_together(flow: Flow, texts: dict[str, str]) -> Flow:
    """Return the flow with sentences made one where the stop between them was typed over."""
    joined: Flow = []
    for item in flow:
        last = joined[-1] if joined else None
        if isinstance(item, Stretch) and isinstance(last, Stretch) and _runs_on(last, item, texts):
            joined[-1] = replace(_with(last, last.text + item.text, item), also=(*last.also, item.line))
        else:
            joined.append(item)
    return joined


def _runs_on(last: Stretch, item: Stretch, texts: dict[str, str]) -> bool:
    if not (last.line and item.line and last.text.strip() and item.text.strip() and last.passage == item.passage):
        return False
    return is_ended(texts[last.line]) and not is_ended(last.text)


def _merged(flow: Flow) -> Flow:
    """Return the flow with the parts of one sentence made one: somebody broke a paragraph in the middle of it."""
    merged: Flow = []
    for item in flow:
        last = merged[-1] if merged else None
        if isinstance(item, Stretch) and isinstance(last, Stretch) and item.line and item.line == last.line:
            merged[-1] = _with(last, last.text + item.text, item)
        elif not isinstance(item, Stretch) or item.line or item.text.strip():
            merged.append(item)
    return merged
