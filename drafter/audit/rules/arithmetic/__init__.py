"""C: the figures of the tables against each other and against last year's."""

from drafter.audit.rule import Rule

RULES: tuple[Rule, ...] = ()
