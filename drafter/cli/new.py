"""`drafter new`: a blank dossier to fill in."""

from pathlib import Path
from typing import Annotated

import typer


def new(
    folder: Annotated[Path, typer.Argument(metavar="文件夹", help="放资料的文件夹，没有就新建", show_default=False)],
    year: Annotated[int, typer.Option(help="报告年度，例如 2025", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的 dossier.yaml")] = False,
) -> None:
    """生成一份空白资料，注释里写明填什么、到哪里找。

    例：drafter new 灵溪镇 --year 2025
    """
    from drafter.cli.console import say
    from drafter.dossier.blank import blank_dossier
    from drafter.errors import UsageError
    from drafter.form.editions import form_for_year

    if year > 2100:
        raise UsageError(f"{year} 不像报告年度，请核对")
    form = form_for_year(year)
    path = folder / "dossier.yaml"
    _write(path, blank_dossier(form, year), force)
    say(f"已生成 {path}（{form.edition} 版格式，{len(form.cells)} 格数据）。")
    say("下一步：")
    say("  1. 用记事本打开，照注释把 null 改成数字或文字；没有发生的填 0。保存时编码选 UTF-8。")
    say(f"  2. 检查：drafter check {path}")
    say(f"  3. 起草：drafter draft {path} -o {folder / '报告'}")


def _write(path: Path, text: str, force: bool) -> None:
    """Write a file whole or not at all; one that exists stays, unless `force`."""
    import os
    import tempfile

    from drafter.errors import OutputError

    if path.exists() and not force:
        raise OutputError(f"{path} 已经存在，没有覆盖；确定不要原来的，可加 --force")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".dossier-", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise OutputError(f"不能写入 {path}：请检查文件夹是否存在、有没有写入权限") from error
