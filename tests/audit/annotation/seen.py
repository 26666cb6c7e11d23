"""What the comments of a Word file are hung on."""

from io import BytesIO

import docx

from drafter.audit.annotation.marking import paragraph_text
from drafter.audit.spot import Observation
from drafter.findings import Finding, Severity
from drafter.reading.source import Place

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def observation(quote: str, mark: tuple[int, int] | None, place: Place | None, message: str = "有误") -> Observation:
    finding = Finding("some-code", Severity.WARNING, "overview", message, "请改正")
    return Observation(finding, "A00", "某通知", place, quote, mark, conversion_suspect=False)


def commented(content: bytes) -> list[tuple[str, str]]:
    """Return, for each comment of a file, its text and the text it is hung on."""
    document = docx.Document(BytesIO(content))
    texts = {comment.comment_id: comment.text for comment in document.comments}
    return [(texts[number], text) for number, text in sorted(_hung(document.element.body).items())]


def _hung(body: "object") -> dict[int, str]:
    found: dict[int, str] = {}
    open_numbers: set[int] = set()
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            number = int(element.get(f"{W}id"))
            open_numbers.add(number)
            found[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            open_numbers.discard(int(element.get(f"{W}id")))
        elif element.tag == f"{W}t":
            for number in open_numbers:
                found[number] += element.text or ""
    return found


def texts_of(content: bytes) -> list[str]:
    """Return the text of every paragraph of a file, those in tables among them."""
    document = docx.Document(BytesIO(content))
    return [paragraph_text(paragraph) for paragraph in document.element.body.iter(f"{W}p")]
