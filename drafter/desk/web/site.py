"""What the pages are given: the desk, its door, and how this site is reached."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request

if TYPE_CHECKING:
    from drafter.desk.service import Desk
    from drafter.desk.users import Door


@dataclass(frozen=True, slots=True)
class Site:
    """One running desk."""

    desk: "Desk"
    door: "Door"
    by_link: bool
    """Whether people come in by a one-time link instead of a name and a password."""
    cookie: str
    """The name of the session's cookie; browsers keep one for all ports of an address."""
    is_secure: bool = False
    """Whether the browser reaches it by https."""


def site_of(request: Request) -> Site:
    """Return the site that a request came to."""
    site: Site = request.app.state.site
    return site
