"""Say a fact: choose the form by its value and render it, every figure a piece of its own."""

from dataclasses import dataclass

from drafter.dossier.facts import Comparison, Ledger
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.richtext import PieceKind, Text, joined, piece, plain
from drafter.writing.bank import Group, Phrase, load_bank
from drafter.writing.choice import Choice
from drafter.writing.slots import Hole, fill_holes


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says facts of a ledger in the variants that a choice gives."""

    ledger: Ledger
    choice: Choice

    def phrase(self, phrase_id: str) -> Text:
        """Return a fact's phrase, or a gap where the fact is not reported."""
        phrase = load_bank().phrases[phrase_id]
        fact = self.ledger.facts.get(phrase.fact)
        if fact is None or fact.value is None:
            return gap(phrase.label)
        form = self._form(phrase, fact.value)
        template = self.choice.pick(f"p:{phrase_id}:{form}", phrase.forms[form])
        if "{" not in template:
            return piece(template, PieceKind.FACT, fact.id)
        return fill_holes(template, lambda hole: self._hole(phrase, hole))

    def figure(self, fact_id: str) -> Text:
        """Return a fact's number with its unit as one piece, or a gap where it is not reported."""
        fact = self.ledger.facts.get(fact_id)
        if fact is None or fact.value is None:
            return gap(fact.label if fact else fact_id)
        return piece(shown(fact.value) + fact.unit, PieceKind.FACT, fact.id)

    def breakdown(self, group_id: str) -> Text:
        """Return 其中…, leaving out parts that are 0; empty where the total is 0 or not reported."""
        group = load_bank().groups[group_id]
        total = self.ledger.value(group.total)
        parts = [(part, self.ledger.facts.get(part.fact)) for part in group.parts]
        said = [(part.label, fact) for part, fact in parts if fact is not None and fact.value]
        if not total or not said:
            return Text()
        if len(said) == 1 and said[0][1].value == total:
            return self._whole(group, said[0][0], total)
        template = self.choice.pick(f"g:{group_id}", group.several)
        listed = joined(
            joined(("、" if i else "", label, self.figure(fact.id))) for i, (label, fact) in enumerate(said)
        )
        return fill_holes(template, lambda _hole: listed)

    def comparison(self, phrase_id: str) -> Text:
        """Return the comparison with last year, empty where there is none."""
        phrase = load_bank().phrases[phrase_id]
        comparison = self.ledger.comparisons.get(phrase.fact)
        if comparison is None:
            return Text()
        form = _comparison_form(comparison)
        template = self.choice.pick(f"d:{phrase_id}:{form}", phrase.forms[form])
        refs = {"difference": f"change.{phrase.fact}", "percent": f"percent.{phrase.fact}"}
        if "{" not in template:
            zero = f"change.{phrase.fact}" if form == "same" else f"prior.{phrase.fact}"
            return piece(template, PieceKind.FACT, zero)
        return fill_holes(template, lambda hole: self.figure(refs[hole.name]))

    def _whole(self, group: Group, label: str, total: Number) -> Text:
        variants = group.sole if total == 1 else group.whole
        return plain(self.choice.pick(f"g:{group.id}:whole", variants).replace("{label}", label))

    def _form(self, phrase: Phrase, value: Number) -> str:
        if value != 0:
            return "one" if value == 1 else "many"
        return "none" if all(self.ledger.value(other) == 0 for other in phrase.others.values()) else "zero"

    def _hole(self, phrase: Phrase, hole: Hole) -> Text:
        """Return a figure, or the words that say it is 0; such words never stand for a figure that is not 0."""
        fact_id = phrase.fact if hole.name == "n" else phrase.others[hole.name]
        if hole.zero and self.ledger.value(fact_id) == 0:
            return piece(hole.zero, PieceKind.FACT, fact_id)
        return joined((hole.lead, self.figure(fact_id)))


def _comparison_form(comparison: Comparison) -> str:
    if comparison.direction == "up" and comparison.base == 0:
        return "from_zero"
    if comparison.direction != "same" and comparison.percent is not None:
        return f"{comparison.direction}_percent"
    return comparison.direction


def gap(what: str) -> Text:
    """Return 【待补：…】, which a person must fill in."""
    return piece(f"【待补：{what}】", PieceKind.GAP, what)
