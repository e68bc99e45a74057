"""Two desks have changed one consultation: what differs stands side by side, and of each finding one is chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kneedesk.domain.merging import By
from kneedesk.language import Language
from kneedesk.presentation.collisions import SideBySide
from kneedesk.ui.dialogs.fitted import FittedDialog, room_of
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.words import Words, breakable

_WIDTH: Final = 820
_TALLEST: Final = 380
_NAME, _OURS, _THEIRS = 3, 4, 4  # of eleven parts
_OF_US, _OF_THEM = 0, 1
_AROUND: Final = 80
"""What stands beside the answers and between them."""


class CollisionDialog(FittedDialog):
    """What only one desk has changed is chosen of that desk; what both have changed waits for whoever decides.

    A version that was finalised at the other desk is not merged: then ours can only be read, and given up.
    """

    chosen = Signal(object)
    """The paths of the findings that are taken of ours; all others stay as the other desk has them."""

    def __init__(
        self,
        rows: Sequence[SideBySide],
        who: str,
        when: str,
        language: Language,
        parent: QWidget | None = None,
        *,
        finalised: bool = False,
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._rows = tuple(rows)
        self._groups: dict[str, QButtonGroup] = {}
        say = language.say
        title = say("Changed at two desks")
        self.setObjectName("collision")
        self.setWindowTitle(title)
        self.setFixedWidth(min(scaled(_WIDTH), room_of(self).width()))
        self._news = Words("note")
        self._news.setObjectName("collision.news")
        self.keep = QPushButton(say("Save what is chosen"))
        self.keep.setObjectName("collision.keep")
        self.keep.setProperty("kind", "primary")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._choose)
        self.drop = QPushButton(say("Take theirs, give up mine"))
        self.drop.setObjectName("collision.drop")
        self.drop.setAutoDefault(False)
        self.drop.clicked.connect(self._give_up)
        self._later = QPushButton(say("Later"))
        self._later.setObjectName("collision.later")
        self._later.setDefault(True)
        self._later.clicked.connect(self.reject)
        said = say("{name} saved this at another desk on {moment}. Your last changes were made from an older state.")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(heading(title, 2))
        lines.addWidget(body_label(said.format(name=breakable(who), moment=when)))
        lines.addWidget(body_label(self._guidance(finalised)))
        lines.addWidget(self._table(who, finalised))
        lines.addWidget(self._news)
        lines.addLayout(self._answers(finalised))
        self._count()
        self._later.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why what was chosen was not taken."""
        self._news.say(breakable(sentence))

    def taken(self) -> set[str]:
        """Return the paths of the findings that are chosen of ours."""
        return {path for path, group in self._groups.items() if group.checkedId() == _OF_US}

    def _guidance(self, finalised: bool) -> str:
        say = self._language.say
        if finalised:
            return say(
                "It was finalised there, and what is final is never merged. See what of yours is missing, and amend it."
            )
        return say("What only one of you changed is chosen already; what both changed waits for your choice.")

    def _table(self, who: str, finalised: bool) -> QWidget:
        say = self._language.say
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for column, (words, part) in enumerate((("", _NAME), (say("Mine"), _OURS), (breakable(who), _THEIRS))):
            head = body_label(words)
            head.setProperty("level", "label")
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, part)
        for place, row in enumerate(self._rows, 1):
            name = body_label(row.name)
            name.setProperty("level", "label")
            grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            if finalised:
                for column, words in ((1, row.ours), (2, row.theirs)):
                    grid.addWidget(body_label(breakable(words)), place, column, Qt.AlignmentFlag.AlignTop)
            else:
                self._add_choices(grid, place, row, who)
        area = ScrollColumn(table, say("What differs"))
        area.setFixedHeight(min(table.sizeHint().height() + 8, scaled(_TALLEST)))
        return area

    def _add_choices(self, grid: QGridLayout, place: int, row: SideBySide, who: str) -> None:
        say = self._language.say
        group = QButtonGroup(self)
        sides = ((_OF_US, say("Mine"), row.ours, By.US), (_OF_THEM, who, row.theirs, By.THEM))
        for side, whose, words, by in sides:
            button = QRadioButton()
            button.setObjectName(f"collision.{'ours' if side == _OF_US else 'theirs'}.{row.path}")
            button.setAccessibleName(f"{row.name}: {whose}: {words}")
            button.setChecked(row.by is by)
            group.addButton(button, side)
            cell = QHBoxLayout()
            cell.setSpacing(8)
            text = body_label(breakable(words))
            cell.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            cell.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(cell, place, side + 1)
        group.idToggled.connect(self._count)
        self._groups[row.path] = group

    def _answers(self, finalised: bool) -> QVBoxLayout:
        """Return the answers in one row, or in two where large words need them."""
        self.keep.setVisible(not finalised)
        buttons = (self.drop, self._later, self.keep)
        for button in buttons:
            button.ensurePolished()
        needed = sum(button.sizeHint().width() for button in buttons) + _AROUND
        rows, row = QVBoxLayout(), QHBoxLayout()
        rows.setSpacing(8)
        row.setSpacing(8)
        if needed > self.maximumWidth():
            rows.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignRight)
        else:
            row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self._later)
        row.addWidget(self.keep)
        rows.addLayout(row)
        return rows

    def _count(self) -> None:
        """Let it be saved once everything is chosen; say until then how much is not."""
        left = sum(group.checkedId() < 0 for group in self._groups.values())
        self.keep.setEnabled(not left)
        if left:
            say = self._language.say
            words = say("1 choice is left.") if left == 1 else say("{count} choices are left.")
            self._news.say(words.format(count=left))
        else:
            self._news.say("")

    def _choose(self) -> None:
        self.chosen.emit(self.taken())

    def _give_up(self) -> None:
        self.chosen.emit(set())
