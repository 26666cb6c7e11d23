"""Who sits at the desk: a name, a role, and the townships they may see."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do."""

    CLERK = "经办"
    """Edits the reports of their own townships and hands them in again; decides nothing."""
    REVIEWER = "审核"
    """Edits, waives, returns and approves every report."""
    MANAGER = "管理"
    """A reviewer who also makes final files, and sees the trail of all."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody at the desk. An empty `organs` sees every report; a clerk always has at least one."""

    name: str
    role: Role
    organs: frozenset[str] = frozenset()
    """Full names of the organs whose reports they may see."""

    def may_see(self, organ: str) -> bool:
        """Return whether the report of an organ is theirs to see."""
        return organ in self.organs or (not self.organs and self.role is not Role.CLERK)

    @property
    def may_decide(self) -> bool:
        """Return whether they may waive, accept, return and approve."""
        return self.role is not Role.CLERK


ALONE = Account("本机", Role.MANAGER)
"""Whoever opened the desk on their own machine, without a file of users."""
