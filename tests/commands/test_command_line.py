"""The command line runs where Qt cannot be imported, and explains itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from kneedesk.commands.command_line import run

ROOT = Path(__file__).parents[2]
WITHOUT_QT = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name)
sys.meta_path.insert(0, Refuse())
from kneedesk.commands.command_line import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", "resources/samples/reference.json", "--json"],
        ["export", "resources/samples/reference.json", "--out", "{folder}"],
        ["check"],
    ],
    ids=["assess", "export", "check"],
)
def test_commands_run_where_qt_cannot_be_imported(arguments, tmp_path):
    filled = [argument.format(folder=tmp_path) for argument in arguments]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", WITHOUT_QT, *filled],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_no_command_is_refused_with_the_choice(capsys):
    with pytest.raises(SystemExit) as stop:
        run([])
    assert stop.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["assess", "export", "everything", "check", "verify", "store", "move"])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stop:
        run([command, "--help"])
    assert stop.value.code == 0
    assert command in capsys.readouterr().out
