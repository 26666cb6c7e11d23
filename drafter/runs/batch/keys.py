"""The name of a township's folder: the same in every run, and one that every system takes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
MOST = 60
OURS = ("总览.xlsx", "总览.html", "退回清单.xlsx")


def safe_name(name: str) -> str:
    """Return a name as a folder can carry it on Windows too; never empty, never hidden."""
    text = FORBIDDEN.sub("_", unicodedata.normalize("NFC", name))
    text = "".join(character for character in text if character.isprintable())[:MOST].strip(" .")
    return f"_{text}" if not text or RESERVED.fullmatch(text) or text in OURS else text


def keyed(named: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a key for each (name, place). Of those that would share one, all after the first carry their place's hash.

    Systems that do not tell upper from lower case would put two folders into one: they share a key too.
    """
    taken: set[str] = set()
    for name, place in named:
        key = safe_name(name)
        if key.casefold() in taken:
            key = f"{key}-{sha256(place.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
        taken.add(key.casefold())
        yield key
