"""B03, B04, B12, B13, B15: labels that are altered, of another year, noisy or broken, and the note of 表三."""

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.audit.audited import Audited
from drafter.audit.labels import (
    SHORTEST,
    RowLabels,
    bare,
    labels_of_others,
    listed,
    nearest,
    printed_heads,
    printed_rows,
    unnumbered,
)
from drafter.audit.placing import at_row, at_table
from drafter.audit.rule import Rule
from drafter.audit.skeleton import has_values, skeletons
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.report import ReadTable

_SOURCE = "国办公开办函〔2021〕30号、〔2019〕60号附件格式"
_MOST = 5
"""Where a table has more altered labels than this, one spot speaks for all."""
_NOISE = re.compile(r"\s|[()]|[“”\"]?三安全一稳\s定")
_GLOSS = re.compile("（[^（）]*）$")
_FEWEST = 2


def _altered(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every label that was cut or changed; labels of another edition are another rule's."""
    for found in skeletons(audited.report):
        others = labels_of_others(found.table.edition, found.table.key)
        spots = [
            at_row(found.table, row, f"行名写成了“{row.label.strip()}”，应当是“{printed.label}”", _COPY)
            for row, printed in found.pairs
            if printed.label and _differs(row.label, printed) and bare(row.label) not in others
        ]
        spots += [
            at_table(found.table, f"栏目名写成了“{head.strip()}”，应当是“{official}”", _COPY, head)
            for head, official in altered_heads(found.table)
        ]
        if len(spots) > _MOST:
            quotes = [spot.quote.partition(" | ")[0] for spot in spots]
            yield at_table(found.table, f"有 {len(spots)} 个栏目名与统一格式不同：{listed(quotes)}", _COPY)
        else:
            yield from spots


_COPY = "请照统一格式的原文改正，一字不差"


def _differs(written: str, printed: RowLabels) -> bool:
    """Return whether a label is not the printed one.

    A lost number, a gloss in brackets behind it, and the group read into it (B13 speaks of that) do not count.
    """
    mine, theirs = unnumbered(written), unnumbered(printed.label)
    if mine in (theirs, "") or _GLOSS.sub("", mine) == theirs:
        return False
    lead = bare(written).removesuffix(bare(printed.label))
    return lead == bare(written) or not any(lead in bare(group) for group in printed.groups)


def altered_heads(table: ReadTable) -> list[tuple[str, str]]:
    """Return the column labels that resemble one of the form without being it, each with the one it resembles."""
    official = printed_heads(table.edition, table.key)
    near = ((head, nearest(head, official)) for head in unknown_heads(table))
    return [(head, label) for head, label in near if label]


def unknown_heads(table: ReadTable) -> list[str]:
    """Return the column labels that are in no edition; a gloss in brackets and a group in front do not count."""
    rows = printed_rows(table.edition, table.key)
    labels = [*printed_heads(table.edition, table.key), *(text for row in rows for text in (row.label, *row.groups))]
    known = {bare(label) for label in labels if label} | labels_of_others(table.edition, table.key)
    texts = {head: bare(head) for head in dict.fromkeys(table.heads) if head != table.note}
    return [
        head
        for head, text in texts.items()
        if len(text) >= _FEWEST and not _is_joined(text, known) and not _is_joined(_GLOSS.sub("", text), known)
    ]


def _is_joined(text: str, known: set[str]) -> bool:
    """Return whether a text is a label, or several read as one: a group and the column under it."""
    if text in known:
        return True
    rest = (text[len(start) :].strip("·、，") for start in known if text.startswith(start))
    return any(_is_joined(part, known) for part in rest if part != text)


def _other_edition(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for a table with labels or rows of another edition than the year is written in."""
    form = audited.form
    for found in skeletons(audited.report) if audited.year else ():
        table = found.table
        others, own = (
            labels_of_others(form.edition, table.key),
            {row.key for row in printed_rows(form.edition, table.key)},
        )
        labels = (*table.heads, *(label for row in table.rows for label in (*row.groups, row.label)))
        foreign = [label for label in dict.fromkeys((*table.foreign_labels, *labels)) if bare(label) in others]
        foreign += [row.label for row, _ in found.pairs if row.key not in own and has_values(row)]
        foreign = list(dict.fromkeys(foreign))
        if foreign:
            is_whole = table.edition != form.edition
            what = f"用的是 {table.edition} 版的栏目" if is_whole else "混用了别的年度的栏目"
            name = form.table(table.key).name
            message = f"{name}{what}：{listed(foreign)}；{audited.year} 年度应当用 {form.edition} 版"
            row = next((row for row in table.rows if row.label == foreign[0]), None)
            place = row.place if row else table.place
            yield Spot(message, f"请改用{form.notice.number}的表格", table.key, place, foreign[0], (0, len(foreign[0])))


def _noise(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for all labels of the report with blanks inside or half-width brackets."""
    found = [(table, label.strip()) for table in audited.report.tables for label in _all_labels(table)]
    noisy = [(table, label) for table, label in found if _NOISE.search(label)]
    if noisy:
        labels = [label for _, label in noisy]
        message = f"表格里有 {len(noisy)} 个栏目名夹有空格或半角括号：{listed(labels, 3)}"
        yield at_table(noisy[0][0], message, "请删去空格，括号用全角", labels[0])


def _all_labels(table: ReadTable) -> tuple[str, ...]:
    rows = (label for row in table.rows for label in (*row.groups, row.label))
    return tuple(dict.fromkeys((*rows, *table.heads, table.note)))


def _broken_labels(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for a table whose group or column labels stand in pieces."""
    for found in skeletons(audited.report):
        table = found.table
        official = {bare(text) for row in printed_rows(table.edition, table.key) for text in row.groups}
        official |= {bare(head) for head in printed_heads(table.edition, table.key)}
        places = {label: row.place for row in table.rows for label in row.groups}
        written = [*places, *(head for head in unknown_heads(table) if len(bare(head)) < SHORTEST)]
        pieces = [
            label
            for label in written
            if bare(label) and bare(label) not in official and any(bare(label) in text for text in official)
        ]
        leads = {lead: row.place for row, printed in found.pairs if (lead := _lead(row.label, printed))}
        places, pieces = {**places, **leads}, [*leads, *pieces]
        if pieces:
            message = f"合并单元格断开了：{listed(pieces)}只是栏目名的一部分"
            spot = at_table(table, message, "请恢复合并单元格，把栏目名写在一格里", pieces[0])
            yield replace(spot, place=places.get(pieces[0], table.place))


def _lead(written: str, printed: RowLabels) -> str:
    """Return the piece of a group's label before a row's own: 三、 of 三、（一）予以公开; empty for none."""
    lead = bare(written).removesuffix(bare(printed.label))
    is_piece = any(bare(group).startswith(lead) and bare(group) != lead for group in printed.groups)
    return lead if lead and lead != bare(written) and is_piece else ""


def _note(audited: Audited) -> Iterator[Spot]:
    """Yield a spot where the note on 勾稽关系 is missing or altered."""
    for table in audited.report.tables:
        note = audited.report.form.table(table.key).note
        if note and bare(table.note).strip("（）") != bare(note).strip("（）"):
            stands = f"写成了“{table.note.strip()}”" if table.note.strip() else "没有写"
            message = f"表头左上角的勾稽关系说明{stands}"
            yield at_table(table, message, f"应当是“{note}”", table.note)


RULES = (
    Rule("B03", "label-altered", Severity.ERROR, _SOURCE, _altered),
    Rule("B04", "label-of-other-edition", Severity.ERROR, _SOURCE, _other_edition),
    Rule("B12", "label-noise", Severity.INFO, "实务惯例", _noise),
    Rule("B13", "label-broken", Severity.WARNING, _SOURCE, _broken_labels),
    Rule("B15", "balance-note-differs", Severity.INFO, "国办公开办函〔2021〕30号、〔2019〕60号附件表三注", _note),
)
