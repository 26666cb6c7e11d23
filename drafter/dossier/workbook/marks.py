"""The identities of a form as live formulas: what each mark says, and where it stands beside or beneath its cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from drafter.dossier.workbook.places import FEES, FRONT, Key, Place, ranges
from drafter.form.model import Form, Identity, Term

HOLDS, FAILS = "√", "×"
"""What a mark begins with."""
_MORE = {"=": "差", "<=": "多", ">=": "少"}


@dataclass(frozen=True, slots=True)
class Family:
    """The instances of one identity that are marked on one sheet, in one column beside or in one row beneath."""

    title: str
    law: str
    sheet: str
    is_beside: bool
    line: int
    """Which of the columns beside, or of the rows beneath, is theirs, counted from 0."""
    identities: tuple[tuple[Identity, Place], ...]
    """Each with the cell it is about: its mark stands in the same row (beside) or column (beneath)."""


def families(form: Form, places: Mapping[Key, Place]) -> tuple[Family, ...]:
    """Return the identities of a form by where they are marked. One whose cells the workbook lacks has no mark."""
    found: list[Family] = []
    for _, group in groupby(form.identities, key=lambda identity: identity.id.partition(":")[0]):
        members = [item for item in group if all((term.source, term.cell) in places for term in item.terms)]
        placed = tuple((item, places[(item.terms[0].source, item.terms[0].cell)]) for item in members)
        if placed:
            found.append(_family(placed, found))
    return tuple(found)


def formula(identity: Identity, places: Mapping[Key, Place], sheet: str) -> str:
    """Return the formula of a mark: nothing while a cell is empty or no number, √, or × with the difference."""
    cells = [places[(term.source, term.cell)] for term in identity.terms]
    left, right = (_side(terms, places, sheet) for terms in (identity.left, identity.right))
    gap = f"ROUND(({left})-({right}),6)" if identity.right else f"ROUND({left},6)"
    holds = f"{gap}{'=' if identity.relation == '=' else identity.relation}0"
    fails = f'"{FAILS} {_MORE[identity.relation]}"&ABS({gap})' if identity.right else f'"{FAILS} 应为0"'
    judged = f'IF(COUNT({ranges(cells, sheet)})<{len(cells)},"",IF({holds},"{HOLDS}",{fails}))'
    return f'=IF({_exempt(identity, places, sheet)},"",{judged})' if identity.levels else f"={judged}"


def total_formula(parts: Iterable[Place], sheet: str) -> str:
    """Return the formula of a total: nothing until every part is a number."""
    cells = list(parts)
    named = ranges(cells, sheet)
    return f'=IF(COUNT({named})<{len(cells)},"",SUM({named}))'


def _family(placed: tuple[tuple[Identity, Place], ...], earlier: list[Family]) -> Family:
    rows, columns = ({getattr(place, axis) for _, place in placed} for axis in ("row", "column"))
    identity, sheet = placed[0][0], placed[0][1].sheet
    is_beside = sheet == FEES or len(rows) >= len(columns)
    taken = [family for family in earlier if family.sheet == sheet and family.is_beside == is_beside]
    line = len(taken)
    if is_beside:
        free = (number for number in range(len(taken) + 1) if not rows & _rows(taken, number))
        line = next(free)
    return Family(identity.title, identity.law, sheet, is_beside, line, placed)


def _rows(taken: list[Family], line: int) -> set[int]:
    return {place.row for family in taken if family.line == line for _, place in family.identities}


def _side(terms: tuple[Term, ...], places: Mapping[Key, Place], sheet: str) -> str:
    """Return one side as an expression: sums of neighbours, then the terms that are subtracted or scaled."""
    text = ""
    for (sign, times), group in groupby(terms, key=lambda term: (term.sign, term.times)):
        cells = [places[(term.source, term.cell)] for term in group]
        named = ranges(cells, sheet)
        text += ("-" if sign < 0 else "+" if text else "") + (f"SUM({named})" if len(cells) > 1 else named)
        text += f"*{times}" if times != 1 else ""
    return text


def _exempt(identity: Identity, places: Mapping[Key, Place], sheet: str) -> str:
    """Return the condition under which an identity does not concern the organ: its level is another."""
    level = places.get(("organ", "level"), Place(FRONT, 0, 0)).seen_from(sheet)
    return "AND(" + ",".join(f'{level}<>"{name}"' for name in ("", *identity.levels)) + ")"
