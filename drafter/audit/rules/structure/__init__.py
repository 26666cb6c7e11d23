"""A: sections, headings, the title, the outline, lists and the closing lines."""

from drafter.audit.rule import Rule
from drafter.audit.rules.structure.emptiness import RULES as EMPTINESS
from drafter.audit.rules.structure.listing import RULES as LISTING
from drafter.audit.rules.structure.outline import RULES as OUTLINE
from drafter.audit.rules.structure.overview import RULES as OVERVIEW
from drafter.audit.rules.structure.paragraphs import RULES as PARAGRAPHS
from drafter.audit.rules.structure.sections import RULES as SECTIONS
from drafter.audit.rules.structure.signature import RULES as SIGNATURE
from drafter.audit.rules.structure.title import RULES as TITLE

RULES: tuple[Rule, ...] = (
    *SECTIONS,
    *OVERVIEW,
    *TITLE,
    *OUTLINE,
    *EMPTINESS,
    *LISTING,
    *PARAGRAPHS,
    *SIGNATURE,
)
