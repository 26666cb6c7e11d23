"""Rules E: years, periods, words of another time and documents cited."""

from drafter.audit.rules.time.citations import ABBREVIATED, GARBLED, SUPERSEDED
from drafter.audit.rules.time.period import PERIOD
from drafter.audit.rules.time.phrases import STALE
from drafter.audit.rules.time.years import YEARS

RULES = (YEARS, PERIOD, STALE, SUPERSEDED, GARBLED, ABBREVIATED)
