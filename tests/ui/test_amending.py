"""A change of what was signed: asked about first, made in one step with the signatures, brought back by undo."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Decision, Outcome
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.ui.desk import Desk
from kneedesk.ui.dialogs.void_signatures import VoidSignaturesDialog
from kneedesk.ui.session import Session
from kneedesk.ui.steps import PAGES, page_maker
from tests.ui.stand_in import KeeperStandIn

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def signed(cases) -> Consultation:
    signatures = tuple(
        Signature(role=role, name=name, at=NOW, method=Method.PAPER, meaning="I agree.")
        for role, name in ((Role.PATIENT, "Ana Ruiz Peña"), (Role.CLINICIAN, "Dr Helen Marsh"))
    )
    blocks = {"decision": Decision(outcome=Outcome.PROCEED), "signatures": signatures}
    return Consultation.model_validate({**dict(cases["reference"]), **blocks})


@pytest.fixture
def desk(qtbot, library, english, theme, signed) -> Desk:
    maker = partial(page_maker, clock=lambda: NOW, languages={"en": english})
    desk = Desk(PAGES, library, english, theme, maker)
    qtbot.addWidget(desk)
    desk.resize(1366, 2600)
    desk.show()
    session = Session(library, KeeperStandIn())
    desk.take(session)
    session.open("k", signed)
    qtbot.waitUntil(desk.isActiveWindow)
    desk.visit("decision")
    return desk


def find(desk: Desk, name: str, kind: type[QWidget] = QAbstractButton) -> QWidget:
    return next(each for each in desk.page(desk.step).findChildren(kind, name) if each.isVisible())


def answer(desk: Desk, qtbot, name: str) -> str:
    """Press a button of the question, and return what it asked."""
    dialog = desk.findChild(VoidSignaturesDialog)
    asked = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    qtbot.mouseClick(dialog.findChild(QAbstractButton, name), Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.findChild(VoidSignaturesDialog) is None
    return asked


def test_until_it_is_confirmed_nothing_changes(desk, signed, qtbot):
    qtbot.mouseClick(find(desk, "decision.outcome=decline"), Qt.MouseButton.LeftButton)
    assert find(desk, "decision.outcome=proceed").isChecked()
    assert desk.session.consultation == signed
    asked = answer(desk, qtbot, "void_signatures.keep")
    assert "Ana Ruiz Peña" in asked
    assert "Dr Helen Marsh" in asked
    assert desk.session.consultation == signed
    assert find(desk, "decision.outcome=proceed").isChecked()


def test_confirmed_it_takes_the_signatures_and_undo_brings_them_back(desk, signed, qtbot):
    qtbot.mouseClick(find(desk, "decision.outcome=decline"), Qt.MouseButton.LeftButton)
    answer(desk, qtbot, "void_signatures.confirm")
    assert desk.session.consultation.decision.outcome is Outcome.DECLINE
    assert desk.session.consultation.signatures is None
    desk.session.undo()
    assert desk.session.consultation == signed


def test_what_was_typed_is_asked_about_once(desk, signed, qtbot):
    day = find(desk, "decision.review_date", QLineEdit)
    qtbot.keyClicks(day, "2027-02-18")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert len(desk.findChildren(VoidSignaturesDialog)) == 1
    assert day.text() == ""
    answer(desk, qtbot, "void_signatures.confirm")
    assert desk.session.consultation.decision.review_date == date(2027, 2, 18)
    assert desk.session.consultation.signatures is None


def test_the_copy_is_given_without_a_question(desk, qtbot):
    qtbot.mouseClick(find(desk, "consent.copy_given=true"), Qt.MouseButton.LeftButton)
    assert desk.findChild(VoidSignaturesDialog) is None
    assert desk.session.consultation.consent.copy_given is True
    assert len(desk.session.consultation.signatures) == 2


def test_who_leaves_has_not_confirmed(desk, signed, qtbot):
    qtbot.mouseClick(find(desk, "decision.outcome=decline"), Qt.MouseButton.LeftButton)
    dialog = desk.findChild(VoidSignaturesDialog)
    with qtbot.waitSignal(dialog.rejected):
        desk.let_go()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
