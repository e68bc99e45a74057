"""The program as a whole says nothing of values, and asks Qt for the words of the window's language."""

import gc
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from kneedesk.ui.program import new_key, read_options, report, speak_for_qt, takes_a_key, without_collection


def test_a_fault_is_said_with_its_place_and_without_its_values(capsys):
    name = "Ana Moreno"
    try:
        raise ValueError(name)
    except ValueError as error:
        report(type(error), error, error.__traceback__)
    said = capsys.readouterr().err
    assert said.startswith("KneeDesk met a fault (ValueError):")
    assert "test_program.py" in said
    assert name not in said


def test_garbage_is_looked_for_again_after_a_while_without_even_when_that_ends_badly():
    with without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(InterruptedError), without_collection():
        raise InterruptedError
    assert gc.isenabled()


def test_who_looked_for_no_garbage_before_looks_for_none_afterwards():
    gc.disable()
    try:
        with without_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_every_thread_and_every_lost_fault_is_said_so_and_no_memory_is_written_out():
    program = (
        "import resource, sys, threading\n"
        "from kneedesk.ui.program import keep_silence, report\n"
        "keep_silence()\n"
        "print(sys.excepthook is report, resource.getrlimit(resource.RLIMIT_CORE))\n"
        "def fail(): raise ValueError('Ana Moreno')\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join()\n"
        "class Lost:\n"
        "    def __del__(self): fail()\n"
        "Lost()\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True (0, 0)"
    assert run.stderr.count("KneeDesk met a fault (ValueError):") == 2
    assert "Ana Moreno" not in run.stderr.replace("fail(): raise ValueError('Ana Moreno')", "")


def test_a_line_takes_a_key_unless_it_is_only_read(qtbot):
    line = QLineEdit("knee")
    qtbot.addWidget(line)
    assert takes_a_key(line)
    line.setReadOnly(True)
    assert not takes_a_key(line)


def test_each_key_is_another():
    assert len({new_key() for _ in range(100)}) == 100


def test_it_is_called_with_a_file_a_server_and_an_end():
    options = read_options(["a.json", "--store", "postgresql://desk@server/practice", "--quit-after", "usable"])
    assert (options.file.name, options.store, options.quit_after) == (
        "a.json",
        "postgresql://desk@server/practice",
        "usable",
    )


def test_another_end_is_refused(capsys):
    with pytest.raises(SystemExit):
        read_options(["--quit-after", "never"])
    assert "never" in capsys.readouterr().err


def test_english_needs_no_words_of_qt(qapp):
    parent = QObject()
    speak_for_qt("en", parent)
    assert not parent.children()
    speak_for_qt("es", parent)
    assert len(parent.children()) == 1
    qapp.removeTranslator(parent.children()[0])
