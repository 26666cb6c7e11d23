"""J: where, when and how a report was handed in."""

from drafter.audit.rule import Rule

RULES: tuple[Rule, ...] = ()
