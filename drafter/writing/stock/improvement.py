"""五、存在的主要问题及改进情况: last year's problems, this year's, and a measure for each."""

from collections.abc import Callable
from dataclasses import dataclass

from drafter.richtext import Text, joined
from drafter.writing.draft import Paragraph, Sentence
from drafter.writing.phrases import gap
from drafter.writing.stock.voice import TEMPLATE, Voice, item_lead, ordinal

SECTION = "improvement"
Tell = Callable[[str, str, str, Text], Sentence]
"""Says a source's text, closed by an end, after a lead."""

LAST, PROBLEMS, MEASURES = "上年度问题整改情况", "存在的主要问题", "改进措施"


@dataclass(frozen=True, slots=True)
class Pair:
    """A problem and its measure, each with the id it is cited by; an empty measure is still to be filled in."""

    problem_id: str
    problem: str
    measure_id: str
    measure: str


def write_improvement(voice: Voice, tell: Tell | None = None) -> tuple[Paragraph, ...]:
    """Return what became of last year's problems, then the problems, then a measure for each in the same order.

    `tell` words the problems and measures; without it they stand in the clerk's own words.
    """
    tell = tell or voice.quote
    titled = voice.choice.pick("improvement:titled", (True, False))
    pairs, further = problem_pairs(voice)
    paragraphs = []
    if voice.dossier.last_problems:
        paragraphs.append(Paragraph(SECTION, _last(voice), LAST if titled else ""))
    paragraphs.append(Paragraph(SECTION, _problems(voice, tell, pairs), PROBLEMS if titled else ""))
    paragraphs.append(Paragraph(SECTION, _measures(voice, tell, pairs, further), MEASURES if titled else ""))
    return tuple(paragraphs)


def problem_pairs(voice: Voice) -> tuple[list[Pair], list[tuple[str, str]]]:
    """Return problems with their measures, and the measures and plans that answer no problem in particular.

    Notes on 问题 and on 改进 are paired in their order, after the pairs that the clerk gave.
    """
    dossier = voice.dossier
    pairs = [Pair(f"{p.id}.text", p.text, f"{p.id}.measure", p.measure) for p in dossier.problems]
    open_problems = [note for note in dossier.notes if note.aspect == "问题"]
    answers = [note for note in dossier.notes if note.aspect == "改进"]
    for number, note in enumerate(open_problems):
        answer = answers[number] if number < len(answers) else None
        pairs.append(Pair(note.id, note.text, answer.id if answer else "", answer.text if answer else ""))
    plans = [note for note in dossier.notes if note.planned and note.aspect not in ("问题", "改进")]
    further = [*answers[len(open_problems) :], *plans]
    return pairs, [(note.id, note.text) for note in further]


def _last(voice: Voice) -> tuple[Sentence, ...]:
    items = []
    for number, last in enumerate(voice.dossier.last_problems, start=1):
        problem = voice.quote(f"{last.id}.text", last.text, end="").text
        lead = joined((item_lead(number), "关于“", problem, "”的问题，"))
        items.append(
            voice.quote(f"{last.id}.status", last.status, _end(number, len(voice.dossier.last_problems)), lead)
        )
    return (voice.say("improvement.last"), *items)


def _problems(voice: Voice, tell: Tell, pairs: list[Pair]) -> tuple[Sentence, ...]:
    if not pairs:
        return (voice.missing(PROBLEMS),)
    items = [
        tell(pair.problem_id, pair.problem, _end(number, len(pairs)), item_lead(number))
        for number, pair in enumerate(pairs, start=1)
    ]
    return (voice.say("improvement.problems"), *items)


def _measures(voice: Voice, tell: Tell, pairs: list[Pair], further: list[tuple[str, str]]) -> tuple[Sentence, ...]:
    if not pairs:
        return (voice.missing(MEASURES),)
    items = [_measure(tell, number, pair, _end(number, len(pairs))) for number, pair in enumerate(pairs, start=1)]
    more = [_more(voice, number, note_id, text) for number, (note_id, text) in enumerate(further)]
    return (voice.say("improvement.measures"), *items, *more)


def _measure(tell: Tell, number: int, pair: Pair, end: str) -> Sentence:
    if pair.measure.strip():
        return tell(pair.measure_id, pair.measure, end, item_lead(number))
    what = gap(f"第{ordinal(number)}个问题的改进措施")
    return Sentence("", joined((item_lead(number), what, end)), TEMPLATE, (pair.problem_id,))


def _more(voice: Voice, number: int, note_id: str, text: str) -> Sentence:
    """Return a further plan; the first is introduced by a connective."""
    quoted = voice.quote(note_id, text)
    if number:
        return quoted
    introduced: Text = voice.say("improvement.more", text=quoted.text).text
    return Sentence("", introduced, quoted.origin, quoted.cites)


def _end(number: int, count: int) -> str:
    return "。" if number == count else "；"
