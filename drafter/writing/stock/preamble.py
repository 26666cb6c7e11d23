"""The preamble: legal basis, parts, period, where the report is to be had, whom to ask."""

from drafter.richtext import PieceKind, Text, joined, piece
from drafter.writing.draft import PREAMBLE, Paragraph
from drafter.writing.stock.voice import Voice, ordinal

CONTACTS = (("address", "地址："), ("postcode", "邮编："), ("phone", "电话："), ("email", "电子邮箱："))
REQUIRED_CONTACTS = ("address", "phone")


def report_title(voice: Voice) -> Text:
    """Return the title, such as 灵溪镇人民政府2025年政府信息公开工作年度报告."""
    organ = voice.dossier.organ
    county = "" if organ.name.startswith(organ.county) else organ.county
    name = piece(f"{county}{organ.name}", PieceKind.ORGAN, "organ.name")
    return joined((name, voice.date("year"), "政府信息公开工作年度报告"))


def write_preamble(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the preamble in one paragraph."""
    sections = voice.dossier.form.sections
    titles = joined(
        joined(("和" if i == len(sections) - 1 else "、" if i else "", section.title))
        for i, section in enumerate(sections)
    )
    count = piece(ordinal(len(sections)) + "个", PieceKind.ORDINAL, "form.sections")
    return (
        Paragraph(
            PREAMBLE,
            (
                voice.say("preamble.basis", title=report_title(voice)),
                voice.say("preamble.parts", sections=titles, count=count),
                voice.say("preamble.period"),
                voice.say("preamble.where"),
                voice.say("preamble.contact", contacts=_contacts(voice)),
            ),
        ),
    )


def _contacts(voice: Voice) -> Text:
    """Return address, postcode, phone and e-mail; an empty one is left out unless the format asks for it."""
    organ = voice.dossier.organ
    shown = [(field, label) for field, label in CONTACTS if getattr(organ, field) or field in REQUIRED_CONTACTS]
    return joined(joined(("；" if i else "", label, voice.organ(field))) for i, (field, label) in enumerate(shown))
