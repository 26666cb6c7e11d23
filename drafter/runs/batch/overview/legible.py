"""Text that came from outside, as a page or a sheet may show it."""

from unicodedata import category

_UNSEEN = frozenset(["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
REPLACEMENT = "\ufffd"


def legible(text: str) -> str:
    """Return a text in one line without what nobody sees: such characters hide words or turn their order round."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if character in "\t\r\n" else REPLACEMENT if category(character) in _UNSEEN else character
        for character in text
    )


def cut(text: str, most: int) -> str:
    """Return the beginning of a legible text that is longer than `most` characters, marked as cut."""
    shown = legible(text[: most + 1])
    return shown if len(text) <= most else f"{shown[:most]}…"
