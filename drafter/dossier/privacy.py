"""Find numbers that belong to a person: identity cards, mobile phones, bank cards."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

_IDENTITY = re.compile(r"(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")
_MOBILE = re.compile(r"(?<![0-9])1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])")
_CARD = re.compile(r"(?<![0-9])[3-6][0-9]{3}(?: ?[0-9]{4}){3}(?: ?[0-9]{1,3})?(?![0-9])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number of a person, `text[start:end]`, with most of its digits hidden."""

    kind: str
    start: int
    end: int
    masked: str


def personal_data(text: str, *, phones: bool = True) -> Iterator[tuple[str, str]]:
    """Yield the kind and the masked form of every personal number in a text; full-width digits count."""
    for found in personal_numbers(normalize("NFKC", text), phones=phones):
        yield found.kind, found.masked


def personal_numbers(text: str, *, phones: bool = True) -> Iterator[PersonalNumber]:
    """Yield every personal number in a text of usual digits, with its place."""
    for match in _IDENTITY.finditer(text):
        if is_identity_number(match[0]):
            yield PersonalNumber("身份证号", *match.span(), _masked(match[0]))
    if phones:
        for match in _MOBILE.finditer(text):
            yield PersonalNumber("手机号", *match.span(), _masked(match[0]))
    for match in _CARD.finditer(text):
        digits = match[0].replace(" ", "")
        if not is_identity_number(digits) and passes_luhn(digits):
            yield PersonalNumber("银行卡号", *match.span(), _masked(digits))


def is_identity_number(text: str) -> bool:
    """Return whether 18 characters carry the check digit of GB 11643."""
    if len(text) != 18 or not text[:17].isdecimal():
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == text[17].upper()


def passes_luhn(digits: str) -> bool:
    """Return whether the digits carry the check digit of ISO/IEC 7812."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _masked(number: str) -> str:
    return f"{number[:3]}{'*' * (len(number) - 5)}{number[-2:]}"
