"""J: where, when and how a report was handed in."""

from drafter.audit.rule import Rule
from drafter.audit.rules.delivery.filing import RULES as FILING
from drafter.audit.rules.delivery.layout import RULES as LAYOUT
from drafter.audit.rules.delivery.variants import RULES as VARIANTS

RULES: tuple[Rule, ...] = (*FILING, *VARIANTS, *LAYOUT)
