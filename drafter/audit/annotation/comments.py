"""Write what an audit found into the Word file it was found in, as native comments; nothing else is changed."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from drafter.audit.annotation.marking import Anchor, anchor_of, first_with_text, marked_runs
from drafter.audit.spot import Observation
from drafter.reading.source import Place

if TYPE_CHECKING:
    from docx.document import Document

AUTHOR, INITIALS = "审核", "审"
_NAMES = {"error": "错误", "warning": "提醒", "info": "说明"}


def annotated(content: bytes, observations: Sequence[Observation], title: Place | None = None) -> bytes:
    """Return a Word file with a comment at the place of each observation; those without a place share one at the title.

    Raises ValueError where the bytes are not a Word document.
    """
    # python-docx takes 150 ms to load; an audit without comments has no use for it.
    import docx

    try:
        document = docx.Document(BytesIO(content))
    except (KeyError, ValueError) as error:
        raise ValueError("not a Word document") from error
    homeless = []
    for observation in observations:
        anchor = anchor_of(document, observation)
        if anchor is None:
            homeless.append(observation)
        else:
            _comment(document, anchor, _text(observation))
    if homeless and (anchor := first_with_text(document, title)):
        _comment(document, anchor, "\n".join(_joined(homeless)))
    result = BytesIO()
    document.save(result)
    return result.getvalue()


def _comment(document: "Document", anchor: Anchor, text: str) -> None:
    document.add_comment(marked_runs(anchor), text, AUTHOR, INITIALS)


def _joined(observations: Iterable[Observation]) -> Iterator[str]:
    for number, observation in enumerate(observations, start=1):
        yield f"{number}. {_text(observation)}"


def _text(observation: Observation) -> str:
    finding = observation.finding
    lines = [f"【{_NAMES[finding.severity.value]}】{finding.message}"]
    if finding.suggestion:
        lines.append(f"建议：{finding.suggestion}")
    if observation.source:
        lines.append(f"依据：{observation.source}（{observation.rule} {finding.code}）")
    return "\n".join(_printable(line) for line in lines)


def _printable(text: str) -> str:
    """Return a text without characters that no Word file can hold."""
    return "".join(character for character in text if character in "\t\n" or character >= " ")
