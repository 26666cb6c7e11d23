"""A: sections, headings, the title, the outline, lists and the closing lines."""

from drafter.audit.rule import Rule

RULES: tuple[Rule, ...] = ()
