"""What was found among the consultations: a list, or nothing, or how to begin where nothing is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from kneedesk.ui.consultation_row import HEIGHT, ConsultationRow
from kneedesk.ui.rail import LOCK_KEYS
from kneedesk.ui.theme import scaled
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.long_list import LongList
from kneedesk.ui.widgets.scrolling import ScrollColumn
from kneedesk.ui.widgets.text import body_label, heading, native_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kneedesk.language import Language
    from kneedesk.store.summary import Summary
    from kneedesk.ui.consultation_list import Sample
    from kneedesk.ui.consultation_model import ConsultationModel
    from kneedesk.ui.theme import Theme

_WHAT_IT_IS = (
    "One consultation is one knee on one day: who the patient is, what was found, which treatments fit the people "
    "who were studied and why, what was said about them, what was decided, and the documents."
)
_NOTHING_FOUND = (
    "No consultation holds \N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK} in name, identifier "
    "or date."
)
_HOW_TO_BEGIN = (
    "Every change is saved on this computer as it is made. Begin with a new consultation, open a consultation file, "
    "or look around in a sample first."
)
# The words of the pack (texts/intended_use), which is not read yet when this is shown.
INTENDED_USE = (
    "KneeDesk is for licensed physicians, for adults and for one knee at a time. It is not for emergencies.",
    "It supports a talk and decides nothing.",
    "It is not cleared by any authority, bears no CE or UKCA mark and has not been evaluated in patients.",
    "In the European Union and the United Kingdom its operator must settle its status before use in care.",
)
_OF_SAMPLES = (
    "The patients are invented. The banner says so on every page, and a sample can be removed from the list again."
)
_KEYS = {
    "Ctrl+N": "New consultation",
    "Ctrl+O": "Open file\N{HORIZONTAL ELLIPSIS}",
    "Ctrl+K": "Find anything",
    "Alt+1": "The first step, and so on",
    "F11": "Patient view",
    LOCK_KEYS: "Lock",
}


class ConsultationResults(QStackedWidget):
    """Made when the first answer comes: the first frame of the window has nothing to list."""

    opened = Signal(str)
    """The key of the consultation to resume."""
    chosen = Signal()
    """Another row is the current one."""
    sample_asked = Signal(str)

    def __init__(
        self, model: ConsultationModel, theme: Theme, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._language = language
        self.list = LongList(scaled(HEIGHT))
        self.nothing = body_label("", "quiet")
        self._chosen: tuple[int, Summary] | None = None
        model.modelReset.connect(self._forget)
        model.dataChanged.connect(self._look_again)
        self.addWidget(self._listed())
        self.addWidget(_at_the_top(self.nothing))
        self.addWidget(ScrollColumn(_at_the_top(self._first_run()), language.say("How to begin")))

    def show_found(self, text: str, *, found: bool) -> None:
        """Show the list, or why there is nothing in it."""
        self.nothing.setText(self._language.say(_NOTHING_FOUND).format(text=text))
        self.setCurrentIndex(0 if found else 1 if text else 2)

    @property
    def last_in_sight(self) -> int:
        """Return the last row that can be seen, -1 where there is none."""
        last = self.list.rowAt(self.list.viewport().height() - 1)
        return last if last >= 0 else self._model.rowCount() - 1

    def key(self) -> str:
        """Return the key of the current row, empty where there is none."""
        summary = self.summary()
        return summary.key if summary else ""

    def summary(self) -> Summary | None:
        """Return the consultation of the current row, also where that was scrolled far away from."""
        index = self.list.currentIndex()
        found = self._model.summary(index)
        if found is not None:
            self._chosen = (index.row(), found)
        elif self._chosen is not None and self._chosen[0] != index.row():
            self._chosen = None
        return self._chosen[1] if self._chosen is not None else None

    def choose(self, key: str) -> None:
        """Make the row of a consultation the current one; where it is not there, the newest."""
        self.list.setCurrentIndex(self._model.index(max(0, self._model.row_of(key))))

    def open(self, index: QModelIndex) -> None:
        """Ask for the consultation of a row."""
        current = index.row() == self.list.currentIndex().row()
        summary = self.summary() if current else self._model.summary(index)
        if summary is not None:
            self.opened.emit(summary.key)

    def offer_samples(self, samples: Sequence[Sample]) -> None:
        """Offer sample consultations where nothing is kept yet, and mark those that are kept."""
        self._row.know_samples(frozenset(sample.identity for sample in samples))
        self.list.viewport().update()
        for sample in samples:
            first = sample is samples[0]
            kind, role = ("primary", "accent_text") if first else ("", "text")
            button = IconButton(self._theme, "file-text", sample.title.replace("&", "&&"), kind, role, size=18)
            button.setObjectName(f"sample.{sample.name}")
            button.clicked.connect(partial(self.sample_asked.emit, sample.name))
            self._samples.addWidget(button)
        for label in self._samples_notes:
            label.setVisible(bool(samples))

    def _resize_rows(self) -> None:
        self.list.set_height(scaled(HEIGHT))

    def _forget(self) -> None:
        self._chosen = None

    def _look_again(self, first: QModelIndex, last: QModelIndex) -> None:
        """Tell that the current row is there now, where it was on its way."""
        if first.row() <= self.list.currentIndex().row() <= last.row():
            self.chosen.emit()

    def _listed(self) -> QFrame:
        self.list.setObjectName("consultations.list")
        self.list.setAccessibleName(self._language.say("Consultations"))
        self._row = ConsultationRow(self._theme, self._language, self.list)
        self.list.setItemDelegate(self._row)
        self.list.setModel(self._model)
        self.list.setMouseTracking(True)
        self._theme.switched.connect(self._resize_rows)
        self.list.activated.connect(self.open)
        self.list.selectionModel().currentChanged.connect(self.chosen)
        card = QFrame()
        card.setProperty("tone", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 6, 1, 6)
        inside.addWidget(self.list)
        return card

    def _first_run(self) -> QFrame:
        say = self._language.say
        card = QFrame()
        card.setProperty("tone", "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(28, 24, 28, 24)
        lines.setSpacing(10)
        lines.addWidget(heading(say("Nothing is kept here yet"), 2))
        lines.addWidget(body_label(say(_WHAT_IT_IS)))
        lines.addWidget(body_label(say(_HOW_TO_BEGIN)))
        lines.addSpacing(6)
        self._samples_notes = (heading(say("Look around with a sample"), 3), body_label(say(_OF_SAMPLES), "note"))
        for label in self._samples_notes:
            label.hide()
            lines.addWidget(label)
        self._samples = FlowLayout()
        lines.addLayout(self._samples)
        lines.addSpacing(6)
        lines.addWidget(heading(say("What it is for"), 3))
        lines.addWidget(body_label(" ".join(map(say, INTENDED_USE))))
        lines.addSpacing(6)
        lines.addWidget(heading(say("Keys"), 3))
        keys = (f"{native_keys(each)}: {say(words)}" for each, words in _KEYS.items())
        lines.addWidget(body_label("  \N{MIDDLE DOT}  ".join(keys)))
        return card


def _at_the_top(content: QWidget) -> QWidget:
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.addWidget(content)
    lines.addStretch(1)
    return holder
