"""Rules I: persons and secrets."""

from drafter.audit.rules.privacy.persons import APPLICANTS, NUMBERS
from drafter.audit.rules.privacy.secrecy import SECRECY

RULES = (NUMBERS, APPLICANTS, SECRECY)
