"""`drafter desk`: the review desk in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from drafter.desk.store.intake import TakenIn
    from drafter.writing.model.writer import ModelUse

NEEDED = ("starlette", "uvicorn", "multipart", "sqlalchemy", "alembic", "rapidfuzz")


def desk(
    out: Annotated[Path, typer.Argument(metavar="成稿文件夹", help="起草或批量起草的输出文件夹", show_default=False)],
    port: Annotated[int, typer.Option(help="端口；默认自动选一个", min=0, max=65535, show_default=False)] = 0,
    users: Annotated[
        Path | None, typer.Option(help="账号文件；多人使用时必须有，用 drafter desk-user 添加账号", show_default=False)
    ] = None,
    host: Annotated[
        str, typer.Option(help="本机在内网里的地址，让别的电脑也能打开；默认只限本机", show_default=False)
    ] = "127.0.0.1",
    address: Annotated[
        str, typer.Option(help="前面有 HTTPS 反向代理时，代理的地址，如 https://desk.example.cn", show_default=False)
    ] = "",
    two_person: Annotated[bool, typer.Option("--two-person", help="改过报告的人不能自己通过")] = False,
    model: Annotated[
        str, typer.Option(help="换个说法用的模型，drafter.toml 里的名字；默认不用", show_default=False)
    ] = "stock",
    no_browser: Annotated[bool, typer.Option("--no-browser", help="不自动打开浏览器")] = False,
) -> None:
    """打开审核台，在浏览器里审核、修改、退回、通过报告。

    例：drafter desk out
    """
    from drafter.cli.console import say

    check_installed()
    from drafter.desk.service import Desk
    from drafter.desk.store.store import Store
    from drafter.desk.watching import watching
    from drafter.desk.web.serving import Plan, checked, serve
    from drafter.errors import InputError

    if not out.is_dir():
        raise InputError(out, "没有这个文件夹，请先用 drafter draft 或 drafter batch 起草")
    plan = checked(Plan(port, host, users, not no_browser, address))
    use = _model_use(model) if model != "stock" else None
    store = Store.beside(out)
    try:
        opened = Desk(store, two_person=two_person)
        with watching(opened, out, lambda taken: say("\n".join(_taken(taken)))):
            serve(opened, out, plan, use, lambda address: say(f"审核台已打开：{address}\n按 Ctrl+C 结束。"))
    finally:
        store.close()


def check_installed() -> None:
    """Raise MissingExtra where a package of the extra is not there."""
    from importlib.util import find_spec

    from drafter.errors import MissingExtra

    if any(find_spec(name) is None for name in NEEDED):
        raise MissingExtra("审核台", "desk")


def _model_use(name: str) -> "ModelUse":
    from drafter.runs.models import model_named
    from drafter.writing.backends.local import PREFIX
    from drafter.writing.checks.judge import judge
    from drafter.writing.model.writer import ModelUse

    return ModelUse(model_named(name, Path.cwd()), judge, by_topic=name.startswith(PREFIX))


def _taken(taken: "TakenIn") -> list[str]:
    """Return what came into the desk from the folder."""
    counted = (
        (taken.new, "新收进 {} 份"),
        (taken.redrafted, "重新起草 {} 份"),
        (taken.aside, "另有新稿 {} 份，原稿上已有修改，没有替换"),
    )
    lines = [words.format(len(keys)) for keys, words in counted if keys]
    problems = [f"没有收进 {key}：{why}" if key else why for key, why in taken.problems]
    return ["；".join(lines), *problems] if lines else problems
