"""Who decides and who is there: what is needed comes up, the rest is folded away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.consent import Consent
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.practice import Clinician
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.people_card import PeopleCard
from tests.ui.hosting import host, unnamed

ALWAYS = {"capacity", "time_to_think"}
ALL = ALWAYS | {"proxy_name", "proxy_relationship", "interpreter", "witnesses", "discussed_by"}


@pytest.fixture
def card(qtbot, library, english, theme):
    card = PeopleCard(library, english, theme)
    card.changes = []
    card.amended.connect(card.changes.append)
    window = host(qtbot, card, height=900)
    qtbot.waitUntil(window.isActiveWindow)
    return card


@pytest.fixture
def show(card, cases):
    def show(**blocks) -> set[str]:
        spanish = Clinician(language=LanguageTag.SPANISH)  # as the patient of the reference
        card.show_consultation(
            Consultation.model_validate({**dict(cases["reference"]), "clinician": spanish, **blocks})
        )
        return shown(card)

    return show


def shown(card) -> set[str]:
    return {each.path.partition(".")[2] for each in card.findChildren(Field) if each.isVisible()}


def test_who_can_decide_and_speaks_the_language_is_asked_little(show):
    assert show() == ALWAYS


@pytest.mark.parametrize(
    ("blocks", "more"),
    [
        ({"consent": Consent(capacity=False)}, {"proxy_name", "proxy_relationship"}),
        ({"consent": Consent(proxy_name="Eva Ruiz")}, {"proxy_name", "proxy_relationship"}),
        ({"clinician": Clinician(language=LanguageTag.ENGLISH)}, {"interpreter"}),
        ({"clinician": Clinician()}, {"interpreter"}),  # then it is held in the language of the window
        ({"consent": Consent(interpreter=False)}, {"interpreter"}),
        ({"jurisdiction": Jurisdiction.MEXICO}, {"witnesses"}),
        ({"consent": Consent(discussed_by="Dr Lee")}, {"discussed_by"}),
    ],
)
def test_what_is_needed_or_recorded_comes_up(show, blocks, more):
    assert show(**blocks) == ALWAYS | more


def test_the_rest_is_one_press_away_and_the_focus_goes_there(card, show, qtbot):
    show()
    more = card.findChild(QAbstractButton, "consent.more")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert shown(card) == ALL
    assert not more.isVisible()
    assert card.focusWidget().objectName() == "consent.proxy_name"


def test_what_somebody_looks_for_is_unfolded(card, show):
    show()
    card.uncover("consent.capacity")
    assert shown(card) == ALWAYS
    card.uncover("consent.witnesses")
    assert shown(card) == ALL


def test_everything_has_a_name(card, show):
    show()
    card.unfold()
    assert unnamed(card) == []


def test_for_another_patient_it_is_folded_again(card, cases):
    card.show_consultation(cases["reference"])
    card.unfold()
    assert shown(card) == ALL
    card.show_consultation(cases["reference"])
    assert shown(card) == ALL
    card.show_consultation(cases["declined"])
    assert "proxy_name" not in shown(card)
