"""Typed figures: each is bound to the one fact it states and becomes a chip, or the whole edit is refused."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from drafter.audit.agreement import report_tables
from drafter.audit.statements import statements
from drafter.desk.chips import Pool
from drafter.desk.grounds import Grounds
from drafter.desk.leads import led_to
from drafter.desk.outcome import Option, Refused
from drafter.dossier.facts import Fact
from drafter.dossier.figures import Figure, read_figures
from drafter.form.numbers import shown
from drafter.richtext import Piece, PieceKind, Text, joined
from drafter.writing.laws import laws
from drafter.writing.slots import SLOT

CHIP = "\ue000"
"""Stands for a character of a chip while typed figures are looked for; typed text never holds it."""
MOST_OPTIONS = 40
_NOISE = frozenset(["Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"])
_YEARS = {"report.year": 0, "report.last": -1, "report.next": 1}
_ORGAN = ("name", "short", "county", "office", "address", "postcode", "phone", "email", "website")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where typed figures stand: the report's grounds, the chips of the sentence before, and what it cites."""

    grounds: Grounds
    pool: Pool
    cites: tuple[str, ...]


def clean(text: str) -> str:
    """Return typed text without what an editing surface leaves behind: line breaks and invisible characters."""
    return "".join(character for character in text.replace("\u00a0", " ") if category(character) not in _NOISE)


def bound(setting: Setting, text: Text) -> Text | Refused:
    """Return a text whose plain pieces hold no figure any more, or why one of them states no fact."""
    if SLOT.search(str(text)) or any(mark in _typed(text) for mark in "{}｛｝【】"):
        return Refused("typed-placeholder", "正文里不能有花括号和【】；数字请直接写，或从列表里插入标签")
    named = phrased(setting, _named(setting.grounds, text))
    visible = "".join(CHIP * len(item.text) if item.kind is not PieceKind.PLAIN else item.text for item in named.pieces)
    parts: list[Text] = []
    end = 0
    for figure in read_figures(visible):
        if CHIP in figure.text:
            return Refused("figure-glued", f"“{_cut(named, figure)}”把数字和标签连在了一起，请只留一个")
        one = _one(setting, named, figure)
        if isinstance(one, Refused):
            return one
        parts += [_slice(named, end, figure.start), one]
        end = figure.end
    return joined([*parts, _slice(named, end, len(visible))])


def _typed(text: Text) -> str:
    return "".join(item.text for item in text.pieces if item.kind is PieceKind.PLAIN)


def _cut(text: Text, figure: Figure) -> str:
    return str(text)[figure.start : figure.end]


def _slice(text: Text, start: int, end: int) -> Text:
    """Return a stretch of a text; chips are kept whole."""
    pieces, at = list[Piece](), 0
    for item in text.pieces:
        left, right = max(start - at, 0), min(end - at, len(item.text))
        if left < right:
            pieces.append(Piece(item.text[left:right], item.kind, item.ref))
        at += len(item.text)
    return Text(tuple(pieces))


def _named(grounds: Grounds, text: Text) -> Text:
    """Return a text in which typed names of laws and fields of the organ that hold a numeral are chips."""
    names: dict[str, Piece] = {}
    for law in laws().values():
        if law.first_year <= grounds.dossier.year <= (law.last_year or grounds.dossier.year):
            names[law.text] = Piece(law.text, PieceKind.LAW, law.id)
    for field in _ORGAN:
        value = getattr(grounds.dossier.organ, field)
        if read_figures(value):
            names[value] = Piece(value, PieceKind.ORGAN, f"organ.{field}")
    for name in sorted(names, key=len, reverse=True):
        text = joined(part for item in text.pieces for part in _replaced(item, name, names[name]))
    return text


def phrased(setting: Setting, text: Text) -> Text:
    """Return a text in which every stock phrase that was typed in full is the phrase itself, its figures chips."""
    stood = {item.ref for item in setting.pool.here}
    wordings: dict[str, list[Text]] = {}
    for said in setting.grounds.phrases:
        if said.text.refs(PieceKind.FACT) and said.text not in wordings.setdefault(str(said.text), []):
            wordings[str(said.text)].append(said.text)
    for words, phrases in wordings.items():
        known = [phrase for phrase in phrases if stood.issuperset(phrase.refs(PieceKind.FACT))]
        meant = phrases if len(phrases) == 1 else known
        at = str(text).find(words) if len(meant) == 1 else -1
        if at >= 0 and _may_stand(_slice(text, at, at + len(words)), meant[0]):
            text = joined((_slice(text, 0, at), meant[0], _slice(text, at + len(words), len(str(text)))))
    return text


def _may_stand(stretch: Text, phrase: Text) -> bool:
    """Return whether the chips in a stretch, if any, are the phrase's own, and the stretch cuts none of them."""
    return all(item.kind is PieceKind.PLAIN or item in phrase.pieces for item in stretch.pieces)


def _replaced(item: Piece, name: str, chip: Piece) -> Iterator[Text | str]:
    if item.kind is not PieceKind.PLAIN or name not in item.text:
        yield Text((item,))
        return
    for number, part in enumerate(item.text.split(name)):
        if number:
            yield Text((chip,))
        yield part


def _one(setting: Setting, text: Text, figure: Figure) -> Text | Refused:
    """Return the chip of a typed figure."""
    if figure.kind == "enumerator":
        return Text((Piece(figure.text, PieceKind.ORDINAL, "item"),))
    if figure.kind == "term":
        return _term(setting, figure)
    if date := _date(setting.grounds, figure):
        return date
    found = _candidates(setting.grounds, figure)
    chosen = _preferred(setting, found, str(text), figure)
    if chosen is None or _is_said_of_another(setting, chosen, str(text), figure):
        return _refused(setting.grounds, found, str(text), figure)
    return _chip(chosen)


