"""Every rule of the audit, in the order of the catalogue."""

from drafter.audit.rule import Rule
from drafter.audit.rules.arithmetic import RULES as ARITHMETIC
from drafter.audit.rules.copying import RULES as COPYING
from drafter.audit.rules.delivery import RULES as DELIVERY
from drafter.audit.rules.language import RULES as LANGUAGE
from drafter.audit.rules.narrative import RULES as NARRATIVE
from drafter.audit.rules.privacy import RULES as PRIVACY
from drafter.audit.rules.scope import RULES as SCOPE
from drafter.audit.rules.skeleton import RULES as SKELETON
from drafter.audit.rules.structure import RULES as STRUCTURE
from drafter.audit.rules.time import RULES as TIME

_PARTS = (STRUCTURE, SKELETON, ARITHMETIC, NARRATIVE, TIME, SCOPE, LANGUAGE, COPYING, PRIVACY, DELIVERY)
RULES: tuple[Rule, ...] = tuple(sorted((rule for part in _PARTS for rule in part), key=lambda rule: rule.id))
