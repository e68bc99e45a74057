"""A dialog has room for its words, and makes room for more."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.text import body_label


def test_it_grows_with_what_is_said_while_it_is_open(qtbot, theme):
    dialog = FittedDialog()
    qtbot.addWidget(dialog)
    dialog.setFixedWidth(300)
    lines = QVBoxLayout(dialog)
    words, fault = body_label("Words that wrap over several lines at this width, whatever the type. " * 3), FaultLine()
    fault.hide()
    lines.addWidget(words)
    lines.addWidget(fault)
    dialog.open()
    before = dialog.height()
    assert words.height() >= words.heightForWidth(words.width())
    fault.show_sentence("This is needed, and this sentence wraps as well, since it is longer than a line.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert words.height() >= words.heightForWidth(words.width())
    assert fault.geometry().top() > words.geometry().bottom()


def test_it_comes_up_no_taller_than_its_words(qtbot, theme):
    dialog = FittedDialog()
    qtbot.addWidget(dialog)
    dialog.setFixedWidth(500)
    lines = QVBoxLayout(dialog)
    for _ in range(2):
        lines.addWidget(body_label("Words that wrap over several lines at this width, whatever the type. " * 3))
    dialog.open()
    assert dialog.height() == lines.totalHeightForWidth(500)


def test_a_dialog_has_the_room_of_the_window_that_it_belongs_to(qtbot):
    window, alone = QWidget(), FittedDialog()
    for each in (window, alone):
        qtbot.addWidget(each)
    window.resize(900, 600)
    assert room_of(FittedDialog(QWidget(window))) == window.size()
    assert room_of(alone) == alone.screen().availableSize()
