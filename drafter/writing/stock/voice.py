"""The voice of one report: renders the stock templates for one organ, year and ledger."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.dossier.facts import Ledger
from drafter.dossier.figures import bind_figures
from drafter.dossier.model import Dossier
from drafter.errors import ShippedDataError
from drafter.richtext import PieceKind, Text, joined, piece
from drafter.writing.choice import Choice
from drafter.writing.draft import Sentence
from drafter.writing.laws import cite
from drafter.writing.phrases import Speaker, gap
from drafter.writing.slots import fill_slots
from drafter.writing.stock.template import stock_templates

TEMPLATE = "模板"
CLERK = "材料原文"
NOTHING = Text()
ORDINALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
ORGAN_LABELS = {
    "name": "本机关名称",
    "short": "本机关简称",
    "county": "所属县（市、区）",
    "office": "联系科室",
    "address": "联系地址",
    "postcode": "邮政编码",
    "phone": "联系电话",
    "email": "电子邮箱",
    "website": "本报告电子版所在网站",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """Renders templates and clerk's sentences for one report."""

    dossier: Dossier
    ledger: Ledger
    choice: Choice

    @property
    def speaker(self) -> Speaker:
        """Return what says the facts."""
        return Speaker(self.ledger, self.choice)

    def say(self, key: str, cites: Iterable[str] = (), **values: Text) -> Sentence:
        """Return one of the sentences of a key; `values` fill its {{v:…}} slots."""
        return self.template(self.choice.pick(key, stock_templates().sentences[key]), cites, **values)

    def template(self, template: str, cites: Iterable[str] = (), **values: Text) -> Sentence:
        """Return a template rendered as a sentence, citing the facts it shows."""
        text = fill_slots(template, lambda kind, ref: self._slot(kind, ref, values))
        return Sentence("", text, TEMPLATE, tuple(dict.fromkeys((*cites, *text.refs(PieceKind.FACT)))))

    def quote(self, source_id: str, text: str, end: str = "。", lead: Text = NOTHING) -> Sentence:
        """Return the clerk's own words as a sentence, every figure in them a fact, closed by `end`."""
        words = text.strip()
        closed = words.rstrip("。；;，, ")
        bound = bind_figures(source_id, closed)
        tail = "" if closed.endswith(("！", "？", "”。")) else end
        return Sentence("", joined((lead, bound, tail)), CLERK, (source_id,))

    def missing(self, what: str) -> Sentence:
        """Return a gap as a sentence of its own."""
        return Sentence("", joined((gap(what), "。")), TEMPLATE)

    def organ(self, field: str) -> Text:
        """Return a field of the organ block, or a gap where it is empty."""
        if field == "self":
            return piece(self.dossier.organ.self_name, PieceKind.ORGAN, "organ.self")
        value = getattr(self.dossier.organ, field)
        return piece(value, PieceKind.ORGAN, f"organ.{field}") if value else gap(ORGAN_LABELS[field])

    def note_figure(self, ref: str) -> Text:
        """Return a figure of a note as the clerk wrote it. Raises KeyError for one that the ledger does not hold."""
        return piece(self.ledger[ref].text, PieceKind.FACT, ref)

    def slot(self, slot_id: str) -> Text:
        """Return a slot such as `p:app_new` rendered."""
        kind, _, ref = slot_id.partition(":")
        return self._slot(kind, ref, {})

    def date(self, ref: str) -> Text:
        """Return a date that follows from the report year."""
        year = self.dossier.year
        dates = {
            "year": (f"{year}年", "report.year"),
            "last": (f"{year - 1}年", "report.last"),
            "next": (f"{year + 1}年", "report.next"),
            "from": (f"{year}年1月1日", "period.from"),
            "to": (f"{year}年12月31日", "period.to"),
        }
        return piece(dates[ref][0], PieceKind.DATE, dates[ref][1])

    def _slot(self, kind: str, ref: str, values: dict[str, Text]) -> Text:
        renderers: dict[str, Callable[[str], Text]] = {
            "p": self.speaker.phrase,
            "g": self.speaker.breakdown,
            "d": self.speaker.comparison,
            "law": lambda law: cite(law, self.dossier.form, self.dossier.year),
            "o": self.organ,
            "t": self.date,
            "n": self.note_figure,
        }
        if kind in renderers:
            return renderers[kind](ref)
        if kind == "v" and ref in values:
            return values[ref]
        raise ShippedDataError(f"模板里的 {{{{{kind}:{ref}}}}} 没有对应的内容")


def ordinal(number: int) -> str:
    """Return 一 to 十九 for an ordinal that code gives to an item, counted from 1."""
    if number <= len(ORDINALS):
        return ORDINALS[number - 1]
    return f"十{ORDINALS[number - 11]}"


def item_lead(number: int) -> Text:
    """Return 一是, 二是 … for an item, counted from 1."""
    return piece(f"{ordinal(number)}是", PieceKind.ORDINAL, "item")


def prefixed(text: Text) -> Text:
    """Return a text after a comma, as it is where it stands in brackets, or nothing where it is empty."""
    return joined(("" if str(text).startswith("（") else "，", text)) if text.pieces else Text()
