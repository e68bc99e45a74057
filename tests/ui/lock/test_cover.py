"""The page that covers the window says what is under way, and takes nothing."""

from PySide6.QtWidgets import QAbstractButton, QLineEdit

from kneedesk.ui.lock.cover import Cover
from kneedesk.ui.main_window import MainWindow


def test_it_says_what_is_under_way_and_takes_nothing(qtbot, theme, english):
    cover = Cover("A backup is being restored.", english, theme)
    qtbot.addWidget(cover)
    cover.show()
    cover.setFocus()
    qtbot.waitUntil(cover.words.hasFocus)
    assert cover.title.text() == "Locked"
    assert cover.words.text() == "A backup is being restored. When it is done you can unlock."
    assert not cover.findChildren(QAbstractButton)
    assert not cover.findChildren(QLineEdit)


def test_none_of_its_lines_is_cut(qtbot, theme, english):
    cover = Cover("A backup is being restored, which takes longer than a line of the sheet is wide.", english, theme)
    window = MainWindow(theme, english)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.shut(cover)
    qtbot.waitUntil(cover.words.isVisible)
    assert cover.words.height() >= cover.words.heightForWidth(cover.words.width())
