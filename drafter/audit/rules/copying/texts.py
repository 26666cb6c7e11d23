"""The sections of a report as texts to compare, masked of its own names."""

from dataclasses import dataclass
from functools import lru_cache

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, body
from drafter.audit.similarity import grams, masked
from drafter.reading.report import PublishedReport

SECTIONS = {"overview": "总体情况", "improvement": "存在的主要问题及改进情况"}
SHORTEST = 80
"""Masked characters below which a section is too short to be called a copy."""


@dataclass(frozen=True, slots=True)
class Body:
    """A section as it is compared."""

    passages: tuple[Passage, ...]
    text: str
    grams: frozenset[str]
    names: tuple[str, ...]

    @property
    def is_long_enough(self) -> bool:
        """Return whether there is enough to judge."""
        return len(self.text) >= SHORTEST

    def same_sentences(self, other: "Body") -> list[Passage]:
        """Return the sentences whose words another section has almost all of, the longest first."""
        found = []
        for passage in self.passages:
            own = grams(masked(passage.text, self.names))
            if len(own) >= 8 and len(own & other.grams) >= 0.85 * len(own):
                found.append((len(own), passage))
        return [passage for _, passage in sorted(found, key=lambda pair: -pair[0])]


def body_of(audited: Audited, section: str) -> Body:
    """Return a section of the report under audit."""
    contact = audited.report.contact
    names = (contact.organ, contact.short, contact.county, contact.province)
    return _body(body(audited, section), tuple(name for name in names if name))


def body_of_report(report: PublishedReport, section: str, audited: Audited) -> Body:
    """Return a section of another report: last year's or a neighbour's."""
    return body_of(Audited(report, report.year, report.form, audited.profile), section)


# A county's reports are each compared with all others: every section is masked once.
@lru_cache(maxsize=512)
def _body(passages: tuple[Passage, ...], names: tuple[str, ...]) -> Body:
    text = masked("".join(passage.text for passage in passages), names)
    return Body(passages, text, grams(text), names)
