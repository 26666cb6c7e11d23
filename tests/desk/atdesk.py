"""The example township at a real desk, with a store in a folder."""

from pathlib import Path

from drafter.desk.account import ALONE, Account, Role
from drafter.desk.actions import Action
from drafter.desk.service import Desk, Opened, Saved
from drafter.desk.store.store import Store
from drafter.dossier.intake import load_dossier
from drafter.runs.drafting import draft_to_folder

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
KEY = "云岭县/灵溪镇"
WANG = Account("王芳", Role.REVIEWER)


def desk_with_example(out: Path) -> Desk:
    """Return a desk on a folder in which the example was drafted."""
    loaded = load_dossier(EXAMPLES / "lingxi-2025" / "dossier.yaml")
    assert loaded.dossier is not None
    draft_to_folder(loaded.dossier, loaded.findings, out / KEY, ("docx",))
    desk = Desk(Store.beside(out))
    desk.take_in(out)
    return desk


def opened(desk: Desk) -> Opened:
    """Return the example as it is now."""
    found = desk.open(KEY, ALONE)
    assert found is not None
    return found


def did(desk: Desk, action: Action, account: Account = ALONE) -> Saved:
    """Take an action that must be taken."""
    saved = desk.do(KEY, opened(desk).version, action, account)
    assert isinstance(saved, Saved), saved
    return saved
