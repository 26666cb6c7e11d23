"""Turn an accepted sentence of a model into text with the origin of every figure."""

from drafter.dossier.figures import read_figures
from drafter.richtext import PieceKind, Text, joined, piece
from drafter.writing.checks.verdict import State
from drafter.writing.draft import Sentence
from drafter.writing.model.judging import Judged
from drafter.writing.slots import fill_slots
from drafter.writing.stock.voice import NOTHING, Voice

MODEL = "模型"


def rendered(voice: Voice, judged: Judged, lead: Text = NOTHING, end: str = "。") -> Sentence:
    """Return the sentence with its slots filled, closed by `end`; fixed terms of the notes keep their note."""
    words = judged.item.text.strip().rstrip("。；;，, ")
    filled = fill_slots(words, lambda kind, ref: voice.slot(f"{kind}:{ref}"))
    text = joined(_with_terms(filled, judged))
    cites = tuple(dict.fromkeys((*judged.item.cites, *text.refs(PieceKind.FACT))))
    state = "amber" if judged.verdict.state is State.AMBER else "green"
    unproved = tuple(item.words for item in judged.verdict.unproved)
    return Sentence("", joined((lead, text, end)), MODEL, cites, state, unproved)


def _with_terms(text: Text, judged: Judged) -> list[Text | str]:
    """Return the pieces, the fixed terms in plain ones (三审三校) made pieces that name the note they stand in."""
    source = judged.item.cites[0] if judged.item.cites else ""
    parts: list[Text | str] = []
    for item in text.pieces:
        if item.kind is not PieceKind.PLAIN:
            parts.append(Text((item,)))
            continue
        end = 0
        for figure in read_figures(item.text):
            if figure.kind == "term":
                parts += [item.text[end : figure.start], piece(figure.text, PieceKind.TERM, source)]
                end = figure.end
        parts.append(item.text[end:])
    return parts
