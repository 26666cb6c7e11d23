"""The checks of what a sentence says of numbers, amounts, times and documents."""

from drafter.writing.checks.characters import hidden_characters
from drafter.writing.checks.dates import dates
from drafter.writing.checks.documents import document_numbers
from drafter.writing.checks.enumerators import enumerators
from drafter.writing.checks.frequency import frequencies
from drafter.writing.checks.majority import majorities
from drafter.writing.checks.numerals import numerals
from drafter.writing.checks.rankings import rankings
from drafter.writing.checks.slots import hedged_slots, malformed_slots, repeated_slots, slot_units, unknown_slots
from drafter.writing.checks.trends import trends
from drafter.writing.checks.universals import universals
from drafter.writing.checks.vague import vague_quantities
from drafter.writing.checks.verdict import Check
from drafter.writing.checks.zero import zeros

QUANTITY_CHECKS: tuple[Check, ...] = (
    hidden_characters,
    malformed_slots,
    unknown_slots,
    repeated_slots,
    hedged_slots,
    slot_units,
    numerals,
    vague_quantities,
    universals,
    zeros,
    majorities,
    trends,
    frequencies,
    rankings,
    dates,
    document_numbers,
    enumerators,
)