def _chip(fact: Fact) -> Text:
    text = fact.text or f"{shown(fact.value)}{fact.unit}" if fact.value is not None else fact.text
    return Text((Piece(text, PieceKind.FACT, fact.id),))


def _term(setting: Setting, figure: Figure) -> Text | Refused:
    texts = setting.grounds.texts
    sources = [*(source for source in setting.cites if source in texts), *texts]
    source = next((source for source in sources if figure.text in texts[source]), None)
    if source is None:
        return Refused("figure-unknown", f"“{figure.text}”不在任何一条材料里，请删去，或先补一条材料")
    return Text((Piece(figure.text, PieceKind.TERM, source),))


def _date(grounds: Grounds, figure: Figure) -> Text | None:
    """Return a date that follows from the report year: 2025年, 2025年度, 2025年1月1日."""
    year = grounds.dossier.year
    dates = {f"{year}年1月1日": "period.from", f"{year}年12月31日": "period.to"}
    dates |= {f"{year + step}年": ref for ref, step in _YEARS.items()}
    for text, ref in dates.items():
        if figure.kind == "date" and figure.text in (text, f"{text}度"):
            return joined((Text((Piece(text, PieceKind.DATE, ref),)), figure.text.removeprefix(text)))
    return None


def _candidates(grounds: Grounds, figure: Figure) -> list[Fact]:
    """Return the facts that a figure states: of the same value and unit, or written in the same words."""
    return [fact for fact in grounds.ledger.facts.values() if _states(fact, figure)]


def _states(fact: Fact, figure: Figure) -> bool:
    if fact.text and fact.text == figure.text:
        return True
    if figure.value is None or figure.approximate:
        return False
    return fact.value == figure.value and fact.unit == figure.unit and figure.unit != "" and not fact.approximate


def _preferred(setting: Setting, found: Sequence[Fact], text: str, figure: Figure) -> Fact | None:
    """Return the one fact that is meant: by the chips that stood here, by what is cited, by the words, or the only."""
    stood = {item.ref for item in setting.pool.here}
    said = set(_paths(setting.grounds, text, figure))
    groups = (
        [fact for fact in found if fact.id in stood],
        [fact for fact in found if fact.text and not set(fact.sources).isdisjoint(setting.cites)],
        [fact for fact in found if fact.id in said or (len(said) > 1 and set(fact.sources) == said)],
        found,
    )
    return next((group[0] for group in groups if len(group) == 1), None)


def _is_said_of_another(setting: Setting, chosen: Fact, text: str, figure: Figure) -> bool:
    """Return whether the words say a figure of a cell that holds another one, and nothing cited has it either."""
    if chosen.text and not set(chosen.sources).isdisjoint(setting.cites):
        return False
    paths = _paths(setting.grounds, text, figure)
    values = [setting.grounds.ledger.value(path) for path in paths]
    return len(paths) == 1 and values[0] is not None and values[0] != figure.value


def _paths(grounds: Grounds, text: str, figure: Figure) -> list[str]:
    """Return the cells that a figure is said of, by the words around it."""
    dossier = grounds.dossier
    tables = report_tables(dossier.form, dossier.statistics, dossier.fees)
    for statement in statements(text):
        if statement.figure and (statement.start, statement.end) == (figure.start, figure.end):
            return tables.paths(statement.claim.cells)
    return sorted(led_to(text[: figure.start]).intersection(grounds.ledger.facts))


def _refused(grounds: Grounds, found: Sequence[Fact], text: str, figure: Figure) -> Refused:
    paths = _paths(grounds, text, figure)
    if len(found) > 1:
        message = f"“{figure.text}”有 {len(found)} 个来源，请选一个"
        ranked = sorted(found, key=lambda fact: -_nearness(fact, text))
        return Refused("figure-ambiguous", message, tuple(_options(ranked, figure)))
    meant = [grounds.ledger.facts[path] for path in paths if path in grounds.ledger.facts]
    alike = [fact for fact in grounds.ledger.facts.values() if _is_alike(fact, figure)]
    message = f"“{figure.text}”对不上这里说的数" if found else f"没有一格或一条材料是“{figure.text}”"
    if len(meant) == 1 and meant[0].value is not None:
        message += f"；这里说的{meant[0].label}是 {shown(meant[0].value)}{meant[0].unit}"
    advice = "请改用列表里的数，或先补一条写明这个数的材料，或更正表格"
    return Refused("figure-unknown", f"{message}。{advice}", tuple(_options([*meant, *alike], figure)))


def _is_alike(fact: Fact, figure: Figure) -> bool:
    """Return whether a fact may have been meant: the same value in another unit, or the exact figure inside a hedge."""
    if fact.value is None:
        return False
    return fact.value == figure.value or (figure.value is None and str(_chip(fact)) in figure.text)


def _nearness(fact: Fact, text: str) -> int:
    """Return how much of a fact's label stands in a sentence: what is meant is listed first."""
    return sum(fact.label[at : at + 2] in text for at in range(len(fact.label) - 1))


def _options(facts: Iterable[Fact], figure: Figure) -> Iterator[Option]:
    unique = {fact.id: fact for fact in facts if fact.value is not None or fact.text}
    for fact in list(unique.values())[:MOST_OPTIONS]:
        yield Option(fact.id, fact.label, str(_chip(fact)), figure.text)
