"""The lines before the tables of 二, 三 and 四."""

from drafter.richtext import joined
from drafter.writing.draft import Paragraph
from drafter.writing.stock.voice import Voice

MONEY_PHRASES = (("proactive.fees.amount", "fee_income"), ("proactive.procurement.items", "procurement"))


def write_proactive(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the line before the table of 二: decisions, and the money the edition asks for."""
    phrases = [voice.speaker.phrase(phrase) for cell, phrase in MONEY_PHRASES if cell in voice.dossier.form.cells]
    facts = joined(
        joined(("，" if i else "", text)) for i, text in enumerate([voice.speaker.phrase("decisions"), *phrases])
    )
    return (Paragraph("proactive", (voice.say("lead.proactive", facts=facts),)),)


def write_applications(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the line before the table of 三."""
    return (Paragraph("applications", (voice.say("lead.applications"),)),)


def write_disputes(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the line before the table of 四."""
    return (Paragraph("disputes", (voice.say("lead.disputes"),)),)
