"""Which cells of a form are sums of other cells, as its identities say."""

from collections.abc import Mapping

from drafter.form.model import Form, Identity
from drafter.form.statistics import Number


def totals(form: Form) -> Mapping[str, tuple[str, ...]]:
    """Return the cells that an identity makes the plain sum of others, each with its parts, in the form's order.

    A cell that two identities make a sum is computed by the first; no cell is computed from itself.
    """
    found: dict[str, tuple[str, ...]] = {}
    for identity in form.identities:
        if _is_plain_sum(identity) and identity.left[0].cell not in found:
            parts = tuple(term.cell for term in identity.right)
            if not _reaches(parts, identity.left[0].cell, found):
                found[identity.left[0].cell] = parts
    return {path: found[path] for path in form.cells if path in found}


def computed_totals(form: Form, values: Mapping[str, Number | None]) -> dict[str, Number]:
    """Return the totals that are not reported and all of whose parts are, each computed from its parts."""
    known, computed, open_totals = dict(values), dict[str, Number](), dict(totals(form))
    while ready := [path for path, parts in open_totals.items() if all(known.get(part) is not None for part in parts)]:
        for path in ready:
            parts = open_totals.pop(path)
            if known.get(path) is None:
                known[path] = computed[path] = sum(value for part in parts if (value := known[part]) is not None)
    return computed


def _is_plain_sum(identity: Identity) -> bool:
    is_plain = all(term.source == "statistics" and term.sign == term.times == 1 for term in identity.terms)
    return is_plain and identity.relation == "=" and len(identity.left) == 1 < len(identity.right)


def _reaches(parts: tuple[str, ...], target: str, found: Mapping[str, tuple[str, ...]]) -> bool:
    return any(part == target or _reaches(found.get(part, ()), target, found) for part in parts)
