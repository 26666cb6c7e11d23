"""六、其他需要报告的事项: the fee statement, then whatever else the clerk reports."""

from drafter.writing.draft import Paragraph, Sentence
from drafter.writing.laws import laws
from drafter.writing.stock.clerk import note_sentences
from drafter.writing.stock.voice import Voice

SECTION = "other"
FEE_LABEL = "发出信息处理费收费通知的件数和总金额以及实际收取的总金额"


def write_other(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the fee statement where the year has one, and the notes on other matters.

    Source: 《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）, in force from 2021-01-01.
    """
    sentences = _fees(voice) if voice.dossier.year >= laws()["fee_rules"].first_year else []
    notes = note_sentences(voice, "其他")
    return (Paragraph(SECTION, (*sentences, *(notes or [voice.say("other.nothing")]))),)


def _fees(voice: Voice) -> list[Sentence]:
    fees = voice.dossier.fees
    if fees is None or None in (fees.notices, fees.billed_yuan, fees.collected_yuan):
        return [voice.missing(FEE_LABEL)]
    if fees.notices == 0 and fees.collected_yuan == 0:
        return [voice.say("other.fees_none")]
    return [voice.say("other.fees")]
