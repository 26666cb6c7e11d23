"""Rules H: what is copied, and what says nothing."""

from drafter.audit.rules.copying.emptiness import FIGURES, LENGTH
from drafter.audit.rules.copying.problems import REPEATED_PROBLEMS, UNANSWERED
from drafter.audit.rules.copying.sameness import LAST_YEAR, NEIGHBOURS

RULES = (LAST_YEAR, NEIGHBOURS, REPEATED_PROBLEMS, UNANSWERED, FIGURES, LENGTH)
