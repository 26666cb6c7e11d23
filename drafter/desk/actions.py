"""Everything a person can do to a report at the desk, as values: what the page posts, what the trail keeps."""

from dataclasses import dataclass

from drafter.form.statistics import Number


@dataclass(frozen=True, slots=True)
class Written:
    """A stretch of an edited sentence: typed words, or a chip that stood there or was inserted (`kind`, `ref`)."""

    text: str = ""
    kind: str = "plain"
    """A `PieceKind`, or `slot` for a whole phrase, whose ref is `p:app_new`, `g:app_results` or `d:app_new`.

    For anything but plain the text is the code's, not what the page sent; it only says which of several chips of one
    ref is meant, and which fixed term or number of an item is wanted.
    """
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """Change a sentence. Typed figures are bound to the facts they state, or refused."""

    line: str
    pieces: tuple[Written, ...]
    cites: tuple[str, ...] | None = None
    """None keeps the citations."""
    origin: str = "编辑"
    """模型 where another wording of a model was taken as it was."""


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new sentence behind another one."""

    after: str
    pieces: tuple[Written, ...]
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Strike a sentence out, or bring it back."""

    line: str
    dropped: bool = True


@dataclass(frozen=True, slots=True)
class Lock:
    """Lock a sentence against other wordings, or unlock it."""

    line: str
    locked: bool = True


@dataclass(frozen=True, slots=True)
class Accept:
    """Accept the unproved words of a sentence by name; `words` must be those it has now."""

    line: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddNote:
    """Hand in a note as evidence, with where it comes from."""

    aspect: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Correct:
    """Correct cells of the statistics as data; tables and sentences follow."""

    cells: tuple[tuple[str, Number | None], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Waive:
    """Take a warning on oneself, or take that back with an empty reason."""

    code: str
    where: str
    message: str
    reason: str


@dataclass(frozen=True, slots=True)
class Return:
    """Send the report back to the clerk with reasons."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandIn:
    """Hand a returned report in again."""


@dataclass(frozen=True, slots=True)
class Approve:
    """Approve the report."""


@dataclass(frozen=True, slots=True)
class Finalise:
    """Make the final files of an approved report."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Open an approved or final report again, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last change of text, notes or cells; the store gives the report as it was before."""


Action = (
    Edit
    | Insert
    | Drop
    | Lock
    | Accept
    | AddNote
    | Correct
    | Waive
    | Return
    | HandIn
    | Approve
    | Finalise
    | Reopen
    | Undo
)
