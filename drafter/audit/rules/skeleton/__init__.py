"""B: the official tables, their rows, labels and cells."""

from drafter.audit.rule import Rule
from drafter.audit.rules.skeleton.blanks import RULES as BLANKS
from drafter.audit.rules.skeleton.numbers import RULES as NUMBERS
from drafter.audit.rules.skeleton.presence import RULES as PRESENCE
from drafter.audit.rules.skeleton.shape import RULES as SHAPE
from drafter.audit.rules.skeleton.wording import RULES as WORDING

RULES: tuple[Rule, ...] = (*PRESENCE, *WORDING, *SHAPE, *BLANKS, *NUMBERS)
