"""The versions that stand, the newest first, each with what is kept of it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kneedesk.store.archive import Copy
from kneedesk.store.versions import Standing
from kneedesk.ui.dialogs.earlier_versions import EarlierVersionsDialog

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
FIRST, SECOND = Standing(1, AT, "1" * 64), Standing(2, AT, "2" * 64)
KEPT = (Copy("1" * 64, "consent", "es", "letter"), Copy("1" * 64, "record", "en", "letter"))


@pytest.fixture
def dialog(qtbot, theme, english):
    made = EarlierVersionsDialog(((FIRST, KEPT), (SECOND, ())), english, theme)
    qtbot.addWidget(made)
    made.open()
    return made


def test_the_newest_stands_first_and_the_others_were_replaced(dialog):
    said = [label.text() for label in dialog.rows.findChildren(QLabel)]
    assert said == [
        "Version 2, final since 18 November 2026, 14:02 UTC",
        "The current version. No document of it was kept.",
        "Version 1, final since 18 November 2026, 14:02 UTC",
        "Replaced by a later version. 2 documents are kept.",
    ]


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_what_is_kept_of_a_version_is_asked_for(dialog, qtbot):
    (button,) = dialog.rows.findChildren(QPushButton)
    with qtbot.waitSignal(dialog.asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [FIRST, KEPT]


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_what_became_of_saving_is_said_here(dialog):
    news = dialog.findChild(QLabel, "versions.news")
    assert news.isHidden()
    dialog.tell("Saved 2 documents in Papers.")
    assert news.isVisible()
    assert news.text() == "Saved 2 documents in Papers."
