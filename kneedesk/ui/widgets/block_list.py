"""A page of headings, statements and labelled fields under one another; a statement leads to what it rests on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kneedesk.presentation.content import Block, Bullets, Cell, Fields, Heading, Paragraph, text_of
from kneedesk.ui.widgets.passage_list import PassageList
from kneedesk.ui.widgets.words import Words, breakable

_LABEL_WIDTH = 168
_SIDE = 10  # as far in as a statement, which needs room for its ring


class BlockList(QWidget):
    """Blocks of the kinds that a record has, made anew for each record."""

    pressed = Signal(object)
    """The ids on which the statement rests that was pressed."""

    def __init__(self, blocks: tuple[Block, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("block_list")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 24)
        self._column.setSpacing(6)
        for block in blocks:
            self._add(block)
        self._column.addStretch(1)

    def _add(self, block: Block) -> None:
        match block:
            case Heading(text=text, level=level):
                if level > 2:
                    self._column.addSpacing(12)
                self._column.addWidget(_words(text, level=str(level)))
            case Paragraph(line=line, style=style):
                self._column.addWidget(_words(text_of(line), "note" if style == "note" else ""))
            case Bullets(items=items):
                self._column.addWidget(self._listed(items, marked=True))
            case Fields(pairs=pairs):
                self._column.addSpacing(6)
                self._column.addLayout(self._fields(pairs))

    def _fields(self, pairs: tuple[tuple[str, Cell], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (name, cell) in enumerate(pairs):
            label = _words(name, "note", wide=_LABEL_WIDTH)
            label.setContentsMargins(0, 3, 0, 3)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            if any(span.basis for line in cell for span in line):
                grid.addWidget(self._listed(cell, marked=False), row, 1)
            else:
                words = _words("\n".join(map(text_of, cell)))
                words.setContentsMargins(_SIDE, 3, _SIDE, 3)
                grid.addWidget(words, row, 1)
        return grid

    def _listed(self, lines: Cell, *, marked: bool) -> PassageList:
        listed = PassageList(lines, marked=marked)
        listed.pressed.connect(self.pressed)
        return listed


def _words(text: str, tone: str = "", level: str = "", wide: int = 0) -> Words:
    words = Words(tone, level, wide=wide)
    words.say(breakable(text))
    return words
