"""The evidence: every fact, source and claim of the pack, to browse and to search, and the way to the publication."""

from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.content import Block
from kneedesk.presentation.pack_page import pack_page
from kneedesk.presentation.record_page import address_of, record_page
from kneedesk.presentation.register import OVERDUE, SHELVES, Record, find, register
from kneedesk.presentation.review import overdue_names, overdue_page, overdue_words
from kneedesk.ui.evidence_model import EvidenceModel, EvidenceRow
from kneedesk.ui.notice import Notice
from kneedesk.ui.theme import SIDEWAYS, Theme, scaled
from kneedesk.ui.widgets.block_list import BlockList
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.passage_list import Statement
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.text import body_label, heading

_WIDEST_LIST = 420
_NARROWEST_LIST = 200


class Evidence(QWidget):
    """On the left what there is, on the right one record in full."""

    opened = Signal(str)
    """The id of the record that is shown now."""
    left = Signal()
    """The clinician wants back to where the evidence was asked for."""

    def __init__(
        self, library: Library, language: Language, theme: Theme, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self._library, self._language = library, language
        self._records = register(library, language)
        self._shelf_of = {record.id: record.shelf for record in self._records}
        self._overdue = library.overdue(today)
        self._visited: list[str] = []
        self._shown = ""
        self.model = EvidenceModel(self)
        self.notice = Notice(language, theme)
        self._make_controls(theme)
        self._arrange()
        self._connect()
        self._say_overdue()
        self._search()
        self.list.setCurrentIndex(self.model.index(0))

    @property
    def shown(self) -> str:
        """Return the id of the record that is shown."""
        return self._shown

    def open(self, name: str) -> None:
        """Show a record by its id; the list goes to its shelf, and Back leads to the record before."""
        if name in self._shelf_of and name != self._shown:
            self._visited.append(self._shown)
            self._go_to(name)

    def open_focused(self) -> None:
        """Show the first fact or source of the statement in focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, Statement) and self.isAncestorOf(focused) and focused.basis:
            self.open(focused.basis[0])

    def focus_search(self) -> None:
        """Put the focus where a word can be typed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the search into the list with the arrow."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _make_controls(self, theme: Theme) -> None:
        say = self._language.say
        self.search = QLineEdit()
        self.search.setObjectName("evidence.search")
        self.search.setAccessibleName(say("Search the evidence"))
        self.search.setPlaceholderText(say("Search words, names, ids"))
        self.search.installEventFilter(self)
        shelves = [(shelf, say(name)) for shelf, name in SHELVES.items()]
        self.shelf = SegmentRow("evidence.shelf", say("What to look through"), shelves, required=True)
        self.shelf.choose("facts")
        self.list = QListView()
        self.list.setObjectName("evidence.list")
        self.list.setAccessibleName(say("Evidence"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(EvidenceRow(theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setModel(self.model)
        self.nothing = body_label(say("Nothing here holds these words."), "quiet")
        self.back = self._button("evidence.back", say("Back"))
        self.address = self._button("evidence.address", say("Open the publication"))
        self.copy = self._button("evidence.copy", say("Copy its address"))

    def _say_overdue(self) -> None:
        """Say above all what is past its day of review, and offer to show it."""
        if self._overdue:
            title, names = overdue_words(self._overdue, self._language), overdue_names(self._overdue, self._language)
            self.notice.show_message(title, [names], "caution")
            self.notice.offer(self._language.say("Show them"))
            self.notice.action.clicked.connect(lambda: self.open(OVERDUE))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        return button

    def _arrange(self) -> None:
        say = self._language.say
        self.page = ScrollColumn(BlockList(), say("Record"))
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addWidget(self.back)
        ways.addStretch(1)
        addresses = FlowLayout(spacing=10)
        addresses.addWidget(self.copy)
        addresses.addWidget(self.address)
        ways.addLayout(addresses)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(10)
        right.setSpacing(10)
        for widget in (self.search, self.shelf, self.nothing):
            left.addWidget(widget)
        left.addWidget(_card(self.list), 1)
        right.addLayout(ways)
        right.addWidget(_card(self.page), 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        holder = self._holder = QWidget()
        holder.setLayout(left)
        self._limit()
        left.setContentsMargins(0, 0, 0, 0)
        row.addWidget(holder, 2)
        row.addLayout(right, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 24)
        outer.setSpacing(12)
        outer.addWidget(heading(say("Evidence"), 1))
        outer.addWidget(self.notice)
        outer.addLayout(row, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Divide the room again for another size of text."""
        if event.type() == QEvent.Type.FontChange:
            self._limit()
        super().changeEvent(event)

    def _limit(self) -> None:
        """Give the list the room that the size of the text asks for."""
        self._holder.setMinimumWidth(scaled(_NARROWEST_LIST, SIDEWAYS))
        self._holder.setMaximumWidth(scaled(_WIDEST_LIST, SIDEWAYS))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.shelf.chosen.connect(lambda _: self._search())
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.back.clicked.connect(self._go_back)
        self.address.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(self._address())))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._address()))
        self._key("Alt+Left").triggered.connect(self._go_back)
        self._key("Escape").triggered.connect(self.left)

    def _key(self, keys: str) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _search(self) -> None:
        found = find(self._records, self.search.text(), self.shelf.value())
        self.model.hold(found)
        self.nothing.setVisible(not found)
        if not found:
            self.nothing.setText(self._nothing())
        self.list.setCurrentIndex(self.model.index(max(0, self.model.row_of(self._shown))))

    def _nothing(self) -> str:
        """Say that this shelf holds nothing of the kind, and which others do."""
        say, text = self._language.say, self.search.text()
        counts = {say(name): len(find(self._records, text, shelf)) for shelf, name in SHELVES.items()}
        elsewhere = ", ".join(f"{name} ({count})" for name, count in counts.items() if count)
        words = say("Nothing here holds these words.")
        return f"{words} {say('Elsewhere: {shelves}.').format(shelves=elsewhere)}" if elsewhere else words

    def _choose(self, index: QModelIndex) -> None:
        record = self.model.record(index)
        if record is not None and record.id != self._shown:
            self._show(record)

    def _go_to(self, name: str) -> None:
        blocked = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(blocked)
        self.shelf.choose(self._shelf_of[name])
        self.model.hold(find(self._records, "", self._shelf_of[name]))
        self.nothing.hide()
        self.list.setCurrentIndex(self.model.index(self.model.row_of(name)))

    def _follow(self, basis: tuple[str, ...]) -> None:
        self.open(basis[0])

    def _go_back(self) -> None:
        if self._visited:
            self._go_to(self._visited.pop())

    def _show(self, record: Record) -> None:
        self._shown = record.id
        blocks = BlockList(self._page_of(record))
        # Later, for the statement that is pressed goes with its page.
        blocks.pressed.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        before = self.page.takeWidget()
        before.deleteLater()
        self.page.setWidget(blocks)
        blocks.setAutoFillBackground(False)
        self.page.verticalScrollBar().setValue(0)
        self.back.setEnabled(bool(self._visited))
        for button in (self.address, self.copy):
            button.setEnabled(bool(self._address()))
        self.opened.emit(record.id)

    def _page_of(self, record: Record) -> tuple[Block, ...]:
        if record.id == OVERDUE:
            return overdue_page(self._overdue, self._library, self._language)
        page = pack_page if record.shelf == "pack" else record_page
        return page(record.id, self._library, self._language)

    def _address(self) -> str:
        """Return where the shown source is found, or the first source of the shown fact or claim."""
        library, name = self._library, self._shown
        if name in library.claims:
            name = library.claims[name].article
        if name in library.facts:
            name = library.facts[name].sources[0]
        return address_of(library.sources[name]) if name in library.sources else ""


def _card(content: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("tone", "card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(1, 6, 1, 6)
    inside.addWidget(content)
    return card
