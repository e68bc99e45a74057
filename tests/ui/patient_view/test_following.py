"""The patient's window follows what the physician is on, in the patient's language, and is blank after leaving."""

import pytest

from kneedesk.bundle import resources
from kneedesk.domain.patient import LanguageTag
from kneedesk.language import language
from kneedesk.ui.desk import Desk
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.pages.risks import RisksPage
from kneedesk.ui.patient_view.following import Following
from kneedesk.ui.patient_view.window import PatientView
from kneedesk.ui.session import Session
from tests.amending import amended
from tests.ui.stand_in import KeeperStandIn


@pytest.fixture
def parts(qtbot, library, english, theme, cases):
    desk = Desk((OptionsPage, RisksPage), library, english, theme)
    qtbot.addWidget(desk)
    view = PatientView(desk)
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


def test_it_is_blank_when_the_consultation_is_left(parts):
    desk, view, following = parts
    following.toggle()
    desk.let_go()
    assert view.accessibleName() == "KneeDesk"


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
