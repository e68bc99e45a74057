"""The verdict, where its profile comes from, what guidelines say and how the product stands, all in one size."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLayout, QWidget

from kneedesk.assessment.candidacy import Verdict
from kneedesk.language import Language
from kneedesk.presentation.content import text_of
from kneedesk.presentation.course import Course, Tone
from kneedesk.ui.settling import announce
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.block import room_of
from kneedesk.ui.widgets.flow import FlowLayout
from kneedesk.ui.widgets.glyph import Glyph, IconButton
from kneedesk.ui.widgets.text import plain_label
from kneedesk.ui.widgets.words import RoleWords, Words

VERDICT_ICONS = {
    Verdict.CANDIDATE: "target",
    Verdict.CAUTION: "triangle-alert",
    Verdict.NOT_INDICATED: "circle-minus",
    Verdict.UNDETERMINED: "circle-question-mark",
    Verdict.DEFERRED: "clock",
    Verdict.CONTRAINDICATED: "octagon-alert",
}
ROLES: dict[Tone, str] = {"plain": "ink", "quiet": "quiet", "open": "info", "caution": "caution", "stop": "stop"}
"""The role of colour of a tone: *fits* is ink like any other word, never green."""
_FRAMES: dict[Tone, str] = {"plain": "calm", "quiet": "calm", "open": "info", "caution": "caution", "stop": "stop"}


class VerdictPanel(QFrame):
    """Four lines of one size; the verdict is told apart by weight and icon only."""

    explained = Signal(object)
    sought = Signal(str)

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course: Course | None = None
        self._icon = Glyph(theme, "target", "ink", 18)
        self._verdict = RoleWords(theme)
        self._profile, self._stance, self._product = Words(), Words(), Words()
        self._basis = IconButton(theme, "book-open", "", role="accent")
        self._basis.setAccessibleName(language.say("What the guideline stance rests on"))
        self._basis.setToolTip(language.say("What the guideline stance rests on"))
        self._basis.clicked.connect(self._explain)
        self._record = IconButton(theme, "arrow-right", language.say("Record it"))
        self._record.setAccessibleName(language.say("Record the status of the product"))
        self._record.clicked.connect(lambda: self.sought.emit("proposal.product_status"))
        self._authorities = IconButton(theme, "book-open", language.say("Authorities"))
        self._authorities.setObjectName("verdict.authorities")
        self._authorities.clicked.connect(self._explain_authorities)
        self._authorities_of = language.say("What the authorities say: {place}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 12, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        verdict = QHBoxLayout()
        verdict.setSpacing(8)
        verdict.addWidget(self._icon)
        verdict.addWidget(self._verdict, 1)
        self._line(0, language.say("Verdict"), verdict)
        self._line(1, language.say("Profile from"), self._profile)
        self._line(2, language.say("Guidelines"), self._stance, self._basis)
        product = FlowLayout(spacing=8)
        self._product.setWordWrap(False)
        product.addWidget(self._product)
        product.addWidget(self._record)
        product.addWidget(self._authorities)
        self._product_name = self._line(3, language.say("Product"), product)

    def sizeHint(self) -> QSize:
        """Return room for one line of each text; how many there are follows from the width."""
        return room_of(self)

    def show_course(self, course: Course) -> None:
        """Show another course or another state of the same one."""
        self._course = course
        announce(self)
        role = ROLES[course.tone]
        self._icon.show_icon(VERDICT_ICONS[course.kind], role)
        self._verdict.say(course.verdict)
        self._verdict.show_role(role if course.tone in ("open", "caution", "stop") else "heading")
        self._profile.say(course.profile)
        self._stance.say(text_of(course.stance))
        self._product.say(course.product)
        for widget in (self._product_name, self._product):
            widget.setVisible(bool(course.product))
        self._record.setVisible(course.product_open)
        words = self._authorities_of.format(place=course.place)
        if words != self._authorities.toolTip():
            self._authorities.setToolTip(words)
            self._authorities.setAccessibleName(words)
        self._authorities.setVisible(bool(course.authorities))
        beside_button = course.product_open or bool(course.authorities)
        height = self._record.sizeHint().height() if beside_button else 0
        for widget in (self._product_name, self._product):
            widget.setMinimumHeight(height)
        if self.property("tone") != _FRAMES[course.tone]:
            self.setProperty("tone", _FRAMES[course.tone])
            self.style().polish(self)

    def _line(self, row: int, name: str, value: QLabel | QLayout, button: QWidget | None = None) -> QLabel:
        label = plain_label(name)
        label.setProperty("tone", "quiet")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, row, 0, top)
        columns = 1 if button is not None else 2
        if isinstance(value, QLabel):
            self._grid.addWidget(value, row, 1, 1, columns, top)
        else:
            self._grid.addLayout(value, row, 1, 1, columns)  # aligned, it would be one line high
        if button is not None:
            self._grid.addWidget(button, row, 2, top)
        return label

    def _explain(self) -> None:
        if self._course is not None:
            self.explained.emit(self._course.stance)

    def _explain_authorities(self) -> None:
        if self._course is not None:
            self.explained.emit(self._course.authorities)
