"""Rules F: whose report it is, and what belongs in it."""

from drafter.audit.rules.scope.levels import KINDS, LEVELS
from drafter.audit.rules.scope.names import NAMES
from drafter.audit.rules.scope.placeholders import PLACEHOLDERS
from drafter.audit.rules.scope.terms import CONCEPTS, OUTSIDE, SITES

RULES = (NAMES, LEVELS, KINDS, PLACEHOLDERS, SITES, CONCEPTS, OUTSIDE)
