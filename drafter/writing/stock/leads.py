"""The lines before the tables of 二, 三 and 四."""

from drafter.richtext import PieceKind, Text, joined, piece
from drafter.writing.draft import Paragraph
from drafter.writing.stock.voice import Voice

DECISIONS = (("licensing", "行政许可"), ("penalties", "行政处罚"), ("coercion", "行政强制"))
MONEY_PHRASES = (("proactive.fees.amount", "fee_income"), ("proactive.procurement.items", "procurement"))


def write_proactive(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the line before the table of 二: decisions, and the money the edition asks for."""
    phrases = [voice.speaker.phrase(phrase) for cell, phrase in MONEY_PHRASES if cell in voice.dossier.form.cells]
    facts = joined(joined(("，" if i else "", text)) for i, text in enumerate([*_decisions(voice), *phrases]))
    return (Paragraph("proactive", (voice.say("lead.proactive", facts=facts),)),)


def write_applications(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the line before the table of 三."""
    return (Paragraph("applications", (voice.say("lead.applications"),)),)


def write_disputes(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the line before the table of 四."""
    return (Paragraph("disputes", (voice.say("lead.disputes"),)),)


def _decisions(voice: Voice) -> list[Text]:
    """Return a phrase for each kind of decision there was, and one for all kinds there were none of."""
    values = {key: voice.ledger.value(f"proactive.{key}.decisions") for key, _ in DECISIONS}
    said = [voice.speaker.phrase(key) for key, value in values.items() if value != 0]
    none = [(key, label) for key, label in DECISIONS if values[key] == 0]
    if not none:
        return said
    facts = [
        joined(("、" if i else "", piece(label, PieceKind.FACT, f"proactive.{key}.decisions")))
        for i, (key, label) in enumerate(none)
    ]
    return [*said, joined(("未作出", *facts, "决定"))]
