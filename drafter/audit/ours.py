"""The audit of a draft of ours: the same rules as for anybody's report, but for those that were asked before."""

from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.auditing import audit
from drafter.audit.catalogue import RULES
from drafter.audit.gazetteer import gazetteer_of
from drafter.audit.rule import Rule
from drafter.audit.spot import Observation
from drafter.document.blocks import Document
from drafter.dossier.model import Dossier
from drafter.form.profile import load_profile
from drafter.reading.own import report_of_document

_SAID_OF_THE_DOSSIER = frozenset({"B07", "B10", "B16", "C01", "C02", "C03", "C04", "C06", "C07", "C08", "C11"})
"""The figures were held against each other and last year's when the dossier was checked, with the line to mend."""
_SAID_OF_THE_SENTENCES = frozenset({"D01", "D02", "D03", "D14", "E01", "F04", "H04", "H06"})
"""Said of the same words, by sentence or note: `prose-contradicts-table`, `note-year`, `to-fill`, `placeholder-left`,
`overview-length`."""
_OF_OUR_MAKING = frozenset({"A16", "F07", "G09"})
"""Whether a report closes with organ and date, and what is told of neighbouring work, is the clerk's choice; the
preamble names two laws in full."""


def audit_of_ours(dossier: Dossier, document: Document) -> tuple[Observation, ...]:
    """Return what is wrong with a draft of ours, as anybody would read it."""
    report = report_of_document(document, dossier)
    audited = Audited(
        report=report,
        year=dossier.year,
        form=dossier.form,
        profile=load_profile(dossier.profile),
        gazetteer=gazetteer_of(report, (), ()),
    )
    return audit(audited, rules_for_ours())


@cache
def rules_for_ours() -> tuple[Rule, ...]:
    """Return the rules that a draft of ours is held against."""
    said = _SAID_OF_THE_DOSSIER | _SAID_OF_THE_SENTENCES | _OF_OUR_MAKING
    return tuple(rule for rule in RULES if rule.id not in said)
