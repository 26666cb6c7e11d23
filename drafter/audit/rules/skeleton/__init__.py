"""B: the official tables, their rows, labels and cells."""

from drafter.audit.rule import Rule

RULES: tuple[Rule, ...] = ()
