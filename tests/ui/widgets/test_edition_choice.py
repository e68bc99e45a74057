"""The choice of an edition: every row leads to one, and another patient is met by what is usual for them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kneedesk.assessment.readiness import Document
from kneedesk.domain.decision import Outcome
from kneedesk.ui.typesetter import Edition
from kneedesk.ui.widgets.edition_choice import EditionChoice, spoken_name
from tests.ui.hosting import host


@pytest.fixture
def choice(qtbot, english):
    page = QWidget()
    row = QHBoxLayout(page)
    choice = EditionChoice(("en", "es"), english, page)
    for each in choice.rows:
        row.addWidget(each)
    choice.told = []
    choice.chosen.connect(lambda: choice.told.append(choice.edition))
    host(qtbot, page)
    return choice


def press(choice, name, qtbot):
    segments = [segment for row in choice.rows for segment in row.segments]
    (segment,) = (each for each in segments if each.objectName() == f"documents.{name}")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)


def values(choice):
    return [row.value() for row in choice.rows]


def test_each_row_changes_one_thing_of_the_edition(choice, qtbot):
    for name in ("document=sheet", "language=es", "paper=letter", "size=large"):
        press(choice, name, qtbot)
    assert choice.told == [
        Edition(Document.SHEET, "en", "a4"),
        Edition(Document.SHEET, "es", "a4"),
        Edition(Document.SHEET, "es", "letter"),
        Edition(Document.SHEET, "es", "letter", large=True),
    ]
    assert choice.of(Document.RECORD) == Edition(Document.RECORD, "es", "letter", large=True)


def test_another_patient_is_met_by_what_is_usual_for_them(choice, cases, qtbot):
    press(choice, "document=record", qtbot)
    press(choice, "size=large", qtbot)
    choice.told.clear()
    choice.meet(cases["reference"])
    assert choice.edition == Edition(Document.RECORD, "es", "letter")
    assert values(choice) == [Document.RECORD, "es", "letter", "usual"]
    assert choice.told == [], "nobody chose by hand"


def test_an_ending_suggests_its_document_beside_the_form_only(choice, qtbot):
    choice.suggest(Outcome.DECLINE)
    assert (choice.edition.document, values(choice)[0]) == (Document.DISCUSSED, Document.DISCUSSED)
    choice.suggest(Outcome.PROCEED)
    assert choice.edition.document is Document.CONSENT
    press(choice, "document=record", qtbot)
    choice.suggest(Outcome.DECLINE)
    assert choice.edition.document is Document.RECORD


def test_what_one_key_may_choose_next_is_every_other_choice(choice, cases, qtbot):
    choice.meet(cases["reference"])
    reached = set()
    for row in choice.rows:
        before = next(segment for segment in row.segments if segment.isChecked())
        for segment in (segment for segment in row.segments if segment is not before):
            qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
            reached.add(choice.edition)
        qtbot.mouseClick(before, Qt.MouseButton.LeftButton)
    assert set(choice.next()) - {choice.edition} == reached


def test_a_single_language_is_no_choice(qtbot, english):
    choice = EditionChoice(("en",), english)
    languages = choice.rows[1]
    assert languages.isHidden()
    assert (spoken_name("es"), spoken_name("xx")) == ("Español", "xx")
    for row in choice.rows:
        qtbot.addWidget(row)
