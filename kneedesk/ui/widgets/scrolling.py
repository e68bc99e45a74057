"""An area that scrolls downwards, for what is longer than the window, and keeps in sight what was brought there."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from kneedesk.ui.theme import SIDEWAYS, growth, scaled

_MARGIN = 24
_LEAST = 200


def bring(widget: QWidget) -> None:
    """Bring a widget in sight in the column that scrolls it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, ScrollColumn):
        above = above.parentWidget()
    if above is not None:
        above.bring(widget)


class ScrollColumn(QScrollArea):
    """Tab passes over it; what was brought in sight stays there until somebody scrolls."""

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None, *, wide: int = 0) -> None:
        """Scroll a content; with ``wide`` it is always of so many pixels at the usual size of text."""
        super().__init__(parent)
        self._wide = wide
        if wide:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._kept: QWidget | None = None
        self._from = 0
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        content.setAttribute(Qt.WidgetAttribute.WA_StaticContents)  # what stands above a change is not painted again
        self.verticalScrollBar().actionTriggered.connect(self._let_go)

    def sizeHint(self) -> QSize:
        """Return the width that was given, or the usual one."""
        usual = super().sizeHint()
        return QSize(scaled(self._wide, SIDEWAYS), usual.height()) if self._wide else usual

    def minimumSizeHint(self) -> QSize:
        """Return a height at which large text can be read: the page then scrolls its heading away."""
        usual = super().minimumSizeHint()
        return usual if growth() == 1 else QSize(usual.width(), scaled(_LEAST))

    def bring(self, widget: QWidget) -> None:
        """Bring a widget in sight, also where the page is laid out only later."""
        self._kept = widget
        self._from = self.verticalScrollBar().value()
        self._bring()

    def bring_to_top(self, widget: QWidget) -> None:
        """Bring a widget in sight as far up as the page allows."""
        self._kept = None
        self.verticalScrollBar().setValue(widget.y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring it in sight again when the page has become longer or narrower."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize and watched is self.widget() and self._kept is not None:
            self._bring()
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the place to who scrolls."""
        self._let_go()
        super().wheelEvent(event)

    def _bring(self) -> None:
        # Under a button that is held down nothing moves: the release would miss what was pressed.
        held = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self._kept is None or held:
            return
        height = self.viewport().height()
        margin = min(_MARGIN, height // 4)
        self.verticalScrollBar().setValue(self._from)  # where it stood before the page was laid out anew
        if self._kept.height() + margin <= height:
            self.ensureWidgetVisible(self._kept, 0, margin)
            return
        top = self._kept.mapTo(self._content, QPoint(0, 0))
        self.verticalScrollBar().setValue(top.y() - margin)  # of what is higher than the window one reads the beginning
        focused = self._kept.window().focusWidget()
        if focused is not None and self._kept.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, margin)

    def _let_go(self) -> None:
        self._kept = None
