"""The clerk's notes in the order and connection the stock writer gives them."""

from collections.abc import Sequence

from drafter.dossier.model import Note
from drafter.richtext import Text, joined, plain
from drafter.writing.draft import Sentence
from drafter.writing.stock.template import stock_templates
from drafter.writing.stock.voice import NOTHING, Voice, item_lead

LISTED_FROM = 3
MOST_LISTED = 9


def note_sentences(voice: Voice, aspect: str) -> list[Sentence]:
    """Return the notes on what was done in an aspect, numbered 一是、二是 or joined by a connective."""
    notes = [note for note in voice.dossier.notes if note.aspect == aspect and not note.planned]
    chains = _ordered(voice, aspect, chains_of(notes))
    listed = LISTED_FROM <= len(chains) <= MOST_LISTED and voice.choice.pick(f"list:{aspect}", (True, False))
    sentences: list[Sentence] = []
    for number, chain in enumerate(chains, start=1):
        lead = item_lead(number) if listed else _connective(voice, aspect, number, chain[0])
        sentences += [voice.quote(note.id, note.text, lead=lead if i == 0 else NOTHING) for i, note in enumerate(chain)]
    return sentences


def chains_of(notes: Sequence[Note]) -> list[list[Note]]:
    """Return the notes in chains: a note that opens with 其中, 同时 … stays behind the one before it."""
    chains: list[list[Note]] = []
    for note in notes:
        if chains and note.text.strip().startswith(stock_templates().continues):
            chains[-1].append(note)
        else:
            chains.append([note])
    return chains


def _ordered(voice: Voice, aspect: str, chains: list[list[Note]]) -> list[list[Note]]:
    """Return the chains as the clerk gave them or those with figures first: order varies, facts do not.

    A plan that is not the first may have any order.
    """
    if voice.choice.reorders:
        return voice.choice.shuffled(f"order:{aspect}", chains)
    if voice.choice.pick(f"order:{aspect}", (True, False)):
        return chains
    return sorted(chains, key=lambda chain: not any(True for note in chain for _ in voice.ledger.of_note(note.id)))


def _connective(voice: Voice, aspect: str, number: int, note: Note) -> Text:
    """Return 同时， or the like before one of the notes of an aspect, and nothing before the others."""
    place = voice.choice.pick(f"connective:{aspect}", (2, 3))
    if number != place or note.text.strip().startswith(stock_templates().continues):
        return joined(())
    return plain(voice.choice.pick(f"connective-word:{aspect}", stock_templates().connectives))
