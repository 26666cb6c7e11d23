"""How much a township published in the year, where one of its notes says it outright."""

import re

from drafter.dossier.model import Dossier

_TOTAL = re.compile(
    r"(?:^|[。；])(?:([0-9]{4})年度?)?，?(?:全年|全年度|本年度?|年内)?(?:共|累计|总共)?"
    r"(?:主动)?(?:公开|发布)(?:各类|各项)?(?:政府|政务)?信息(?:共计?)?([0-9]{1,7})条"
)


def published_items(dossier: Dossier) -> int | None:
    """Return the year's total of published items; None where no note on 主动公开 begins a sentence with it."""
    for note in dossier.notes:
        match = _TOTAL.search(note.text) if note.aspect == "主动公开" and not note.planned else None
        if match and match[1] in (None, str(dossier.year)):
            return int(match[2])
    return None
