"""What the stock writer says of applications, reviews and lawsuits."""

from drafter.richtext import Text, joined
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
    return voice.say(
        "disputes.overview",
        review_results=_bracketed(voice.speaker.breakdown("review_results")),
        litigation_results=_bracketed(voice.speaker.breakdown("litigation_results")),
    )


def _bracketed(text: Text) -> Text:
    return joined(("（", text, "）")) if text.pieces else text
