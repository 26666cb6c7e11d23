"""A desk with a few townships' reports, asked in process as a browser would ask it."""

import atexit
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from drafter.desk.account import ALONE, Account, Role
from drafter.desk.entrance import Entrance
from drafter.desk.passwords import hashed
from drafter.desk.service import Desk, Opened
from drafter.desk.store.store import Store
from drafter.desk.users import User, Users, users_text
from drafter.desk.web.app import desk_app
from drafter.desk.web.site import Site
from drafter.dossier.intake import load_dossier
from drafter.runs.pipeline import draft_report
from drafter.runs.record import record_bytes
from tests.desk.reports import EXAMPLE, write

HOST = "127.0.0.1:8000"
ORIGIN = f"http://{HOST}"
COOKIE = "drafter-desk"
OURS, THEIRS, WARNED = "灵溪镇", "石桥镇", "双堍镇"
LINE = "overview.2"
PASSWORD = "correct horse battery"  # noqa: S105

ACCOUNTS = (
    Account("王芳", Role.CLERK, frozenset({"灵溪镇人民政府"})),
    Account("小刘", Role.CLERK, frozenset({"石桥镇人民政府"})),
    Account("老李", Role.REVIEWER),
    Account("赵主任", Role.MANAGER),
)


@dataclass
class Office:
    """A running desk and somebody in front of it."""

    out: Path
    desk: Desk
    entrance: Entrance
    client: TestClient

    def get(self, address: str, **options: Any):
        return self.client.get(address, follow_redirects=False, **options)

    def post(self, address: str, data: Mapping[str, Any] | None = None, *, origin: str | None = ORIGIN, **options: Any):
        """Post a form as a page of the desk does: with the session's token, from the desk's own origin."""
        headers = options.pop("headers", {}) | ({"Origin": origin} if origin else {})
        fields = {"csrf": self.csrf, **(data or {})}
        return self.client.post(address, data=fields, headers=headers, follow_redirects=False, **options)

    @property
    def csrf(self) -> str:
        seated = self.entrance.seated(self.client.cookies.get(COOKIE, ""))
        return seated.csrf if seated else ""

    def opened(self, key: str = OURS) -> Opened:
        found = self.desk.open(key, ALONE)
        assert found is not None
        return found

    def act(self, action: str, key: str = OURS, **fields: Any):
        """Post an action on the newest version of a report."""
        return self.post(f"/act/{key}", {"version": str(self.opened(key).version), "action": action, **fields})

    def sit(self, name: str) -> "Office":
        """Log somebody in."""
        answer = self.post("/login", {"name": name, "password": PASSWORD})
        assert answer.status_code == 303, answer.text
        return self


def office(out: Path, *, users: bool = False, two_person: bool = False, **site: Any) -> Office:
    """Return a desk on a folder; without `users` whoever holds the link sits at it."""
    shutil.copytree(_prepared(), out, dirs_exist_ok=True)
    desk = Desk(Store.beside(out), two_person=two_person)
    known = None
    if users:
        (out / "users.toml").write_text(_users(), encoding="utf-8")
        known = Users(out / "users.toml")
    entrance = Entrance(desk.store, known)
    app = desk_app(Site(desk, out, entrance, not users, COOKIE, **site), (ORIGIN, "http://localhost:8000"))
    client = TestClient(app, base_url=ORIGIN, raise_server_exceptions=True)
    made = Office(out, desk, entrance, client)
    if not users:
        assert made.get(f"/enter?link={entrance.link()}").status_code == 303
    return made


@cache
def _prepared() -> Path:
    """Return a folder with two reports that lie on the desk."""
    out = Path(tempfile.mkdtemp(prefix="drafter-office-"))
    atexit.register(shutil.rmtree, out, ignore_errors=True)
    for organ in (OURS, THEIRS):
        write(out, organ)
    write(out, WARNED, _with_warnings())
    store = Store.beside(out)
    Desk(store).take_in(out)
    store.close()
    return out


def _with_warnings() -> bytes:
    """Return the record of a report with warnings and with gaps to fill."""
    loaded = load_dossier(EXAMPLE.parent / "shuangtu-2020" / "dossier.yaml")
    assert loaded.dossier is not None
    return record_bytes(draft_report(loaded.dossier, loaded.findings, []), "0.0")


@cache
def _users() -> str:
    return users_text(User(account, hashed(PASSWORD, 2**10)) for account in ACCOUNTS)


def lines(html: str) -> list[str]:
    """Return the ids of the sentences of a report page."""
    return re.findall(r'data-line="([^"]+)"', html)
