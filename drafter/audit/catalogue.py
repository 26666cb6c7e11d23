"""Every rule of the audit, in the order of the catalogue."""

from drafter.audit.rule import Rule
from drafter.audit.rules.arithmetic import RULES as ARITHMETIC
from drafter.audit.rules.delivery import RULES as DELIVERY
from drafter.audit.rules.skeleton import RULES as SKELETON
from drafter.audit.rules.structure import RULES as STRUCTURE

RULES: tuple[Rule, ...] = tuple(
    sorted((*STRUCTURE, *SKELETON, *ARITHMETIC, *DELIVERY), key=lambda rule: rule.id),
)
