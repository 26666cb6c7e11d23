"""The laws and notices a report may cite, each with the years it may be cited in."""

from dataclasses import dataclass
from functools import cache

from drafter.errors import ShippedDataError
from drafter.form.model import Form
from drafter.resources import read_text
from drafter.richtext import PieceKind, Text, piece
from drafter.yamltree import parse_own


@dataclass(frozen=True, slots=True)
class Law:
    """A law as it is cited; `edition` marks the notice that prescribes a form."""

    id: str
    text: str
    first_year: int
    last_year: int | None
    edition: str | None


@cache
def laws() -> dict[str, Law]:
    """Return the laws of `prompts/laws.yaml` by id."""
    rows = parse_own(read_text("prompts/laws.yaml")).value
    return {row["id"]: Law(row["id"], row["text"], row["from"], row.get("to"), row.get("edition")) for row in rows}


def cite(law_id: str, form: Form, year: int) -> Text:
    """Return a law as a piece; `notice` is the notice of the form.

    Raises ShippedDataError for a law that is not in the list or not in force for the report year: a superseded basis
    in a report is a defect that gets reported in public.
    """
    if law_id == "notice":
        own = next((law for law in laws().values() if law.edition == form.edition), None)
        text = own.text if own else f"{form.notice.title}（{form.notice.number}）"
        return piece(text, PieceKind.LAW, own.id if own else "notice")
    law = laws().get(law_id)
    if law is None or year < law.first_year or (law.last_year is not None and year > law.last_year):
        raise ShippedDataError(f"{year}年度报告不能引用 {law_id}")
    return piece(law.text, PieceKind.LAW, law.id)
