"""The patient's window follows what the physician is on, in the patient's language, and is blank after leaving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from kneedesk.bundle import resources
from kneedesk.domain.patient import LanguageTag
from kneedesk.language import language
from kneedesk.ui.desk import Desk
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.pages.risks import RisksPage
from kneedesk.ui.patient_view.following import Following
from kneedesk.ui.patient_view.window import PatientView
from kneedesk.ui.session import Session
from kneedesk.ui.widgets.comparison_answer import ComparisonAnswer
from tests.amending import amended
from tests.ui.stand_in import KeeperStandIn


@pytest.fixture
def parts(qtbot, library, english, theme, cases):
    desk = Desk((OptionsPage, RisksPage), library, english, theme)
    qtbot.addWidget(desk)
    view = PatientView(theme, desk)
    spoken = {tag: language(tag, resources() / "translations") for tag in ("en", "es")}
    following = Following(desk, view, library, spoken, english)
    session = Session(library, KeeperStandIn())
    desk.take(session)
    session.open("k", amended(cases["reference"], "patient", language=LanguageTag.ENGLISH))
    desk.resize(1366, 768)
    desk.show()
    qtbot.waitUntil(desk.isVisible)
    desk.visit("options")
    yield desk, view, following
    view.close()
    desk.close()
    desk.let_go()


def test_it_follows_the_question_and_the_step(parts, qtbot, library):
    desk, view, following = parts
    following.toggle()
    assert view.isVisible()
    desk.page("options").grid.row_entered.emit("harms")
    qtbot.waitUntil(lambda: view.accessibleName() == "What can go wrong")
    desk.visit("risks")
    names = {risk.name.spoken("en") for risk in library.risks.values()}
    qtbot.waitUntil(lambda: view.accessibleName() in names)


def test_it_speaks_the_patients_language(parts, qtbot, library):
    desk, view, following = parts
    following.toggle()
    desk.visit("risks")
    desk.session.amend("patient.language", LanguageTag.SPANISH)
    names = {risk.name.spoken("es") for risk in library.risks.values()}
    qtbot.waitUntil(lambda: view.accessibleName() in names)


def test_it_is_calm_when_the_consultation_is_left(parts):
    desk, view, following = parts
    following.toggle()
    desk.let_go()
    assert view.words() == ["Welcome"]


def test_a_second_time_closes_it(parts):
    _desk, view, following = parts
    following.toggle()
    following.toggle()
    assert not view.isVisible()


def test_without_a_consultation_there_is_nothing_to_open(parts):
    desk, view, following = parts
    desk.let_go()
    following.toggle()
    assert not view.isVisible()


def test_while_it_is_closed_it_is_not_drawn(parts, qtbot):
    desk, view, _following = parts
    before = view.accessibleName()
    desk.page("options").grid.row_entered.emit("harms")
    desk.visit("risks")
    qtbot.wait(0)
    assert view.accessibleName() == before


def test_it_opens_on_what_the_physician_is_on(parts):
    desk, view, following = parts
    desk.page("options").grid.row_entered.emit("harms")
    following.toggle()
    assert view.accessibleName() == "What can go wrong"


def test_the_physician_covers_it_by_a_key_and_shows_it_again(parts, qtbot, cases):
    desk, view, following = parts
    told = []
    following.changed.connect(lambda *state: told.append(state[:2]))
    following.toggle()
    shown = view.accessibleName()
    press(desk, "Shift+F11")
    assert view.words() == [cases["reference"].practice.name]
    desk.visit("risks")  # what is done meanwhile stays covered
    qtbot.wait(0)
    assert view.words() == [cases["reference"].practice.name]
    press(desk, "Shift+F11")
    assert view.accessibleName() not in (shown, cases["reference"].practice.name)
    assert (True, True) in told
    assert told[-1] == (True, False)


def test_a_key_in_the_patients_window_covers_it_too(parts, qtbot, cases):
    _desk, view, following = parts
    following.toggle()
    qtbot.waitUntil(view.isActiveWindow)
    qtbot.keyClick(view, Qt.Key.Key_B)
    assert view.words() == [cases["reference"].practice.name]


def test_locked_it_shows_nothing_and_does_not_open(parts, cases):
    _desk, view, following = parts
    following.toggle()
    shown = view.words()
    following.lock(True)
    assert view.words() == [cases["reference"].practice.name]
    following.toggle()
    following.toggle()
    assert not view.isVisible()
    following.lock(False)
    following.toggle()
    assert view.words() == shown


def test_the_column_in_focus_is_on_the_page_in_sight(parts, qtbot, library):
    desk, view, following = parts
    options = desk.page("options")
    qtbot.waitUntil(lambda: options.grid.is_filled)
    following.toggle()
    for course in options.projection(None).courses:
        name = library.options[course].name.spoken("en")
        answers = options.grid.findChildren(ComparisonAnswer)
        (statement, *_) = next(
            each.statements for each in answers if each.accessibleName() == f"What guidelines say: {name}"
        )
        statement.setFocus()
        qtbot.waitUntil(lambda name=name: name.split()[0] in " ".join(view.words()))
        assert options.projection(statement).course is course


def press(desk, keys):
    """Press a key of the desk, as the window hands it on."""
    next(action for action in desk.actions() if action.shortcut() == QKeySequence(keys)).trigger()
