"""What holds running text is asked for the height at the width that it gets, and for no other."""

from PySide6.QtWidgets import QVBoxLayout

from kneedesk.ui.widgets.block import Block, room_of
from kneedesk.ui.widgets.words import Words


class Asked(Words):
    """Running text that notes the widths at which it is measured."""

    def __init__(self, text):
        super().__init__()
        self.widths = []
        self.say(text)

    def heightForWidth(self, width):
        self.widths.append(width)
        return super().heightForWidth(width)


def test_nothing_is_measured_at_a_width_that_is_only_guessed(qtbot):
    block, words = Block(), Asked("one two three " * 40)
    qtbot.addWidget(block)
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(words)
    assert block.sizeHint() == words.sizeHint() == room_of(block)
    assert not words.widths
    assert column.heightForWidth(200) > 3 * block.sizeHint().height()
    assert set(words.widths) == {200}
