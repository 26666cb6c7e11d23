"""The program `drafter`: run the commands, and turn our own errors into one line and an exit code."""

import sys

from drafter.errors import DrafterError


def main() -> None:
    """Run the command line. Exits with the codes of `drafter.errors`, 130 where the user interrupts."""
    from drafter.cli.app import app
    from drafter.cli.console import prepare_streams, say

    prepare_streams()
    try:
        app()
    except DrafterError as error:
        say(f"错误：{error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        say("已中断。")
        sys.exit(130)


if __name__ == "__main__":
    main()
