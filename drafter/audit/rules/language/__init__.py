"""Rules G: words, signs and sentences."""

from drafter.audit.rules.language.contacts import CONTACTS
from drafter.audit.rules.language.punctuation import ENDINGS, PAIRS, WIDTHS
from drafter.audit.rules.language.style import BLAMES, DOUBLED, LONG
from drafter.audit.rules.language.words import LOST, TWICE, WRONG

RULES = (TWICE, WRONG, LOST, PAIRS, WIDTHS, CONTACTS, ENDINGS, DOUBLED, LONG, BLAMES)
