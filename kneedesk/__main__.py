"""Choose a side: a command, or the window."""

import sys


def main() -> None:
    """Run KneeDesk."""
    from kneedesk.commands.command_line import main as run_command

    sys.exit(run_command())


if __name__ == "__main__":
    main()
