"""Risks: drawn and said, common and serious apart, the unknown hatched, each talked through by a tick of its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Check, Counselling
from kneedesk.domain.history import History
from kneedesk.domain.product import Donor
from kneedesk.domain.treatment import CellSource, Proposal, Treatment
from kneedesk.presentation.risks import by_heading, risks_of
from kneedesk.ui.page import Progress
from kneedesk.ui.pages.risks import RisksPage
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.risk_card import RiskCard
from kneedesk.ui.widgets.risk_entry import RiskEntry
from tests.ui.hosting import host, nodes, tab_order, unnamed
from tests.ui.pages.desk import at_work


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def page(qtbot, library, english, theme):
    page = RisksPage(library, english, theme)
    page.changes, page.explanations, page.wishes = [], [], []
    page.amended.connect(page.changes.append)
    page.explained.connect(page.explanations.append)
    page.sought.connect(page.wishes.append)
    host(qtbot, page, height=6000)
    return page


@pytest.fixture
def show(page, library):
    def show(consultation: Consultation) -> None:
        page.show_consultation(consultation, assess(consultation, library))

    return show


def ticks(page) -> dict[str, Tick]:
    return {entry.risk: entry.tick for entry in page.findChildren(RiskEntry) if entry.isVisible()}


def texts(page) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_showing_announces_and_explains_nothing(page, show, cases):
    for consultation in cases.values():
        show(consultation)
    assert page.changes == []
    assert page.explanations == []


def test_every_risk_of_the_proposed_course_stands_once_under_its_heading(page, show, cases, library, english):
    for consultation in cases.values():
        show(consultation)
        treatment = consultation.proposal.treatment
        if treatment is None:
            assert ticks(page) == {}
            continue
        risks = risks_of(consultation, treatment, library)
        assert list(ticks(page)) == [risk.id for members in by_heading(risks, english).values() for risk in members]
        assert set(by_heading(risks, english)) <= set(texts(page))


def test_no_tick_is_preset_and_each_records_one_risk(page, show, cases, qtbot):
    reference = cases["reference"]
    show(reference)
    assert not any(tick.isChecked() for tick in ticks(page).values())
    names = list(ticks(page))
    qtbot.mouseClick(ticks(page)[names[2]], Qt.MouseButton.LeftButton)
    assert page.changes == [{"counselling.discussed": (names[2],)}]
    show(amended(reference, counselling=Counselling(discussed=(names[2], "a topic"))))
    assert [name for name, tick in ticks(page).items() if tick.isChecked()] == [names[2]]
    qtbot.keyClick(ticks(page)[names[0]], Qt.Key.Key_Space)
    qtbot.mouseClick(ticks(page)[names[2]], Qt.MouseButton.LeftButton)
    assert page.changes[1:] == [
        {"counselling.discussed": (names[2], "a topic", names[0])},
        {"counselling.discussed": ("a topic",)},
    ]


def test_what_is_counted_is_drawn_and_said_and_the_unknown_is_said_as_unknown(page, show, cases, library):
    show(cases["reference"])
    drawings = [node for node in nodes(page) if node.role() is QAccessible.Role.Graphic]
    said = [node.text(QAccessible.Text.Name) for node in drawings]
    assert len(drawings) == len(ticks(page)) == len(page.findChildren(DrawingView))
    counted = [library.risks[name] for name in ticks(page) if library.risks[name].frequency]
    for risk in counted:
        assert any(words.startswith(f"{risk.name.en}: ") and "100" in words for words in said)
    assert sum("No trustworthy number" in words for words in said) == len(drawings) - len(counted)


def test_risks_of_other_cell_sources_are_left_out(page, show, cases):
    reference = cases["reference"]
    show(reference)
    marrow = set(ticks(page))
    proposal = Proposal(treatment=Treatment.STEM_CELL, cell_source=CellSource.UMBILICAL_CORD)
    show(amended(reference, proposal=proposal))
    assert set(ticks(page)) != marrow


def test_every_statement_is_explained_when_it_is_pressed(page, show, cases, qtbot):
    show(cases["reference"])
    based = [each for each in page.findChildren(Statement) if each.isVisible() and each.basis]
    assert len(based) > 30
    for statement in based:
        qtbot.mouseClick(statement, Qt.MouseButton.LeftButton)
        assert page.explanations[-1] == statement.line


def test_what_is_given_can_be_traced_and_the_clinic_looked_up(page, show, cases, qtbot):
    reference = cases["reference"]
    show(reference)
    assert page.go_to("product.lot")
    lot = page.findChild(QLineEdit, "product.lot")
    assert lot.hasFocus()
    qtbot.keyClicks(lot, "A-17")
    qtbot.keyClick(lot, Qt.Key.Key_Return)
    qtbot.mouseClick(page.findChild(QAbstractButton, "product.donor=own"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.findChild(QAbstractButton, "counselling.checked=trace"), Qt.MouseButton.LeftButton)
    assert page.changes == [
        {"product.lot": "A-17"},
        {"product.donor": Donor.OWN},
        {"counselling.checked": (Check.TRACE,)},
    ]
    show(amended(reference, proposal=Proposal(treatment=Treatment.PRP)))
    assert not page.go_to("product.lot")


def test_red_flag_symptoms_stand_with_the_numbers_to_call(page, show, cases):
    show(cases["reference"])
    assert "When to call us the same day" in texts(page)
    assert any("0199" in text and "Emergency telephone" in text for text in texts(page))


def test_without_a_proposal_the_page_leads_to_it(page, show, cases, qtbot):
    show(cases["barely-recorded"])
    button = page.findChild(QAbstractButton, "proposal.treatment.sought")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.wishes == ["proposal.treatment"]
    show(cases["reference"])
    assert not button.isVisible()


def test_whoever_seeks_the_risks_comes_to_the_first_that_was_not_talked_through(page, show, cases):
    show(cases["reference"])
    names = list(ticks(page))
    show(amended(cases["reference"], counselling=Counselling(discussed=tuple(names[:3]))))
    assert page.go_to("counselling.discussed")
    assert ticks(page)[names[3]].hasFocus()
    assert not page.go_to("decision.outcome")


def test_the_keyboard_goes_from_tick_to_tick_and_from_statement_to_statement(page, show, cases, qtbot):
    show(cases["reference"])
    first, second, *_ = ticks(page).values()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()
    assert [tick for tick in ticks(page).values() if tick in tab_order(page.window())] == [first]
    reached = set()
    page.findChildren(RiskEntry)[0].statements[0].setFocus()
    for _ in range(60):
        reached.add(page.window().focusWidget())
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Down)
    assert len(reached) > 20
    assert all(isinstance(each, Statement) for each in reached)


def test_one_key_leads_to_the_next_risk_that_is_open(page, show, cases, qtbot):
    show(cases["reference"])
    names = list(ticks(page))
    show(amended(cases["reference"], counselling=Counselling(discussed=(*names[1:4], names[-1]))))
    here = ticks(page)[names[0]]
    here.setFocus()
    qtbot.keyClick(here, Qt.Key.Key_Right)
    assert ticks(page)[names[4]].hasFocus()
    last = ticks(page)[names[-1]]
    last.setFocus()
    qtbot.keyClick(last, Qt.Key.Key_Right)
    assert here.hasFocus()


def test_a_whole_heading_is_recorded_at_once_when_it_is_confirmed(page, show, cases, library, english, qtbot):
    reference = cases["reference"]
    show(amended(reference, counselling=Counselling(discussed=("a topic",))))
    card = page.findChildren(RiskCard)[0]
    entries = card.findChildren(RiskEntry)
    qtbot.waitUntil(lambda: all(entry.seen for entry in entries))
    assert page.changes == []
    qtbot.mouseClick(card.all, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.findChild(QAbstractButton, "all_talked.confirm"), Qt.MouseButton.LeftButton)
    assert page.changes == [{"counselling.discussed": ("a topic", *(entry.risk for entry in entries))}]
    page.hide()
    assert not any(entry.seen for entry in entries)


def test_all_risks_are_talked_through_by_a_few_keys(qtbot, cases, library, english, theme):
    desk = at_work(qtbot, RisksPage(library, english, theme), library, cases["reference"])
    entries = desk.page.findChildren(RiskEntry)
    keys = 0

    def strike(key: Qt.Key) -> None:
        nonlocal keys
        keys += 1
        window = QApplication.activeModalWidget() or desk.page.window()
        qtbot.keyClick(window.focusWidget(), key)
        QApplication.processEvents()

    qtbot.waitUntil(lambda: entries[0].seen)
    entries[0].tick.setFocus()
    while not all(entry.seen for entry in entries) and keys < 20:
        strike(Qt.Key.Key_PageDown)
    for card in desk.page.findChildren(RiskCard):
        strike(Qt.Key.Key_Tab)
        assert desk.page.window().focusWidget() is card.all
        strike(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        strike(Qt.Key.Key_Tab)
        strike(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert {entry.risk for entry in entries} == set(desk.consultation.counselling.discussed)
    assert desk.page.window().focusWidget() is entries[-1].tick
    assert RisksPage.progress(desk.consultation, assess(desk.consultation, library)) is Progress.DONE
    assert keys <= 30


def test_what_makes_this_patient_different_is_said_at_the_risk_and_what_is_not_recorded_is_asked(page, show, cases):
    reference = cases["reference"]
    said = {}
    for answer in (True, False, None):
        history = History.model_validate({**dict(reference.history), "anticoagulant": answer})
        show(amended(reference, history=history))
        entry = next(each for each in page.findChildren(RiskEntry) if each.risk == "stem_cell-harvest_marrow_bleeding")
        said[answer] = [each.text() for each in entry.statements]
    assert any(text.startswith("For you: You take a medicine against clots") for text in said[True])
    assert not any("clots" in text or text.startswith("?") for text in said[False])
    assert any(text.startswith("? Ask") for text in said[None])
    button = page.findChild(QAbstractButton, "risks.ask")
    assert button.isVisible()
    button.click()
    assert page.wishes == ["history.anticoagulant"]
    assert page.changes == []


def test_keys_are_named_while_there_is_something_to_tick(page, show, cases):
    show(cases["reference"])
    for resting in (True, False):
        page.rest(resting=resting)
        (count,) = (text for text in texts(page) if "risks talked through." in text)
        assert ("Space ticks" in count) is not resting


def test_the_page_has_a_name_for_all_that_takes_the_focus(page, show, cases, english):
    show(cases["reference"])
    assert unnamed(page) == []
    boxes = [
        node
        for node in nodes(page)
        if node.role() is QAccessible.Role.CheckBox and node.object().objectName().startswith("counselling.discussed")
    ]
    assert len(boxes) == len(ticks(page))
    assert all(node.text(QAccessible.Text.Name).startswith("Talked through: ") for node in boxes)


def test_nothing_scrolls_sideways(page, show, cases):
    for name in ("reference", "bone-on-bone", "hostile-text"):
        show(cases[name])
        assert page.minimumSizeHint().width() <= 830


def test_progress(cases, library):
    def progress(consultation: Consultation) -> Progress:
        return RisksPage.progress(consultation, assess(consultation, library))

    reference = cases["reference"]
    assert progress(reference) is Progress.MISSING
    risks = tuple(risk.id for risk in library.risks_of(Treatment.STEM_CELL, CellSource.BONE_MARROW))
    assert progress(amended(reference, counselling=Counselling(discussed=risks))) is Progress.DONE
    without = amended(reference, proposal=Proposal(treatment=Treatment.CONSERVATIVE))
    assert progress(without) is Progress.NOT_APPLICABLE
