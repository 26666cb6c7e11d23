"""Rules D: what the prose says of figures, against the tables, against itself and against last year."""

from drafter.audit.rules.narrative.missing import MISSING
from drafter.audit.rules.narrative.parts import OWN_LIST, PARTS, ROUGH_PARTS, UNBROKEN
from drafter.audit.rules.narrative.percentages import PERCENTAGES
from drafter.audit.rules.narrative.repeated import REPEATED, UNCHANGED
from drafter.audit.rules.narrative.results import RESULT_COUNT
from drafter.audit.rules.narrative.tables import APPLICATION_COUNT, DISPUTE_COUNT, DOCUMENT_COUNT
from drafter.audit.rules.narrative.trends import TRENDS
from drafter.audit.rules.narrative.wording import ROUNDING, UNITS

RULES = (
    APPLICATION_COUNT,
    DISPUTE_COUNT,
    RESULT_COUNT,
    PARTS,
    ROUGH_PARTS,
    OWN_LIST,
    UNBROKEN,
    REPEATED,
    PERCENTAGES,
    MISSING,
    UNITS,
    ROUNDING,
    UNCHANGED,
    DOCUMENT_COUNT,
    TRENDS,
)
