"""The days on which somebody looks again, and the way to take them along as a calendar file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.exchange.calendar import Entry
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.aftercare import Look, looks_of
from kneedesk.presentation.content import text_of
from kneedesk.presentation.people import full_name
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.many import Tick
from kneedesk.ui.widgets.pressable import show_each
from kneedesk.ui.widgets.words import Words

_DAY_WIDTH = 190


class LooksCard(Card):
    """Whether the patient is named in the file is asked each time anew, and never answered beforehand."""

    sought = Signal(str)
    save_asked = Signal(object)
    """The days as entries of a calendar."""

    def __init__(self, library: Library, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        say = language.say
        super().__init__(say("When the knee is looked at again"), parent=parent)
        self._library, self._language = library, language
        self._shown: object = None
        self._looks: tuple[Look, ...] = ()
        self._name = ""
        self._rows: list[_LookRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.undated = IconButton(theme, "arrow-right", say("The days follow from that of the procedure: set it"))
        self.undated.setObjectName("proposal.date.sought")
        self.undated.clicked.connect(lambda: self.sought.emit("proposal.date"))
        self.named = Tick(None, say("With the patient’s name"))
        self.named.setObjectName("calendar.named")
        self.save = IconButton(theme, "calendar", say("Save as a calendar file\N{HORIZONTAL ELLIPSIS}"), kind="")
        self.save.setObjectName("calendar.save")
        self.save.clicked.connect(self._ask)
        self.news = Words("note")
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.named)
        foot.addStretch(1)
        self.body.addLayout(self._column)
        self.body.addWidget(self.undated, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(foot)
        self.body.addWidget(self.news)
        self.news.hide()

    def show_consultation(self, consultation: Consultation) -> None:
        """Show the days, and change only what is another."""
        if self._name != full_name(consultation):
            self._name = full_name(consultation)
            self.named.show_checked(False)
        proposal = consultation.proposal
        shown = (proposal.treatment, proposal.date, consultation.stop_rule, consultation.decision.review_date)
        if shown == self._shown:
            return
        self._shown = shown
        self._looks = looks_of(consultation, self._library, self._language)
        shown_looks = tuple(zip(self._looks, (None, *self._looks), strict=False))
        show_each(self._rows, shown_looks, self._add, lambda row, looks: row.show_look(*looks, self._language))
        self.undated.setVisible(proposal.date is None)
        for control in (self.save, self.named):
            control.setVisible(bool(self._looks))
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say what came of saving, or nothing."""
        self.news.say(sentence)
        self.news.setVisible(bool(sentence))

    def _add(self) -> "_LookRow":
        row = _LookRow()
        self._column.addWidget(row)
        return row

    def _ask(self) -> None:
        title = self._language.say("Knee, to look again: {what}")
        end = f" ({self._name})" if self.named.isChecked() else ""
        self.save_asked.emit(
            tuple(
                Entry(look.day, title.format(what=look.name) + end, "\n".join(map(text_of, look.lines)))
                for look in self._looks
            )
        )


class _LookRow(QWidget):
    """One day at the left, at the right what is looked at then: in the strip the same says what it rests on."""

    def __init__(self) -> None:
        super().__init__()
        self._day, self._name = Words(level="3", wide=_DAY_WIDTH), Words("note", wide=_DAY_WIDTH)
        self._lines = Words()
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(0)
        for label in (self._day, self._name):
            left.addWidget(label)
        left.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left)
        row.addWidget(self._lines, 1)

    def show_look(self, look: Look, before: Look | None, language: Language) -> None:
        """Show one day; what was said of the one before need not be read twice."""
        self._day.say(language.day(look.day))
        self._name.say(look.name)
        if before is not None and look.lines and look.lines == before.lines:
            self._lines.say(language.say("The same as on {day}.").format(day=language.day(before.day)))
        else:
            self._lines.say("\n".join(map(text_of, look.lines)))
