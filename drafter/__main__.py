"""The program `drafter`: run the commands, and turn our own errors into one line and an exit code."""

import sys

from drafter.errors import DrafterError

INTERRUPTED = 130


def main() -> None:
    """Run the command line. Exits with the codes of `drafter.errors`, 130 where the user interrupts."""
    from typer import TyperException

    from drafter.cli.app import app
    from drafter.cli.console import prepare_streams, say
    from drafter.cli.usage import wrong_call

    prepare_streams()
    try:
        code = app(prog_name="drafter", standalone_mode=False)
    except TyperException as error:
        say(wrong_call(error))
        sys.exit(error.exit_code)
    except DrafterError as error:
        say(f"错误：{error}")
        sys.exit(error.exit_code)
    if code == INTERRUPTED:
        say("已中断。")
    sys.exit(code or 0)


if __name__ == "__main__":
    main()
