"""The commands of `drafter`."""

import typer

from drafter.cli.audit import audit
from drafter.cli.batch import batch
from drafter.cli.check import check
from drafter.cli.check_sentence import check_sentence
from drafter.cli.draft import draft
from drafter.cli.new import new
from drafter.cli.read import read
from drafter.cli.relay import relay
from drafter.cli.usage import Command, Group

app = typer.Typer(
    name="drafter",
    cls=Group,
    help="起草、校验乡镇（街道）政府信息公开工作年度报告。",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)
app.command(cls=Command)(new)
app.command(cls=Command)(check)
app.command(cls=Command)(draft)
app.command(cls=Command)(batch)
app.command(cls=Command)(audit)
app.command(cls=Command)(read)
app.command(name="check-sentence", cls=Command)(check_sentence)
app.add_typer(relay)
