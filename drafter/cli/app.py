"""The commands of `drafter`."""

import typer

from drafter.cli.audit import audit
from drafter.cli.batch import batch
from drafter.cli.check import check
from drafter.cli.check_sentence import check_sentence
from drafter.cli.desk import desk
from drafter.cli.desk_import import desk_import
from drafter.cli.desk_user import desk_user
from drafter.cli.draft import draft
from drafter.cli.new import new
from drafter.cli.read import read
from drafter.cli.relay import relay
from drafter.cli.usage import Command, Fallback, Group

_desk = typer.Typer(
    name="desk",
    cls=Fallback,
    help="打开审核台，在浏览器里审核、修改、退回、通过报告；读回改过的 Word 文件。",
    rich_markup_mode=None,
)
_desk.command(name=Fallback.DEFAULT, cls=Command)(desk)
_desk.command(name="import", cls=Command)(desk_import)

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
app.add_typer(_desk)
app.command(name="check-sentence", cls=Command)(check_sentence)
app.command(name="desk-user", cls=Command)(desk_user)
app.add_typer(relay)
