"""Names of places and organs: the report's own chain, and those that must not stand in it."""

import re
from collections.abc import Iterable
from pathlib import Path

from drafter.audit.audited import Gazetteer
from drafter.dossier.reading import read_source
from drafter.errors import InputError
from drafter.reading.report import PublishedReport, ReadContact

_PLACE = re.compile("(?:镇|乡|街道|苏木|县|区|市|州|盟|旗|省)$")
_GOVERNMENT = re.compile("(?:人民政府|办事处|政府)$")
_SHORTEST = 2


def gazetteer_of(report: PublishedReport, names: Iterable[str], siblings: Iterable[PublishedReport]) -> Gazetteer:
    """Return the report's own chain, and those of the names and of the siblings that are other places'."""
    own = own_chain(report.contact)
    others = {place_of(name) for name in names}
    for sibling in siblings:
        others |= {sibling.contact.short, place_of(sibling.contact.organ)}
    others = {_below(name, own) for name in others}
    others = {name for name in others if len(name) >= _SHORTEST and not _is_own(name, own)}
    return Gazetteer(own, frozenset(others))


def own_chain(contact: ReadContact) -> frozenset[str]:
    """Return the names of the reporting organ and of those above it."""
    names = (contact.organ, contact.short, place_of(contact.organ), contact.county, contact.province)
    return frozenset(name for name in names if len(name) >= _SHORTEST)


def place_of(name: str) -> str:
    """Return the place an organ is of, such as 石桥镇 of 石桥镇人民政府; empty for an organ that is no government.

    Departments of the county may well be named in a report of one of its townships.
    """
    place = _GOVERNMENT.sub("", name.strip())
    return place if _PLACE.search(place) else ""


def _below(name: str, own: frozenset[str]) -> str:
    """Return a name without the county or province of the report in front of it; empty for one of these."""
    for mine in sorted(own, key=len, reverse=True):
        name = name.removeprefix(mine)
    return name


def _is_own(name: str, own: frozenset[str]) -> bool:
    """Return whether a name is one of the report's own, or a part of one that is no name of a place beside it.

    河口镇 ends 大河口镇 and may be its neighbour all the same; 大河口镇 ends 栖云县大河口镇 and is it.
    """
    if any(name == mine or (mine.endswith(name) and mine.removesuffix(name) in own) for mine in own):
        return True
    return any(name in mine and not _GOVERNMENT.sub("", mine).endswith(name) for mine in own)


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names in a file: a name a line, or YAML with a list under any key.

    Raises InputError where the file cannot be read or holds no name.
    """
    is_tree = path.suffix.lower() in (".yaml", ".yml", ".json")
    found = list(_names(read_source(path).value)) if is_tree else _lines(path)
    if not found:
        raise InputError(path, "里面没有名称；请一行写一个地名或机关名，或写成 YAML 清单")
    return tuple(dict.fromkeys(found))


def _lines(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(path, "不是 UTF-8 文本；请用记事本另存为 UTF-8 再试") from error
    except OSError as error:
        raise InputError(path, "找不到这个文件，或没有权限读取") from error
    return [name for line in lines if (name := line.partition("#")[0].strip().strip("-、，,").strip())]


def _names(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, dict):
        for item in value.values():
            yield from _names(item)
    elif isinstance(value, list):
        for item in value:
            yield from _names(item)
