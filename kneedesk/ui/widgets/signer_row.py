"""One place to sign: draw, type, or say that it is signed on paper; signed, it shows by whom, when and how."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from pydantic import ValidationError
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kneedesk.domain.record import is_blank
from kneedesk.domain.signature import Method, Signature
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.shapes import Drawing
from kneedesk.presentation.signing import Signer, signature_drawing, signed_words
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.field import Line
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.marks import FaultLine
from kneedesk.ui.widgets.segment import SegmentRow
from kneedesk.ui.widgets.signature_pad import SignaturePad
from kneedesk.ui.widgets.words import Words, breakable

_WAYS: Final = {Method.DRAWN: "Draw", Method.TYPED: "Type the name", Method.PAPER: "Signed on paper"}
_HINTS: Final = {
    Method.DRAWN: "Draw with mouse, pen or finger.",
    Method.TYPED: "The name that is typed here is the signature. Enter signs.",
    Method.PAPER: "Write the printed name of who signed on paper. Enter records it.",
}
_REFUSALS: Final = {
    Method.DRAWN: "This is no signature: it needs a drawn line, not a dot, and a name with letters.",
    Method.TYPED: "This is no signature: it needs a name with letters.",
    Method.PAPER: "The name of who signed on paper needs letters.",
}
_BOX: Final = (160.0, 50.0)  # points, as wide to high as the pad


class SignerRow(QWidget):
    """Nothing is signed until a way is chosen and carried out; what was signed can be taken back."""

    signed = Signal(object)
    """A signature."""
    withdrawn = Signal(object)
    """The place of the signature that is taken back."""

    def __init__(
        self,
        number: int,
        library: Library,
        language: Language,
        theme: Theme,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = f"signatures[{number}]"
        self._library, self._language, self._theme, self._clock = library, language, theme, clock
        self._signer: Signer | None = None
        self._title, self._meaning, self._given = Words(level="3"), Words("note"), Words()
        self._drawing: DrawingView | None = None
        self._ways = SegmentRow(self._path, "", [(way, language.say(words)) for way, words in _WAYS.items()])
        self._ways.chosen.connect(self._choose)
        self._back = IconButton(theme, "undo-2", language.say("Take this signature back"))
        self._back.setObjectName(f"{self._path}.back")
        self._back.clicked.connect(self._withdraw)
        self._panel = self._make_panel()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._title, self._meaning, self._given, self._ways, self._panel):
            column.addWidget(widget)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)

    def _make_panel(self) -> QWidget:
        say = self._language.say
        self._hint, self._fault = Words("note"), FaultLine()
        self._line = Line(letters=True, wide=480)
        self._line.setObjectName(f"{self._path}.name")
        self._line.setMaxLength(200)
        self._line.returnPressed.connect(self._sign)
        self._pad = SignaturePad(say("Box to sign in"))
        self._take = QPushButton(say("Sign"))
        self._take.setObjectName(f"{self._path}.sign")
        self._take.setProperty("kind", "primary")
        self._clear = QPushButton(say("Clear"))
        self._clear.setObjectName(f"{self._path}.clear")
        self._take.clicked.connect(self._sign)
        self._clear.clicked.connect(self._pad.clear)
        buttons = QHBoxLayout()
        for button in (self._take, self._clear):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for widget in (self._hint, self._line, self._pad, self._fault):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._fault.hide()
        return panel

    def show_signer(self, signer: Signer) -> None:
        """Show who signs here, and the signature where there is one; what is half drawn stays."""
        if signer == self._signer:
            return
        self._signer = signer
        self._title.say(breakable(f"{signer.title}: {signer.name}" if signer.name else signer.title))
        self._meaning.say(signer.meaning)
        for control, words in ((self._ways, signer.title), (self._line, self._language.say("Name of who signs"))):
            control.setAccessibleName(words)
        self._back.setAccessibleName(f"{self._back.text()}: {signer.title}")
        self._open(None)
        signature = signer.signature
        self._ways.setVisible(signature is None)
        self._back.setVisible(signature is not None)
        self._given.setVisible(signature is not None)
        self._given.say(signed_words(signature, self._library, self._language) if signature else "")
        self._show_drawing(signature)

    def keep(self, kept: bool) -> None:
        """Offer no way to take a signature back where it is kept for good."""
        signed = self._signer is not None and self._signer.signature is not None
        self._back.setVisible(signed and not kept)

    def begin_again(self) -> None:
        """Forget the way that was chosen and what was drawn: it was not taken."""
        self._open(None)

    def _show_drawing(self, signature: Signature | None) -> None:
        drawn = signature is not None and signature.method is Method.DRAWN
        if signature is not None and drawn:
            drawing = signature_drawing(signature, *_BOX, self._language)
            self._view(drawing).show_drawing(drawing)
        if self._drawing is not None:
            self._drawing.setVisible(drawn)

    def _view(self, drawing: Drawing) -> DrawingView:
        if self._drawing is None:
            self._drawing = DrawingView(drawing, self._theme.colour)
            self._column.insertWidget(2, self._drawing)
        return self._drawing

    def _choose(self, way: Method | None) -> None:
        """Open what a way of signing needs; where paper needs nothing more, it is recorded at once."""
        self._open(way)
        if way is Method.PAPER and self._line.isHidden():
            self._sign()

    def _open(self, way: Method | None) -> None:
        self._ways.choose(way)
        self._pad.clear()
        self._line.clear()
        self._fault.show_sentence(None)
        self._hint.say(self._language.say(_HINTS[way]) if way else "")
        named = self._signer is not None and not is_blank(self._signer.name)
        self._line.setVisible(way is Method.TYPED or not named)
        for widget in (self._pad, self._clear):
            widget.setVisible(way is Method.DRAWN)
        self._panel.setVisible(way is not None)
        if way is not None and not self._line.isHidden():
            self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self) -> None:
        signer, way = self._signer, self._ways.value()
        if signer is None or way is None:
            return
        try:
            signature = Signature(
                role=signer.role,
                name=self._line.text().strip() if not self._line.isHidden() else signer.name,
                at=self._clock(),
                method=way,
                strokes=self._pad.strokes() if way is Method.DRAWN else None,
                meaning=signer.meaning,
            )
        except ValidationError:
            self._fault.show_sentence(self._language.say(_REFUSALS[way]))
            return
        self.signed.emit(signature)

    def _withdraw(self) -> None:
        if self._signer is not None:
            self.withdrawn.emit(self._signer.place)
