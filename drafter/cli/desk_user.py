"""`drafter desk-user`: who may sit at the desk of an office."""

from pathlib import Path
from typing import Annotated

import typer


def desk_user(
    users: Annotated[Path, typer.Argument(metavar="账号文件", help="账号文件，没有就新建", show_default=False)],
    name: Annotated[str, typer.Argument(metavar="姓名", help="登录用的姓名", show_default=False)],
    role: Annotated[
        str, typer.Option(help="经办、审核或管理；已有的账号不写就不变", metavar="角色", show_default=False)
    ] = "",
    organ: Annotated[
        list[str] | None,
        typer.Option(help="能看哪个单位的报告，写全称，可写多次；审核、管理不写就能看全部", show_default=False),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="删去这个账号")] = False,
) -> None:
    """给审核台添加账号，或者改密码、改角色、删账号；密码不显示，也不存原文。

    例：drafter desk-user users.toml 王芳 --role 经办 --organ 灵溪镇人民政府
    """
    from drafter.cli.console import say
    from drafter.desk.users import read_users, without_user
    from drafter.errors import UsageError

    known = read_users(users).get(name) if users.exists() else None
    if remove:
        if known is None:
            raise UsageError(f"{users} 里没有叫“{name}”的账号")
        without_user(users, name)
        say(f"已删去账号“{name}”，他的登录立即失效")
        return
    if not known and not role:
        raise UsageError(f"“{name}”是新账号，请用 --role 写明角色：经办、审核或管理")
    _put(users, name, role or (known.account.role.value if known else ""), organ, known is not None)
    say(f"账号“{name}”已写入 {users}")


def _put(users: Path, name: str, role: str, organs: list[str] | None, is_known: bool) -> None:
    """Write an account with the password that is asked for."""
    from drafter.desk.passwords import hashed
    from drafter.desk.users import User, read_users, valid_account, with_user
    from drafter.errors import UsageError

    kept = read_users(users)[name].account.organs if is_known else frozenset[str]()
    try:
        account = valid_account(name, role, kept if organs is None else organs)
    except ValueError as error:
        raise UsageError(str(error)) from error
    with_user(users, User(account, hashed(_password())))


def _password() -> str:
    """Return the password as it is typed, twice and without being shown; from a pipe, its first line."""
    import sys
    from getpass import getpass

    from drafter.desk.passwords import weakness
    from drafter.errors import UsageError

    if sys.stdin.isatty():
        password = getpass("密码（输入时不显示）：")
        is_same = password == getpass("再输一遍：")
    else:
        password, is_same = sys.stdin.readline().rstrip("\r\n"), True
    if not is_same:
        raise UsageError("两次输入的密码不一样，没有改动")
    if reason := weakness(password):
        raise UsageError(reason)
    return password
