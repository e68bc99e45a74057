"""One desk writes, the others read along; what another desk does is seen at once, and a lost line loses nothing."""

from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kneedesk.store import server_faults
from kneedesk.store.faults import Unavailable
from kneedesk.store.journal import Journal
from kneedesk.store.outbox import Outbox
from kneedesk.store.parcel import Parcel, Unwritten
from kneedesk.ui.dialogs.take_over import TakeOverDialog
from tests.amending import amended
from tests.files import CASES
from tests.people import ANA, BEN
from tests.ui.running import NOW, SETTINGS, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def work(qtbot, theme, tmp_path, line):
    """Return what opens the window of this desk, on the server at the other end of the line."""

    @contextmanager
    def begin():
        settings = replace(SETTINGS, store=line.place())
        with running(tmp_path / "data", theme, qtbot, settings) as application:
            yield application

    return begin


@pytest.fixture
def application(work):
    with work() as application:
        yield application


def resume(application, qtbot, key="k"):
    """Open a consultation that is kept; return the desk on which it is."""
    application._opening.resume(key)
    desk = application.window.desk
    qtbot.waitUntil(lambda: desk.session is not None and desk.session.key == key and desk.isVisible())
    return desk


def strip(application):
    return application.attending.sharing.strip


def says(application, words):
    shown = strip(application)
    return shown.isVisible() and words in f"{shown.title.text()}\n{shown.text.text()}"


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def flexion(desk):
    return desk.session.consultation.examination.flexion_degrees


def bent(consultation, degrees):
    return amended(consultation, "examination", flexion_degrees=degrees)


def test_what_nobody_writes_is_written_here_and_let_go_of_when_it_is_left(application, ben, cases, qtbot):
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    assert strip(application).isHidden()
    assert ben.holds.of("k").name == ANA.name
    assert desk.session.amend("examination.flexion_degrees", 95)
    application.leaving.leave_desk()
    qtbot.waitUntil(lambda: ben.holds.of("k") is None)
    assert ben.kept.read("k").examination.flexion_degrees == 95


def test_a_new_consultation_is_ours_from_its_first_moment(application, ben, cases, qtbot):
    application._opening.open_file(CASES / "reference.json")
    desk = application.window.desk
    qtbot.waitUntil(lambda: desk.session is not None)
    qtbot.waitUntil(lambda: ben.holds.of(desk.session.key) is not None)
    assert not desk.session.reads


def test_what_another_desk_writes_is_read_along_as_it_is_saved_there(application, ben, cases, qtbot):
    ben.writes("k", cases["reference"])
    desk = resume(application, qtbot)
    assert says(application, "Ben Okafor is writing this at ROOM-2. You read along.")
    assert not desk.session.amend("examination.flexion_degrees", 95)
    assert not desk.session.can_undo
    ben.keeps("k", bent(cases["reference"], 100))
    qtbot.waitUntil(lambda: flexion(desk) == 100)
    assert ben.kept.read("k").examination.flexion_degrees == 100


def test_what_the_other_desk_lets_go_of_is_written_here_by_saying_so(application, ben, cases, qtbot):
    ben.writes("k", cases["reference"])
    desk = resume(application, qtbot)
    ben.leaves("k")
    qtbot.waitUntil(lambda: says(application, "Nobody writes this now"))
    assert desk.session.reads
    press(qtbot, strip(application).action)
    qtbot.waitUntil(lambda: not desk.session.reads)
    assert strip(application).isHidden()


def test_taking_over_is_asked_about_and_then_the_other_desk_is_refused(application, ben, cases, qtbot):
    ben.writes("k", cases["reference"])
    desk = resume(application, qtbot)
    press(qtbot, strip(application).action)
    dialog = desk.findChild(TakeOverDialog)
    press(qtbot, dialog.findChild(QPushButton, "take_over.confirm"))
    qtbot.waitUntil(lambda: not desk.session.reads)
    desk.session.amend("examination.flexion_degrees", 95)
    application.shelf.flush()
    with pytest.raises(Unavailable) as caught:
        ben.keeps("k", bent(cases["reference"], 100))
    assert caught.value.sentence == server_faults.HELD
    assert "take over" in [link.deed for link in Journal(ben.engine).of("k")]
    assert ben.kept.read("k").examination.flexion_degrees == 95


