"""The commands of `drafter`."""

import typer

from drafter.cli.check import check
from drafter.cli.draft import draft
from drafter.cli.new import new

app = typer.Typer(
    name="drafter",
    help="起草、校验乡镇（街道）政府信息公开工作年度报告。",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)
app.command()(new)
app.command()(check)
app.command()(draft)
