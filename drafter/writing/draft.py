"""A draft: the sentences of every section, before headings and tables are put around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.richtext import PieceKind, Text

PREAMBLE = "preamble"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body with its origin: the unit of check, edit and provenance."""

    id: str
    text: Text
    origin: str
    """模板, 材料原文, 模型 or 编辑."""
    cites: tuple[str, ...] = ()
    """Ids of the notes, problems or cells it rests on."""
    state: str = "green"
    """green, or amber where a person must still accept the words in `unproved`."""
    unproved: tuple[str, ...] = ()
    """Words that neither the cited notes nor the approved vocabulary account for."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of sentences."""

    section: str
    sentences: tuple[Sentence, ...]
    aspect: str = ""

    def __str__(self) -> str:
        """Return the text a reader sees."""
        return "".join(str(sentence.text) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Draft:
    """The paragraphs of the preamble and of every section, by section key, in order."""

    sections: Mapping[str, tuple[Paragraph, ...]]

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence in the order of the report."""
        for paragraphs in self.sections.values():
            for paragraph in paragraphs:
                yield from paragraph.sentences

    def gaps(self) -> list[str]:
        """Return what is still to be filled in: the text of every 【待补：…】."""
        return [gap for sentence in self.sentences() for gap in sentence.text.refs(PieceKind.GAP)]