def test_who_is_taken_over_reads_along_at_once(application, ben, cases, qtbot):
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    assert not desk.session.reads
    ben.writes("k", bent(cases["reference"], 100))
    qtbot.waitUntil(lambda: desk.session.reads and flexion(desk) == 100)
    assert says(application, "Ben Okafor is writing this")


def test_what_was_typed_when_another_desk_took_over_is_not_saved_and_not_lost(application, ben, cases, qtbot):
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    application.attending.sharing._news.close()  # what is typed is quicker than the news
    ben.writes("k", bent(cases["reference"], 100))
    desk.session.amend("examination.flexion_degrees", 95)
    qtbot.waitUntil(lambda: desk.session.reads)
    assert says(application, "Ben Okafor is writing this")
    assert says(application, "Your last changes are not saved")
    assert flexion(desk) == 95
    assert strip(application).action.text() == "Compare\N{HORIZONTAL ELLIPSIS}"
    assert ben.kept.read("k").examination.flexion_degrees == 100
    application.leaving.given_up = True


def test_who_was_taken_over_unheard_notices_when_it_renews_and_otherwise_stays_heard(application, ben, cases, qtbot):
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    application.attending.sharing._news.close()
    application.attending.sharing._renew()
    ben.holds.take_over("k", NOW)
    application.attending.sharing._renew()
    qtbot.waitUntil(lambda: desk.session.reads)
    assert says(application, "Ben Okafor is writing this")


def test_the_list_shows_what_another_desk_has_kept_without_being_asked(application, ben, cases, qtbot):
    model = application.window.list.model
    assert model.rowCount() == 0
    ben.keeps("k", cases["reference"])
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    ben.kept.remove("k", NOW)
    qtbot.waitUntil(lambda: model.rowCount() == 0)


def test_a_lost_line_lets_nothing_be_changed_and_loses_nothing(application, ben, cases, line, tmp_path, qtbot):
    ben.keeps("k", cases["reference"])
    desk = resume(application, qtbot)
    outbox = Outbox(tmp_path / "data")
    line.cut()
    desk.session.amend("examination.flexion_degrees", 95)
    qtbot.waitUntil(lambda: says(application, "Not connected: read only"))
    assert says(application, server_faults.UNREACHABLE)
    assert not desk.session.amend("examination.flexion_degrees", 80)
    qtbot.waitUntil(lambda: outbox.read(ANA.id) is not None)
    assert ben.kept.read("k") == cases["reference"]
    line.mend()
    qtbot.waitUntil(lambda: application.shelf.settled)
    qtbot.waitUntil(lambda: not desk.session.reads)
    assert strip(application).isHidden()
    assert application.window.list.notice.isHidden()
    assert ben.kept.read("k").examination.flexion_degrees == 95
    qtbot.waitUntil(lambda: outbox.read(ANA.id) is None)


def test_what_could_not_be_sent_before_closing_is_offered_at_the_next_start(work, ben, cases, line, tmp_path, qtbot):
    ben.keeps("k", cases["reference"])
    outbox = Outbox(tmp_path / "data")
    with work() as application:
        desk = resume(application, qtbot)
        line.cut()
        desk.session.amend("examination.flexion_degrees", 95)
        qtbot.waitUntil(lambda: outbox.read(ANA.id) is not None)
        application.leaving.given_up = True
    line.mend()
    with work() as application:
        notice = application.window.list.notice
        qtbot.waitUntil(notice.isVisible)
        assert notice.title.text() == "Changes that could not be sent are kept on this desk: 1"
        assert ben.kept.read("k") == cases["reference"]
        press(qtbot, notice.action)
        qtbot.waitUntil(lambda: outbox.read(ANA.id) is None)
        assert ben.kept.read("k").examination.flexion_degrees == 95


def test_whose_changes_wait_besides_is_said(work, ben, tmp_path, qtbot):
    Outbox(tmp_path / "data").keep(Parcel.pack(Unwritten({}, {"n": "x"}), BEN, bytes(32)))
    with work() as application:
        notice = application.window.list.notice
        qtbot.waitUntil(notice.isVisible)
        assert "Changes of Ben Okafor could not be sent either" in notice.text.text()
