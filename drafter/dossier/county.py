"""A county-wide sheet: every township in it, with everything wrong with it."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from drafter.dossier.intake import assess, prior_of
from drafter.dossier.reading import file_content
from drafter.dossier.workbook.container import is_workbook, read_container
from drafter.dossier.workbook.county_sheet import county_trees, find_county
from drafter.findings import Finding
from drafter.yamltree import Tree


class CountyDossier(NamedTuple):
    """One township of a county-wide sheet: its name, its dossier, and everything wrong with it."""

    name: str
    tree: Tree
    findings: tuple[Finding, ...]


def county_dossiers(path: Path) -> list[CountyDossier]:
    """Return the townships of a county-wide sheet in its order; every finding names its township.

    A file that holds no such sheet gives none. Raises InputError where it cannot be read.
    """
    return [_assessed(name, tree, path) for name, tree in townships(path)]


def townships(path: Path) -> list[tuple[str, Tree]]:
    """Return the name and the dossier of each township of a county-wide sheet, unchecked; none of another file.

    Raises InputError where the file cannot be read.
    """
    content = file_content(path)
    if not is_workbook(path, content):
        return []
    sheets = read_container(path, content).sheets
    county = find_county(sheets)
    if county is None:
        return []
    return county_trees(county, [sheet.name for sheet in sheets])


def _assessed(name: str, tree: Tree, path: Path) -> CountyDossier:
    findings = assess(tree, prior_of(tree, path)).findings
    named = tuple(replace(finding, message=f"{name}：{finding.message}") for finding in findings)
    return CountyDossier(name, tree, named)
