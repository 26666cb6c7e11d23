"""What a model may see of a clerk's text: the words, with a slot in the place of every figure."""

import re
from dataclasses import dataclass

from drafter.dossier.figures import bind_figures
from drafter.dossier.privacy import personal_data
from drafter.richtext import PieceKind

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Material:
    """A clerk's text by its id, with figures masked; `slots` are those that stand in it."""

    id: str
    text: str
    masked: str
    slots: tuple[str, ...]
    planned: bool = False


def material(source_id: str, text: str, *, planned: bool = False) -> Material | None:
    """Return a text as a model may see it, or None where it holds personal data and is not sent at all.

    A text that is not sent still stands in the report, in the clerk's own words.
    """
    if EMAIL.search(text) or any(True for _ in personal_data(text)):
        return None
    parts, slots = [], []
    for piece in bind_figures(source_id, text).pieces:
        if piece.kind is PieceKind.FACT:
            slots.append(f"n:{piece.ref}")
            parts.append(f"{{{{n:{piece.ref}}}}}")
        elif piece.kind is not PieceKind.ORDINAL:
            parts.append(piece.text)
    return Material(source_id, text, "".join(parts), tuple(slots), planned)
