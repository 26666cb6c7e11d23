"""What the pages are given: the desk, its door, and how this site is reached."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request

from drafter.desk.web.kept import Kept

if TYPE_CHECKING:
    from drafter.desk.entrance import Entrance
    from drafter.desk.rewording import Candidate
    from drafter.desk.service import Desk
    from drafter.desk.word.imported import Imported
    from drafter.writing.model.writer import ModelUse


@dataclass(frozen=True, slots=True)
class Site:
    """One running desk."""

    desk: "Desk"
    out: Path
    """The folder of the reports: final files are written below it."""
    entrance: "Entrance"
    by_link: bool
    """Whether people come in by a one-time link instead of a name and a password."""
    cookie: str
    """The name of the session's cookie; browsers keep one for all ports of an address."""
    is_secure: bool = False
    """Whether the browser reaches it by https."""
    model: "ModelUse | None" = None
    """What other wordings come from; None where no model is set up."""
    imports: "Kept[Imported]" = field(default_factory=Kept)
    wordings: "Kept[Candidate]" = field(default_factory=Kept)


def site_of(request: Request) -> Site:
    """Return the site that a request came to."""
    site: Site = request.app.state.site
    return site
