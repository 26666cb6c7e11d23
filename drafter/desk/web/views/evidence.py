"""What stands behind a figure and behind a sentence: value, cell or note, and who gave it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.desk.trail import Entry
from drafter.dossier.facts import Fact, Ledger
from drafter.dossier.model import Dossier, Source
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.richtext import PieceKind

NAMES: Mapping[str, str] = {
    PieceKind.FACT: "数字",
    PieceKind.TERM: "材料里的固定说法",
    PieceKind.LAW: "法规或文件名称",
    PieceKind.DATE: "由年度推出的日期",
    PieceKind.ORDINAL: "程序编的序号",
    PieceKind.ORGAN: "机关信息",
    PieceKind.GAP: "待补",
}
_FIELDS = {
    "name": "机关全称",
    "self": "自称",
    "short": "简称",
    "office": "承办科室",
    "address": "地址",
    "postcode": "邮编",
    "phone": "电话",
    "email": "电子邮箱",
    "website": "公开网站",
    "county": "上级机关",
    "superior": "上级机关",
}


@dataclass(frozen=True, slots=True)
class Behind:
    """What a chip tells of its figure."""

    what: str
    value: str = ""
    source: str = ""
    cell: str = ""
    """The cell of a table to go to, or empty."""

    @property
    def tip(self) -> str:
        """Return all of it on a few lines."""
        return "\n".join(part for part in (self.what, self.value, self.source) if part)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that a sentence rests on, as the page shows it."""

    id: str
    kind: str
    text: str
    source: str
    cell: str = ""


class Backing:
    """Looks up what stands behind a report's figures and citations."""

    def __init__(self, dossier: Dossier, ledger: Ledger, corrected: Mapping[str, str]) -> None:
        self.dossier, self.ledger, self.corrected = dossier, ledger, corrected
        self.cited = {item.id: item for item in _evidence(dossier)}

    def behind(self, kind: str, ref: str) -> Behind:
        """Return what stands behind a piece of a sentence."""
        fact = self.ledger.facts.get(ref)
        if kind == PieceKind.FACT and fact:
            return self._fact(fact)
        if kind == PieceKind.ORGAN:
            return Behind(_FIELDS.get(ref.partition(".")[2], "机关信息"), source="来源：资料文件的机关信息")
        if kind == PieceKind.TERM:
            note = self.cited.get(ref)
            return Behind(NAMES[kind], source=f"{ref}：{note.text}" if note else ref)
        if kind == PieceKind.GAP:
            return Behind(f"待补：{ref}", source="资料里没有，补上后才能通过")
        return Behind(NAMES.get(kind, "由程序写成"), source="由程序写成，不能改动")

    def of(self, cited: str) -> Evidence:
        """Return what a sentence cites, by its id: a note, a problem or a cell."""
        if found := self.cited.get(cited):
            return found
        if cell := self.dossier.form.cells.get(cited):
            value = value_shown(self.dossier.statistics[cited], cell.unit)
            return Evidence(cited, "表格", f"{cell.label}：{value}", self.giver(cited), cited)
        fact = self.ledger.facts.get(cited)
        text = f"{fact.label}：{value_shown(fact.value, fact.unit)}" if fact else cited
        return Evidence(cited, "计算" if fact else "依据", text, "由程序计算" if fact else "")

    def _fact(self, fact: Fact) -> Behind:
        if fact.id in self.dossier.form.cells:
            value = value_shown(fact.value, fact.unit)
            return Behind(fact.label, f"值：{value}", self.giver(fact.id), fact.id)
        note = self.cited.get(fact.sources[0]) if len(fact.sources) == 1 else None
        if note:
            return Behind(f"{note.kind} {note.id}：{note.text}", f"原文：{fact.text}", note.source)
        return Behind(
            fact.label, f"值：{value_shown(fact.value, fact.unit)}", self._sources(fact), self._first_cell(fact)
        )

    def _sources(self, fact: Fact) -> str:
        cells = self.dossier.form.cells
        names = [cells[source].label if source in cells else source for source in fact.sources]
        return f"由程序按 {'、'.join(names[:4])}{' 等' if len(names) > 4 else ''} 得出"

    def _first_cell(self, fact: Fact) -> str:
        return next((source for source in fact.sources if source in self.dossier.form.cells), "")

    def giver(self, path: str) -> str:
        """Return who gave a cell its value."""
        return self.corrected.get(path, f"来源：{self.dossier.organ.name}报送的统计数据")


def value_shown(value: Number | None, unit: str) -> str:
    """Return a value as people read it."""
    return "没有填报" if value is None else f"{shown(value)}{unit}"


def _evidence(dossier: Dossier) -> Iterable[Evidence]:
    for note in dossier.notes:
        kind = "材料（计划）" if note.planned else "材料"
        yield Evidence(note.id, kind, note.text, _source(note.source, dossier.organ.name))
    for problem in dossier.problems:
        text = f"{problem.text} 措施：{problem.measure}"
        yield Evidence(problem.id, "问题及措施", text, f"{dossier.organ.name}报送")
        yield Evidence(f"{problem.id}.text", "问题", problem.text, f"{dossier.organ.name}报送")
        yield Evidence(f"{problem.id}.measure", "措施", problem.measure, f"{dossier.organ.name}报送")
    for last in dossier.last_problems:
        text = f"{last.text} 落实情况：{last.status}"
        yield Evidence(last.id, "上年问题", text, f"{dossier.organ.name}报送")
        yield Evidence(f"{last.id}.text", "上年问题", last.text, f"{dossier.organ.name}报送")
        yield Evidence(f"{last.id}.status", "落实情况", last.status, f"{dossier.organ.name}报送")


def _source(source: Source, organ: str) -> str:
    parts = [part for part in (source.kind, source.file, source.date, source.person) if part]
    return f"来源：{'，'.join(parts)}" if parts else f"来源：{organ}报送，没有写明出处"


def correctors(trail: Iterable[Entry]) -> dict[str, str]:
    """Return who corrected each cell last, with the reason, from the entries of a trail."""
    found: dict[str, str] = {}
    for entry in trail:
        if entry.action == "Correct":
            for path in entry.after.get("cells", ()):
                reason = entry.after.get("reason", "")
                found[path] = f"由{entry.who}更正" + (f"：{reason}" if reason else "")
    return found
