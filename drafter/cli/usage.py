"""The words typer itself writes, in Chinese: help pages, and what is wrong with a call."""

import re
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

# Typer prints these in English; the only ones that are translatable by `gettext` would need a catalogue per machine.
_WORDS = {
    "Usage: ": "用法：",
    "Commands:\n": "命令：\n",
    "Options:\n": "选项：\n",
    "Arguments:\n": "参数：\n",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "Show this message and exit.": "显示这份说明",
    "[required]": "[必填]",
    "[default: ": "[默认：",
    "<path>": "<路径>",
    "<list[Path]>": "<路径>",
    "<%Y-%m-%d>": "<年-月-日>",
    "<int>": "<整数>",
    "<integer>": "<整数>",
    "<text>": "<文字>",
    "<str>": "<文字>",
}


class Group(TyperGroup):
    """The program, with a Chinese help page."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page in Chinese."""
        return _chinese(super().get_help(ctx))


class Fallback(Group):
    """A command that has commands of its own: what names none of them is for the one called `DEFAULT`."""

    DEFAULT = "open"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the arguments, those of no other command given to the default one."""
        is_named = bool(args) and args[0] in self.commands and args[0] != self.DEFAULT
        return super().parse_args(ctx, args if is_named else [self.DEFAULT, *args])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command to call; the default one has no name of its own."""
        name, command, rest = super().resolve_command(ctx, args)
        return (None if name == self.DEFAULT else name), command, rest


class Command(TyperCommand):
    """A command with a Chinese help page."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page in Chinese."""
        return _chinese(super().get_help(ctx))


def wrong_call(error: TyperException) -> str:
    """Return what is wrong with a call in one Chinese line; for a call without any argument, the help page."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return error.format_message()
    context, param = getattr(error, "ctx", None), getattr(error, "param", None)
    name = "、".join(getattr(param, "opts", ())) or getattr(error, "option_name", "")
    is_option = name.startswith("-")
    what = {
        "NoSuchOption": f"没有 {name} 这个选项",
        "MissingParameter": f"缺少选项 {name}" if is_option else f"缺少参数（{getattr(param, 'help', '')}）",
        "BadParameter": f"{name} 的值不对{_choices(error)}",
        "BadOptionUsage": f"选项 {name} 的写法不对，多半是少了或多了值",
    }.get(kind, "没有这个命令，或者参数多了、少了")
    command = " ".join(context.command_path.split()) if context else "drafter"
    return f"错误：{what}。用法见 {command} --help"


def _choices(error: TyperException) -> str:
    """Return the values that a parameter takes, where typer lists them."""
    values = re.findall("'([^']+)'", error.message.partition(" is not one of ")[2])
    return f"，可用：{'、'.join(values)}" if values else ""


def _chinese(text: str) -> str:
    for english, chinese in _WORDS.items():
        text = text.replace(english, chinese)
    # The default command of a group has no name, and leaves two blanks where it would stand.
    return re.sub(r"^(用法：.*\S)  +\[", r"\1 [", text)
