"""Whether each rendered piece of a line shows what it claims to show."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.dossier.facts import Fact, Ledger
from drafter.dossier.model import Organ
from drafter.dossier.numerals import read_numeral
from drafter.findings import Finding, Severity
from drafter.form.model import Form
from drafter.lexicon import is_echo, load_lexicon
from drafter.richtext import Piece, PieceKind, Text
from drafter.writing.laws import laws

YEAR = re.compile(r"((?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})\s?年")
_SMALL = "(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})"
ORDINAL = re.compile(rf"{_SMALL}(?:[、是.．)）]|是|、)|[（(]{_SMALL}[）)]|第{_SMALL}[，、,]|[①-⑳]")
HEDGE_BEFORE = re.compile("(?:大?约|将近|接近|近|逾|超过|超|不足|不到|至少|最多|高达|多达|仅|只有)$")
HEDGE_AFTER = re.compile("^(?:余|多(?!为)|来(?!自)|左右|上下|以上|以下|[十百千万亿]|成|倍|分之)")
ADVICE = "请重新起草；数据有变的，改资料文件，不要改成稿"


@dataclass(frozen=True, slots=True)
class PieceRules:
    """What pieces are held against: the ledger, the form, the clerk's texts by id, the organ, the report year."""

    ledger: Ledger
    form: Form
    notes: Mapping[str, str]
    organ: Organ
    year: int

    def findings(self, text: Text, where: str, section: str) -> Iterator[Finding]:
        """Yield what is wrong with the rendered pieces of a line."""
        yield from self._hedges(text, where)
        for item in text.pieces:
            match item.kind:
                case PieceKind.FACT:
                    yield from self._fact(item, where, section)
                case PieceKind.TERM if item.text not in self.notes.get(item.ref, "") and not is_echo(item.text):
                    yield _error("term-without-note", where, f"“{item.text}”不在材料 {item.ref or '（未注明）'} 里")
                case PieceKind.LAW if not self._is_law(item):
                    yield _error("law-differs", where, f"“{item.text}”与依据清单（{item.ref}）不一致")
                case PieceKind.DATE if item.text != self._date(item.ref) and not is_signing_day(item):
                    yield _error("year-differs", where, f"日期“{item.text}”与报告年度 {self.year} 年不符")
                case PieceKind.ORGAN if item.text not in self._organ(item.ref):
                    yield _error("organ-differs", where, f"“{item.text}”与资料里的机关信息（{item.ref}）不一致")
                case PieceKind.ORDINAL if not self._is_ordinal(item):
                    yield _error("numeral-without-fact", where, f"“{item.text}”不是序号，也没有数据来源")

    def _fact(self, item: Piece, where: str, section: str) -> Iterator[Finding]:
        fact = self.ledger.facts.get(item.ref)
        if fact is None:
            yield _error("figure-differs", where, f"“{item.text}”标注的数据 {item.ref} 不在台账里")
        elif fact.text:
            if item.text != fact.text:
                yield _error("figure-differs", where, f"“{item.text}”与材料原文“{fact.text}”（{fact.id}）不一致")
            yield from self._years(item.text, where, section)
        elif not shows(item.text, fact):
            value = "没有填报" if fact.value is None else f"{fact.value}{fact.unit}"
            yield _error("figure-differs", where, f"“{item.text}”与台账不符：{fact.label}为{value}")

    def _hedges(self, text: Text, where: str) -> Iterator[Finding]:
        """Yield an error where plain words make an exact figure of the tables approximate: 近3件, 3件余."""
        for before, item, after in zip((None, *text.pieces), text.pieces, (*text.pieces[1:], None), strict=False):
            fact = self.ledger.facts.get(item.ref) if item.kind is PieceKind.FACT else None
            if fact is None or fact.text:
                continue
            hedge = _hedge(before, HEDGE_BEFORE) or _hedge(after, HEDGE_AFTER)
            if hedge:
                yield _error("figure-hedged", where, f"“{item.text}”是准确数，前后不能加“{hedge}”")

    def _organ(self, ref: str) -> tuple[str, ...]:
        """Return how a field of the organ block may be printed; the title puts the county before the name."""
        field = ref.removeprefix("organ.")
        if field == "self":
            return (self.organ.self_name,)
        value = getattr(self.organ, field, "")
        return (value, f"{self.organ.county}{value}") if field == "name" else (value,)

    def _years(self, text: str, where: str, section: str) -> Iterator[Finding]:
        """Yield a warning for a year before the report year; 五 may speak of the year before."""
        allowed = (self.year - 1,) if section == "improvement" else ()
        for match in YEAR.finditer(text):
            year = read_numeral(match[1].replace("零", "〇"))
            if isinstance(year, int) and year < self.year and year not in allowed:
                message = f"材料写的是“{text}”，早于报告年度 {self.year} 年"
                yield Finding("note-year", Severity.WARNING, where, message, "请核对是否误用了往年材料；属实的可以保留")

    def _date(self, ref: str) -> str:
        dates = {
            "report.year": f"{self.year}年",
            "report.last": f"{self.year - 1}年",
            "report.next": f"{self.year + 1}年",
            "period.from": f"{self.year}年1月1日",
            "period.to": f"{self.year}年12月31日",
        }
        return dates.get(ref, "")

    def _is_law(self, item: Piece) -> bool:
        if item.ref == "notice":
            return self.form.notice.title in item.text and self.form.notice.number in item.text
        law = laws().get(item.ref)
        in_force = law is not None and law.first_year <= self.year and (law.last_year or self.year) >= self.year
        return law is not None and in_force and item.text == law.text

    def _is_ordinal(self, item: Piece) -> bool:
        if item.ref == "form.sections":
            return item.text.endswith("个") and read_numeral(item.text[:-1]) == len(self.form.sections)
        return ORDINAL.fullmatch(item.text) is not None


def is_signing_day(item: Piece) -> bool:
    """Return whether a piece is the date of the closing lines; which year it may have is judged with the dossier."""
    return item.ref == "report.signed" and re.fullmatch(r"20\d\d年\d{1,2}月\d{1,2}日", item.text) is not None


def shows(text: str, fact: Fact) -> bool:
    """Return whether a piece shows the exact value of a fact in its unit; words alone can only say that it is 0."""
    if fact.value is None:
        return False
    lexicon = load_lexicon()
    if not any(lexicon.is_numeral(character) for character in text):
        return fact.value == 0 and text != ""
    if not text.endswith(fact.unit):
        return False
    number = text[: len(text) - len(fact.unit)]
    sign = -1 if number.startswith("-") else 1
    value = read_numeral(number.removeprefix("-"))
    return value is not None and sign * value == fact.value


def _hedge(neighbour: Piece | None, words: re.Pattern[str]) -> str:
    """Return the word by which a plain neighbour hedges a figure, empty where it does not."""
    match = words.search(neighbour.text) if neighbour and neighbour.kind is PieceKind.PLAIN else None
    return match.group() if match else ""


def _error(code: str, where: str, message: str) -> Finding:
    return Finding(code, Severity.ERROR, where, message, ADVICE)
