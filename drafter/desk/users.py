"""Who may sit at the desk of an office: a TOML file of names, roles, townships and hashed passwords.

```toml
[[user]]
name = "王芳"
role = "经办"                      # 经办、审核 or 管理
organs = ["灵溪镇人民政府"]         # whose reports they see; a reviewer without any sees all
password = "scrypt$32768$8$3$…"    # made by `drafter desk-user`
```
"""

import json
import os
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from drafter.desk.account import Account, Role
from drafter.desk.passwords import NOBODYS, fits, parameters
from drafter.errors import InputError, OutputError
from drafter.infile import read_regular

MOST_BYTES = 1_000_000
MOST_NAME = 50
FIELDS = {"name", "role", "organs", "password"}


@dataclass(frozen=True, slots=True)
class User:
    """Somebody in the file of users."""

    account: Account
    password: str
    """The hash, as `passwords.hashed` writes it."""

    @property
    def proof(self) -> str:
        """Return what a session rests on: it ends when the password is changed."""
        return sha256(self.password.encode()).hexdigest()


class Users:
    """The file of users as it is now: it is read again whenever it has changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._state = _state_of(path)
        self._users: Mapping[str, User] = read_users(path)

    def all(self) -> Mapping[str, User]:
        """Return the users by name.

        Raises InputError where the file cannot be read or says something impossible: what it said before is no more.
        """
        with self._lock:
            if (state := _state_of(self.path)) != self._state or state is None:
                self._users, self._state = read_users(self.path), state
            return self._users

    def find(self, name: str) -> User | None:
        """Return a user by name."""
        return self.all().get(name)

    def checked(self, name: str, password: str) -> User | None:
        """Return the user whose password this is; an unknown name takes as long as a wrong password."""
        user = self.find(name)
        is_right = fits(password, user.password if user else NOBODYS)
        return user if is_right else None


def read_users(path: Path) -> dict[str, User]:
    """Return the users of a file by name. Raises InputError where it says something impossible."""
    content = read_regular(path, MOST_BYTES, kind="用户")
    try:
        tree = tomllib.loads(content.decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(path, f"不是有效的 TOML（{error}）") from error
    items = tree.get("user", [])
    if set(tree) - {"user"} or not isinstance(items, list) or not items:
        raise InputError(path, "每个用户应写成一段 [[user]]，至少要有一个；可用 drafter desk-user 添加")
    users: dict[str, User] = {}
    for number, item in enumerate(items, start=1):
        user = _user(path, number, item)
        if user.account.name in users:
            raise InputError(path, f"有两个叫“{user.account.name}”的用户，请改成不同的名字")
        users[user.account.name] = user
    return users


def users_text(users: Iterable[User]) -> str:
    """Return the file of users."""
    return "\n".join(
        "[[user]]\n"
        f"name = {_toml(user.account.name)}\n"
        f"role = {_toml(user.account.role.value)}\n"
        f"organs = [{', '.join(_toml(organ) for organ in sorted(user.account.organs))}]\n"
        f"password = {_toml(user.password)}\n"
        for user in users
    )


def with_user(path: Path, user: User) -> None:
    """Put a user into a file, in place of one of the same name; only the owner of the file may read it."""
    users = read_users(path) if path.exists() else {}
    _write(path, {**users, user.account.name: user}.values())


def without_user(path: Path, name: str) -> None:
    """Take a user out of a file. Raises OutputError where nobody would be left: then the file itself is to go."""
    left = [user for user in read_users(path).values() if user.account.name != name]
    if not left:
        raise OutputError(f"{path} 里只有这一个账号，删去就没有人能登录了；不用账号文件时请直接删去文件")
    _write(path, left)


def _write(path: Path, users: Iterable[User]) -> None:
    """Write the file whole or not at all."""
    try:
        # A temporary file is for its owner's eyes only, and stays so when it is renamed.
        handle, name = tempfile.mkstemp(prefix=".drafter-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(users_text(users).encode())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(f"不能写入 {path}：请检查文件夹是否存在、有没有写入权限") from error


def valid_account(name: str, role: str, organs: Iterable[str]) -> Account:
    """Return an account. Raises ValueError with the reason in Chinese where it cannot be one."""
    if not name or name != name.strip() or len(name) > MOST_NAME or not name.isprintable():
        raise ValueError(f"用户名“{name}”不能用：应当是 1 到 {MOST_NAME} 个字，前后没有空格")
    if role not in list(Role):
        raise ValueError(f"用户“{name}”的角色“{role}”不对，只能是{'、'.join(Role)}之一")
    account = Account(name, Role(role), frozenset(organs))
    if account.role is Role.CLERK and not account.organs:
        raise ValueError(f"经办“{name}”没有写明是哪个乡镇的（organs），请写单位全称")
    return account


def _user(path: Path, number: int, item: Any) -> User:
    if not isinstance(item, dict) or set(item) - FIELDS:
        raise InputError(path, f"第 {number} 个用户里有不认识的项目，只能写{'、'.join(sorted(FIELDS))}")
    organs = item.get("organs", [])
    name, role, password = (str(item.get(field, "")) for field in ("name", "role", "password"))
    if not isinstance(organs, list) or not all(isinstance(organ, str) and organ for organ in organs):
        raise InputError(path, f'用户“{name}”的 organs 应当是单位全称的清单，如 ["灵溪镇人民政府"]')
    if parameters(password) is None:
        raise InputError(path, f"用户“{name}”的密码不能直接写在文件里，请用 drafter desk-user 设置")
    try:
        return User(valid_account(name, role, organs), password)
    except ValueError as error:
        raise InputError(path, str(error)) from error


def _state_of(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _toml(text: str) -> str:
    """Return a basic string of TOML, which is one of JSON."""
    return json.dumps(text, ensure_ascii=False)
