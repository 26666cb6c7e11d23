"""Find the dossiers of a batch: one a subfolder, one a file, or one a row of a county-wide sheet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.dossier.county import townships
from drafter.dossier.workbook.container import SUFFIXES
from drafter.errors import InputError
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.keys import keyed
from drafter.yamltree import Tree

TEXTS = (".yaml", ".yml", ".json")
STEM = "dossier"
SEVERAL = "文件夹里有几份资料，不知道用哪一份；请把要用的一份改名为 dossier（例如 dossier.yaml）"


@dataclass(frozen=True, slots=True)
class Found:
    """The townships of a batch in their order."""

    entries: tuple[Entry, ...]
    trees: Mapping[str, Tree]
    """The dossiers of a county-wide sheet by key: it is read once."""
    unclear: Mapping[str, str]
    """Why it is not clear what is to be drafted, by the key of an entry that is a folder."""


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    path: Path
    unclear: str = ""


def find_entries(source: Path, out: Path) -> Found:
    """Return what a folder or a file holds. OUT may lie in the folder and is not looked into.

    Raises InputError where there is nothing that could be a dossier.
    """
    if source.is_file():
        return _of_file(source)
    if not source.is_dir():
        raise InputError(source, "找不到这个文件夹或文件，请检查名称和所在位置")
    places = list(_places(source, out.resolve(), ()))
    if not places:
        raise InputError(source, f"里面没有资料：每个机关一个子文件夹（内有 {STEM}.yaml 或表格），或者一个文件")
    keys = list(keyed((place.name, place.path.relative_to(source).as_posix()) for place in places))
    entries = [Entry(key, place.name, place.path) for key, place in zip(keys, places, strict=True)]
    unclear = {key: place.unclear for key, place in zip(keys, places, strict=True) if place.unclear}
    return Found(tuple(entries), {}, unclear)


def _of_file(source: Path) -> Found:
    rows = townships(source)
    if not rows:
        return Found((Entry(next(keyed([(source.stem, source.name)])), source.stem, source),), {}, {})
    names = [(name or f"第{number}行", str(number)) for number, (name, _) in enumerate(rows, start=1)]
    keys = list(keyed(names))
    entries = [
        Entry(key, name, source, number) for number, (key, (name, _)) in enumerate(zip(keys, names, strict=True), 1)
    ]
    return Found(tuple(entries), {key: tree for key, (_, tree) in zip(keys, rows, strict=True)}, {})


def _places(folder: Path, out: Path, above: tuple[str, ...]) -> Iterator[_Place]:
    """Yield the dossiers below a folder, sorted by name; a subfolder that holds dossiers is one township."""
    for path in sorted(_listed(folder), key=lambda item: item.name):
        if path.is_dir():
            if path.resolve() != out:
                yield from _below(path, out, above)
        elif is_dossier_name(path):
            yield _Place("_".join((*above, path.stem)), path)


def _below(folder: Path, out: Path, above: tuple[str, ...]) -> Iterator[_Place]:
    files = [path for path in _listed(folder) if path.is_file() and is_dossier_name(path)]
    named = [path for path in files if path.stem.casefold() == STEM]
    name = "_".join((*above, folder.name))
    if len(named) == 1 or len(files) == 1:
        yield _Place(name, (named or files)[0])
    elif files:
        yield _Place(name, folder, SEVERAL)
    else:
        yield from _places(folder, out, (*above, folder.name))


def _listed(folder: Path) -> Iterable[Path]:
    """Return what a folder holds but for what is hidden and for the lock files of Word, Excel and WPS."""
    try:
        return [path for path in folder.iterdir() if not path.name.startswith((".", "~$"))]
    except OSError as error:
        raise InputError(folder, "文件夹读不出来，请检查权限") from error


def is_dossier_name(path: Path) -> bool:
    """Return whether a file is named like a dossier."""
    return path.suffix.lower() in (*TEXTS, *SUFFIXES)
