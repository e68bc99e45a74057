"""The server of the practice moved, or never was where this desk looks: who stands before the lock says where it is."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kneedesk.settings import Settings, load
from kneedesk.store.consultations import Consultations
from kneedesk.store.faults import FULL, Unavailable
from kneedesk.store.outbox import Outbox
from kneedesk.store.server_faults import NO_DATABASE, NOT_VERIFIED, UNREACHABLE
from kneedesk.store.vault import FILE, Vault
from kneedesk.ui import opening
from kneedesk.ui.lock.address_page import AddressPage
from kneedesk.ui.lock.first_run import FirstRun
from kneedesk.ui.lock.unlock_page import UnlockPage
from tests.people import ANA, BEN, OTHER_PASSPHRASE, PASSPHRASE, QUICK
from tests.store.line import Certificates, Line
from tests.store.listening import LATEST
from tests.ui.lock.entrance import seen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def moved(server, tmp_path):
    """Return another line to the same server: the practice under its new address."""
    line = Line(server, Certificates(tmp_path / "moved", "localhost"))
    yield line
    line.close()


def saved(tmp_path, desk="one"):
    return load(tmp_path / desk).settings.store


def other(hand):
    """Wait until the window says that the server is away; return the button that leads to another address."""
    hand.wait(lambda: hand.page.findChild(QPushButton, "gate.other") is not None)
    return hand.page.findChild(QPushButton, "gate.other")


def ask_address(hand):
    """Go to the address by keyboard: Tab goes back from the button that has the focus."""
    button, again = other(hand), hand.page.findChild(QPushButton, "gate.again")
    hand.wait(lambda: again.hasFocus() and button.x() < again.x())
    QTest.keyClick(again, Qt.Key.Key_Backtab)
    assert button.hasFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert isinstance(hand.page, AddressPage)
    hand.wait(hand.page.field.hasFocus)


def name(hand, place):
    hand.page.field.selectAll()
    hand.type(place)


def test_who_types_the_new_address_comes_in_and_the_next_start_knows_it(begin, known, line, moved, tmp_path):
    line.cut()
    hand = begin()
    ask_address(hand)
    assert UNREACHABLE in seen(hand.page)
    name(hand, moved.place())
    hand.come_in()
    assert hand.application.shelf.store.user == ANA
    assert saved(tmp_path) == moved.place()
    hand.lock()
    hand.come_in()
    again = begin("two", saved(tmp_path))
    again.come_in()


def test_a_server_that_goes_while_nobody_is_here_is_named_anew_too(begin, known, line, moved):
    hand = begin()
    hand.wait(lambda: hand.page.open.isEnabled())  # noqa: PLW0108 - the page is another by then
    line.cut()
    hand.unlock()
    ask_address(hand)
    assert UNREACHABLE in seen(hand.page)
    name(hand, moved.place())
    hand.come_in()


def test_an_address_that_does_not_answer_is_said_and_nothing_is_saved(begin, known, line, moved, server, tmp_path):
    line.cut()
    hand = begin()
    ask_address(hand)
    stranger = Certificates(tmp_path / "stranger", "localhost").authority
    for place, why in (
        (moved.place(host="127.0.0.1"), NOT_VERIFIED),
        (f"{moved.place().partition('?')[0]}?sslrootcert={stranger}", NOT_VERIFIED),
        (moved.place(database="other"), NO_DATABASE),
        ("postgresql://desk@localhost:1/practice", UNREACHABLE),
    ):
        name(hand, place)
        hand.wait(lambda why=why: hand.page.server.field.fault() == why)
        hand.wait(hand.page.field.hasFocus)
    assert hand.window.is_shut
    assert saved(tmp_path) == Settings().store
    assert hand.application.shelf.home.server == line.place()
    line.mend()
    hand.press("address.back")
    hand.come_in()


def test_work_goes_on_at_this_computer_where_it_is_wanted_and_back_at_the_server(begin, known, line, tmp_path):
    Vault(tmp_path / "one" / FILE, QUICK).make(BEN, OTHER_PASSPHRASE)
    line.cut()
    hand = begin()
    other(hand).click()
    hand.press("address.without")
    assert "with the users of this computer" in seen(hand.page)
    hand.press("address.use")
    assert isinstance(hand.page, UnlockPage)
    hand.come_in(OTHER_PASSPHRASE)
    assert hand.application.shelf.store.shared is None
    assert hand.application.shelf.store.user == BEN
    assert saved(tmp_path) == ""


def test_a_new_desk_joins_the_server_at_its_first_run(begin, known, line, ben, cases, tmp_path):
    hand = begin(place="")
    assert isinstance(hand.page, FirstRun)
    hand.press("first_run.elsewhere")
    hand.wait(lambda: hand.page.field.hasFocus())  # noqa: PLW0108 - the page is another by then
    name(hand, line.place())
    hand.come_in()
    assert hand.application.shelf.store.user == ANA
    ben.keeps("k", cases["reference"])
    hand.wait(lambda: hand.window.list.model.rowCount() == 1)
    assert saved(tmp_path) == line.place()


def test_a_server_that_holds_nobody_may_be_the_wrong_one(begin, server, line, tmp_path):
    hand = begin()
    hand.wait(lambda: isinstance(hand.page, FirstRun))
    hand.press("first_run.elsewhere")
    hand.press("address.without")
    hand.press("address.use")
    hand.wait(lambda: isinstance(hand.page, FirstRun))
    assert "encrypted on this computer" in seen(hand.page)
    hand.press("first_run.elsewhere")
    hand.press("address.back")
    assert isinstance(hand.page, FirstRun)


@pytest.fixture
def unsent(begin, known, line, ben, cases, monkeypatch):
    """Return a window in which Ana records how far the knee bends while the line is lost."""
    monkeypatch.setattr("kneedesk.ui.shelf._PATIENCE", 0.2)
    ben.keeps("k", cases["reference"])
    hand = begin()
    hand.come_in()
    hand.application._opening.resume("k")
    hand.wait(lambda: hand.window.desk.session is not None and hand.window.desk.isVisible())
    line.cut()
    hand.window.desk.session.amend("examination.flexion_degrees", 95)
    return hand


def send(hand):
    """Send what is offered above the list."""
    notice = hand.window.list.notice
    hand.wait(lambda: "could not be sent are kept on this desk: 1" in notice.title.text())
    notice.action.click()


def test_what_was_not_sent_stays_encrypted_here_and_is_offered_at_the_new_address(unsent, moved, ben, cases, tmp_path):
    outbox = Outbox(tmp_path / "one")
    unsent.wait(lambda: outbox.read(ANA.id) is not None)
    unsent.lock()
    ask_address(unsent)
    name(unsent, moved.place())
    unsent.come_in()
    assert ben.kept.read("k") == cases["reference"]
    assert not any(b"flexion" in path.read_bytes() for path in (tmp_path / "one" / "unsent").iterdir())
    send(unsent)
    unsent.wait(lambda: outbox.read(ANA.id) is None)
    assert ben.kept.read("k").examination.flexion_degrees == 95


def come_back(hand, moved):
    """Lock, and unlock at the new address."""
    hand.lock()
    ask_address(hand)
    name(hand, moved.place())
    hand.come_in()


def test_what_was_read_before_it_was_sent_is_not_kept_over_it(unsent, moved, ben, monkeypatch):
    was_read, sent, shown = (threading.Event() for _ in range(3))
    read, save = opening._kept, Consultations.save

    def read_slowly(*arguments):
        found = read(*arguments)
        was_read.set()
        sent.wait(LATEST)
        return found

    def save_slowly(*arguments):
        shown.wait(LATEST)
        return save(*arguments)

    monkeypatch.setattr(opening, "_kept", read_slowly)
    monkeypatch.setattr(Consultations, "save", save_slowly)
    come_back(unsent, moved)
    unsent.wait(was_read.is_set)
    send(unsent)
    sent.set()
    unsent.wait(lambda: unsent.window.desk.isVisible() and unsent.window.desk.session is not None)
    shown.set()
    unsent.wait(lambda: unsent.application.shelf.settled)
    assert unsent.window.desk.session.consultation.examination.flexion_degrees == 95
    assert ben.kept.read("k").examination.flexion_degrees == 95


def test_what_is_open_when_it_is_sent_is_shown_as_it_was_sent(unsent, moved, ben):
    come_back(unsent, moved)
    unsent.wait(lambda: unsent.window.desk.isVisible() and unsent.window.desk.session is not None)
    desk = unsent.window.desk
    unsent.application.attending.sharing.unsent.send()
    assert desk.session.consultation.examination.flexion_degrees == 95
    desk.session.amend("examination.extension_deficit_degrees", 2)
    unsent.wait(lambda: unsent.application.shelf.settled)
    kept = ben.kept.read("k").examination
    assert (kept.flexion_degrees, kept.extension_deficit_degrees) == (95, 2)


def test_while_what_was_not_sent_cannot_be_put_by_here_the_address_stays(unsent, line, moved, ben, monkeypatch):
    def refuse(*_):
        raise Unavailable(FULL)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Outbox, "keep", refuse)
        unsent.lock()
        ask_address(unsent)
        name(unsent, moved.place())
        unsent.wait(lambda: unsent.page.server.field.fault() == FULL)
        assert unsent.application.shelf.home.server == line.place()
        assert unsent.application.shelf.unwritten == 1
    unsent.press("address.use")
    unsent.come_in()
    send(unsent)
    unsent.wait(lambda: ben.kept.read("k").examination.flexion_degrees == 95)


def test_what_was_not_sent_waits_while_somebody_works_on_this_computer(unsent, tmp_path):
    Vault(tmp_path / "one" / FILE, QUICK).make(ANA, PASSPHRASE)
    outbox = Outbox(tmp_path / "one")
    unsent.wait(lambda: outbox.read(ANA.id) is not None)
    unsent.lock()
    other(unsent).click()
    unsent.press("address.without")
    unsent.press("address.use")
    unsent.come_in()
    assert unsent.application.shelf.store.shared is None
    assert unsent.window.list.model.rowCount() == 0
    unsent.wait(lambda: unsent.application.shelf.settled)
    assert unsent.window.list.notice.isHidden()
    assert outbox.read(ANA.id) is not None


def test_an_address_that_cannot_be_saved_holds_until_the_window_is_closed_and_that_is_said(
    begin, known, line, moved, monkeypatch
):
    def refuse(*_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("kneedesk.ui.adjusting.save", refuse)
    line.cut()
    hand = begin()
    ask_address(hand)
    name(hand, moved.place())
    hand.wait(lambda: "cannot be written: Read-only file system" in seen(hand.page))
    hand.come_in()


def test_where_another_window_is_open_only_that_is_said(begin, known, line):
    first = begin()
    line.cut()
    second = begin()
    assert "in another window" in seen(second.page)
    assert len(second.page.findChildren(QPushButton, "gate.again")) == 1
    line.mend()
    first.application.end()
    second.press("gate.again")
    second.come_in()
