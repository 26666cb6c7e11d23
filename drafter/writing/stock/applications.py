"""What the stock writer says of applications, reviews and lawsuits."""

from drafter.richtext import joined
from drafter.writing.draft import Sentence
from drafter.writing.stock.voice import Voice, prefixed

WHOLE = ("applications.received.total", "applications.carried_in.total", "applications.concluded.total")


def application_sentences(voice: Voice) -> list[Sentence]:
    """Return the sentences on applications: received, carried in, closed with results, carried out."""
    compare = prefixed(voice.speaker.comparison("app_new"))
    if all(voice.ledger.value(fact) == 0 for fact in WHOLE):
        return [voice.say("applications.none", compare=compare)]
    applicants = prefixed(voice.speaker.breakdown("app_applicants"))
    results = prefixed(voice.speaker.breakdown("app_results"))
    return [
        voice.say("applications.some", compare=compare, applicants=applicants),
        voice.say("applications.closed", results=results),
    ]


def dispute_sentence(voice: Voice) -> Sentence:
    """Return the sentence on administrative reviews and lawsuits over government information."""
    parts = [voice.speaker.breakdown(group) for group in ("review_results", "litigation_results")]
    heads = ("行政复议", "行政诉讼")
    said = [joined((head, part)) for head, part in zip(heads, parts, strict=True) if part.pieces]
    results = joined(joined(("；" if i == 0 else "，", text)) for i, text in enumerate(said))
    return voice.say("disputes.overview", results=results)
