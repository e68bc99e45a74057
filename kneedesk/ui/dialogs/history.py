"""The history of a consultation: who did what and when, with the old and the new value; newest first."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.history import KINDS
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.history_model import HistoryModel
from kneedesk.ui.notice import Notice
from kneedesk.ui.recalling import Place, Portion, Wish
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.buttons import Picker
from kneedesk.ui.widgets.history_line import HistoryLine
from kneedesk.ui.widgets.text import body_label, heading

_SIZE: Final = QSize(860, 660)
_LINES: Final = 3


class HistoryDialog(QDialog):
    """Nothing is changed by it; the line that is chosen is shown below in full."""

    wanted = Signal(object, object)
    """What is looked for, and from which place on."""
    check_asked = Signal()
    """It is to be checked that every entry is as it was written."""

    def __init__(
        self,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        title: str = "",
        kinds: Mapping[str, tuple[str, Sequence[str]]] = KINDS,
    ) -> None:
        """Take another title for another history than that of a consultation, and what of it is looked for alone."""
        super().__init__(parent)
        self._language, say = language, language.say
        self._wish = Wish()
        self.setObjectName("history")
        self.setWindowTitle("KneeDesk")
        self._title = title or say("History")
        self.setAccessibleName(self._title)
        self.resize(QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(room_of(self)))
        self.people = QHBoxLayout()
        offered = [(kind, say(words)) for kind, (words, _) in kinds.items()]
        self.kind = Picker(say("Of which kind"), offered, empty=say("Everything"))
        self.kind.setObjectName("history.kind")
        self.kind.choose(None)
        self.kind.picked.connect(self._narrow)
        self.person = self._person(())
        self.model = HistoryModel()
        self.model.wanted.connect(lambda place: self.wanted.emit(self._wish, place))
        self.list = QListView()
        self._furnish(theme)
        self.nothing = body_label(say("Nothing of this was done."), "quiet")
        self.nothing.hide()
        self.full = QPlainTextEdit()
        self.full.setObjectName("history.full")
        self.full.setAccessibleName(say("The chosen line in full"))
        self.full.setReadOnly(True)
        self.full.setTabChangesFocus(True)
        self.full.setFixedHeight(_LINES * self.full.fontMetrics().lineSpacing() + scaled(20))
        self.notice = Notice(language, theme, self)
        self.check = QPushButton(say("Check the journal\N{HORIZONTAL ELLIPSIS}"))
        self.check.setObjectName("history.check")
        self.check.setAutoDefault(False)
        self.check.setVisible(bool(title))  # all of it is checked, not the history of one consultation
        self.check.clicked.connect(self.check_asked)
        self._arrange()
        self.list.setFocus()

    def offer_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Let one of them be chosen."""
        before = self.person
        self.person = self._person(people)
        self.person.choose(before.value())
        self.people.replaceWidget(before, self.person)
        before.deleteLater()

    def search(self) -> None:
        """Look for what is wished, from the newest on."""
        self.model.begin()

    def receive(self, wish: Wish, place: Place, portion: Portion) -> None:
        """Show a portion, unless something else is looked for by now."""
        if wish != self._wish:
            return
        self.model.receive(place, portion)
        if place == Place():
            some = bool(portion.rows)
            self.nothing.setVisible(not some)
            self.list.setVisible(some)
            self.full.setVisible(some)
            self.list.setCurrentIndex(self.model.index(min(1, len(portion.rows) - 1)))
            self.list.scrollToTop()

    def refuse(self, sentences: Sequence[str]) -> None:
        """Say why it cannot be read."""
        self.notice.show_message(self._language.say("The history cannot be read"), sentences, "stop")

    def _narrow(self) -> None:
        self._wish = Wish(self.person.value() or "", self.kind.value() or "")
        self.search()

    def _show_full(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.full.setPlainText(index.data() or "")

    def _person(self, people: Sequence[tuple[str, str]]) -> Picker:
        picker = Picker(self._language.say("By whom"), people, empty=self._language.say("Everybody"))
        picker.setObjectName("history.person")
        picker.choose(None)
        picker.picked.connect(self._narrow)
        return picker

    def _furnish(self, theme: Theme) -> None:
        self.list.setObjectName("history.list")
        self.list.setAccessibleName(self._language.say("What was done, the newest first"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(HistoryLine(theme, self.list))
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._show_full)

    def _arrange(self) -> None:
        say = self._language.say
        close = QPushButton(say("Close"))
        close.setObjectName("history.close")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        for name, widget, words in (("person", self.person, say("By whom")), ("kind", self.kind, say("Of which kind"))):
            label = body_label(words, "note")
            label.setObjectName(f"history.{name}.label")
            label.setSizePolicy(label.sizePolicy().horizontalPolicy().Fixed, label.sizePolicy().verticalPolicy())
            self.people.addWidget(label)
            self.people.addWidget(widget)
        self.people.setSpacing(8)
        self.people.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(10)
        lines.addWidget(heading(self._title, 2))
        lines.addWidget(body_label(say("Every entry is kept as it was written: none can be changed or taken out.")))
        lines.addLayout(self.people)
        lines.addWidget(self.notice)
        lines.addWidget(self.nothing)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.full)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addWidget(self.check)
        ends.addStretch(1)
        ends.addWidget(close)
        lines.addLayout(ends)
