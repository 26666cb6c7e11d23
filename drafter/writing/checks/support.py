"""All checks of a sentence against the notes it cites."""

from drafter.writing.checks.actors import check_exchanged, check_subjects
from drafter.writing.checks.additions import check_additions, check_listed, check_reason, check_surplus, check_unknown
from drafter.writing.checks.credit import check_credit
from drafter.writing.checks.deeds import check_deeds, check_grave, check_rules
from drafter.writing.checks.effects import check_effects
from drafter.writing.checks.embellished import check_embellished
from drafter.writing.checks.named_things import check_named_things
from drafter.writing.checks.neighbours import check_level, check_neighbours, check_places
from drafter.writing.checks.order import check_order, check_sequence
from drafter.writing.checks.participation import check_participation
from drafter.writing.checks.plans import check_plans
from drafter.writing.checks.polarity import check_polarity
from drafter.writing.checks.regularity import check_habit, check_regularity
from drafter.writing.checks.repetition import check_empty, check_repetition
from drafter.writing.checks.roles import check_agents, check_roles
from drafter.writing.checks.scope import check_partial, check_scope, check_widened
from drafter.writing.checks.superlatives import check_superlatives
from drafter.writing.checks.swapped import check_swapped
from drafter.writing.checks.symbols import check_old_numerals, check_order_words, check_symbols
from drafter.writing.checks.times import check_times
from drafter.writing.checks.unsaid import check_complaint, check_pending, check_praise, check_solved
from drafter.writing.checks.verdict import Check

SUPPORT_CHECKS: tuple[Check, ...] = (
    check_empty,
    check_named_things,
    check_roles,
    check_agents,
    check_deeds,
    check_grave,
    check_rules,
    check_plans,
    check_participation,
    check_regularity,
    check_polarity,
    check_complaint,
    check_pending,
    check_solved,
    check_times,
    check_superlatives,
    check_effects,
    check_additions,
    check_reason,
    check_scope,
    check_partial,
    check_order,
    check_sequence,
    check_swapped,
    check_neighbours,
    check_places,
    check_symbols,
    check_old_numerals,
    check_order_words,
    check_level,
    check_repetition,
    check_listed,
    check_unknown,
    check_surplus,
    check_habit,
    check_widened,
    check_praise,
    check_exchanged,
    check_credit,
    check_embellished,
    check_subjects,
)
