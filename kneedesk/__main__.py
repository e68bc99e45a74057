"""Choose a side: a command, or the window; neither loads the other."""

import os
import sys

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_COMMANDS = frozenset(("assess", "export", "everything", "check", "verify", "store", "move"))


def main() -> None:
    """Run KneeDesk: without a command it opens the window, with a file where one is named."""
    arguments = sys.argv[1:]
    first = arguments[0].partition("=")[0] if arguments else ""
    if first in _COMMANDS or (first.startswith("-") and first != "--store"):
        from kneedesk.commands.command_line import main as run_command

        sys.exit(run_command())
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        sys.exit("kneedesk: there is no screen here to open the window on; the commands work without it")
    try:
        from kneedesk.application import run
    except ImportError as error:
        if (error.name or "").split(".")[0] != "PySide6":
            raise
        sys.exit("kneedesk: the window needs PySide6, which cannot be loaded here; the commands work without it")
    sys.exit(run(arguments[1:] if arguments[:1] == ["open"] else arguments))


if __name__ == "__main__":
    main()
