"""C: the figures of the tables against each other and against last year's."""

from drafter.audit.rule import Rule
from drafter.audit.rules.arithmetic.identities import RULES as IDENTITIES
from drafter.audit.rules.arithmetic.last_year import RULES as LAST_YEAR
from drafter.audit.rules.arithmetic.plausibility import RULES as PLAUSIBILITY
from drafter.audit.rules.arithmetic.totals import RULES as TOTALS

RULES: tuple[Rule, ...] = (*IDENTITIES, *TOTALS, *LAST_YEAR, *PLAUSIBILITY)
