"""Two desks have changed one consultation: it is said, compared side by side, and what is chosen of both is saved."""

from contextlib import contextmanager
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.versions import finalise
from kneedesk.store.faults import SUPERSEDED
from kneedesk.store.outbox import Outbox
from kneedesk.ui.dialogs.collision import CollisionDialog
from tests.amending import amended
from tests.people import ANA
from tests.store.listening import LATEST
from tests.ui.running import NOW, SETTINGS, running
from tests.ui.test_sharing import bent, flexion, press, resume, says, strip

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def application(qtbot, theme, tmp_path, line):
    with running(tmp_path / "data", theme, qtbot, replace(SETTINGS, store=line.place())) as application:
        yield application


@contextmanager
def cut_off(line, application, qtbot):
    """Cut the line while something is done, and wait until it is back."""
    line.cut()
    yield
    qtbot.waitUntil(lambda: application.attending.sharing.is_lost)
    line.mend()
    qtbot.waitUntil(lambda: not application.attending.sharing.is_lost)


def collide(application, ben, cases, line, qtbot, theirs):
    """Change the bending here while the line is cut, and something there; return the desk once it is noticed."""
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    with cut_off(line, application, qtbot):
        desk.session.amend("examination.flexion_degrees", 95)
        ben.writes("k", theirs)
    qtbot.waitUntil(lambda: says(application, "Your last changes are not saved"))
    return desk


def compare(application, desk, qtbot):
    press(qtbot, strip(application).action)
    qtbot.waitUntil(lambda: desk.findChild(CollisionDialog) is not None)
    return desk.findChild(CollisionDialog)


def choose(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QAbstractButton, f"collision.{name}"), Qt.MouseButton.LeftButton)


def test_what_each_desk_changed_of_its_own_is_saved_together(application, ben, cases, line, qtbot):
    theirs = amended(cases["reference"], "patient", given_name="Joan")
    desk = collide(application, ben, cases, line, qtbot, theirs)
    assert ben.kept.read("k") == theirs
    dialog = compare(application, desk, qtbot)
    assert dialog.taken() == {"examination.flexion_degrees"}
    choose(qtbot, dialog, "keep")
    qtbot.waitUntil(lambda: application.shelf.settled and not desk.session.reads)
    assert ben.kept.read("k") == bent(theirs, 95) == desk.session.consultation
    assert ben.kept.version("k") == 3, "what stood on the older version was written over theirs first"
    qtbot.waitUntil(strip(application).isHidden)


def test_a_refusal_that_comes_late_is_not_said_once_all_is_saved(application, ben, cases, qtbot, monkeypatch):
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    consultations, gate = application.shelf.store.consultations, Event()
    save = consultations.save
    monkeypatch.setattr(consultations, "save", lambda *state: gate.wait(LATEST) and save(*state))
    desk.session.amend("examination.flexion_degrees", 95)
    application.shelf.keeping.failed.emit("k", SUPERSEDED)
    assert says(application, "Your last changes are not saved")
    gate.set()
    qtbot.waitUntil(strip(application).isHidden)
    assert application.shelf.settled


def test_of_what_both_changed_one_is_chosen(application, ben, cases, line, qtbot):
    desk = collide(application, ben, cases, line, qtbot, bent(cases["reference"], 100))
    dialog = compare(application, desk, qtbot)
    assert not dialog.keep.isEnabled()
    choose(qtbot, dialog, "ours.examination.flexion_degrees")
    choose(qtbot, dialog, "keep")
    qtbot.waitUntil(lambda: application.shelf.settled and not desk.session.reads)
    assert ben.kept.read("k").examination.flexion_degrees == 95


def test_who_gives_up_theirs_reads_on_what_the_other_desk_has(application, ben, cases, line, tmp_path, qtbot):
    theirs = bent(cases["reference"], 100)
    desk = collide(application, ben, cases, line, qtbot, theirs)
    choose(qtbot, compare(application, desk, qtbot), "drop")
    qtbot.waitUntil(lambda: says(application, "What is saved there is shown here at once"))
    assert flexion(desk) == 100
    assert application.shelf.settled
    assert application.window.list.notice.isHidden()
    assert ben.kept.version("k") == 2
    qtbot.waitUntil(lambda: Outbox(tmp_path / "data").read(ANA.id) is None)


def test_who_decides_later_loses_nothing(application, ben, cases, line, qtbot):
    desk = collide(application, ben, cases, line, qtbot, bent(cases["reference"], 100))
    choose(qtbot, compare(application, desk, qtbot), "later")
    assert flexion(desk) == 95
    assert not application.shelf.settled
    application.leaving.leave_desk()
    qtbot.waitUntil(lambda: not desk.isVisible())
    desk = resume(application, qtbot)
    qtbot.waitUntil(lambda: says(application, "Your last changes are not saved"))
    assert flexion(desk) == 95
    choose(qtbot, compare(application, desk, qtbot), "drop")
    qtbot.waitUntil(lambda: application.shelf.settled)


def test_what_the_other_desk_has_finalised_is_not_merged(application, ben, cases, line, qtbot):
    theirs = finalise(cases["reference"], "2026.11", NOW)
    desk = collide(application, ben, cases, line, qtbot, theirs)
    dialog = compare(application, desk, qtbot)
    assert dialog.keep.isHidden()
    choose(qtbot, dialog, "drop")
    qtbot.waitUntil(lambda: application.shelf.settled)
    assert desk.session.consultation == theirs
    assert ben.kept.read("k") == theirs


def test_what_was_changed_there_while_somebody_chose_is_compared_anew(application, ben, cases, line, qtbot):
    desk = collide(application, ben, cases, line, qtbot, amended(cases["reference"], "patient", given_name="Joan"))
    dialog = compare(application, desk, qtbot)
    ben.keeps("k", amended(cases["reference"], "patient", given_name="Jane"))
    choose(qtbot, dialog, "keep")
    qtbot.waitUntil(lambda: any(each is not dialog for each in desk.findChildren(CollisionDialog)))
    (anew,) = [each for each in desk.findChildren(CollisionDialog) if each is not dialog and each.isVisible()]
    choose(qtbot, anew, "keep")
    qtbot.waitUntil(lambda: application.shelf.settled)
    assert ben.kept.read("k") == bent(amended(cases["reference"], "patient", given_name="Jane"), 95)
