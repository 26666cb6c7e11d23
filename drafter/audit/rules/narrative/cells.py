"""What the prose of a report says otherwise than its tables, for the rules that each look at some of the cells."""

import re
from collections.abc import Collection, Iterator

from drafter.audit.agreement import Contradiction, contradictions, described, report_tables
from drafter.audit.audited import Audited
from drafter.audit.claims import APPLICATION, DOCUMENT
from drafter.audit.passages import Passage, paragraphs
from drafter.audit.spot import Spot
from drafter.dossier.figures import read_figures
from drafter.findings import Severity

_ON_APPLICATIONS = re.compile(f"{APPLICATION}|依申请公开|信息公开申请")
_ON_DOCUMENTS = re.compile(DOCUMENT)
_TIMELY = re.compile("按[时期]|及时|内")
ADVICE = "请核对台账：以实际数为准，把正文和表格改成一致"


def contradictions_of(audited: Audited, tables: Collection[str]) -> Iterator[Spot]:
    """Yield a spot for every statement that contradicts cells under one of the paths that `tables` begin."""
    report = audited.report
    known = report_tables(report.form, report.statistics, report.fees)
    for group in paragraphs(audited):
        for passage, context in with_context(group):
            for found in contradictions(passage.text, known, audited.year, context):
                if found.paths[0].startswith(tuple(tables)) and not _is_of_those_closed(found, passage, audited):
                    span = (found.statement.start, found.statement.end)
                    # Who answered in time may still have some under way within the time limit.
                    is_timely = found.statement.figure is None and _TIMELY.search(found.statement.said)
                    weight = Severity.WARNING if is_timely else None
                    yield passage.spot(described(found, known), span, ADVICE, weight, where=found.paths[0])


def _is_of_those_closed(found: Contradiction, passage: Passage, audited: Audited) -> bool:
    """Return whether 均已答复 is true of what was closed, though more is carried over: 13件均在期限内答复."""
    if found.statement.figure or found.paths != ("applications.carried_out.total",):
        return False
    values = audited.report.statistics
    received, concluded = values["applications.received.total"], values["applications.concluded.total"]
    if received is None or concluded is None or found.statement.said.startswith(("没有", "无", "未")):
        return False
    told = [item for item in read_figures(passage.text) if item.end == found.statement.start]
    # What came in this year may all be closed, and what is carried over have come in before.
    return concluded >= received or any(item.value == concluded for item in told)


def with_context(group: tuple[Passage, ...]) -> Iterator[tuple[Passage, str]]:
    """Yield the sentences of a paragraph, each with what the text before it is about."""
    about: list[str] = []
    first = group[0]
    if first.section == "applications" or _ON_APPLICATIONS.search(first.topic):
        about.append("政府信息公开申请")
    for passage in group:
        yield passage, "，".join([*about, ""])
        if "政府信息公开申请" not in about and _ON_APPLICATIONS.search(passage.text):
            about.append("政府信息公开申请")
        if "规范性文件" not in about and _ON_DOCUMENTS.search(passage.text):
            about.append("规范性文件")
