"""The patient's window: large, with nothing on it but what is talked about now; calm when nobody talks."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QFont,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.presentation.scene import Scene, words_of
from kneedesk.presentation.shapes import Label, Shape
from kneedesk.ui.painting import paint
from kneedesk.ui.patient_view.arranging import Page, arrange
from kneedesk.ui.patient_view.lettering import Lettering
from kneedesk.ui.theme import Theme

_FAMILY = "Inter"
_SIZE = QSize(1366, 768)
_LEAST = QSize(640, 480)
Screen = TypeVar("Screen")


class PatientView(QWidget):
    """It shows the scene that it is given, all of it in sight, on pages where it is long."""

    covered = Signal()
    """A key in this window asks to cover what it shows, or to uncover it."""
    paged = Signal(int, int)
    """Which page is in sight, from 1, and of how many."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("patient_view")
        self.setWindowTitle("KneeDesk")
        self.setMinimumSize(_LEAST)
        self.resize(_SIZE)
        self._theme = theme
        self._lettering = Lettering(_FAMILY)
        self._scene = Scene("", form="calm")
        self._language: Language | None = None
        self._pages: tuple[Page, ...] = ()
        self._page = 0
        theme.switched.connect(self.update)
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("F11", self.close),
            ("Escape", self.close),
            ("F", self._toggle_full),
            ("B", self.covered.emit),
            *((key, partial(self.turn, 1)) for key in ("F12", "PgDown", "Right", "Space")),
            *((key, partial(self.turn, -1)) for key in ("Shift+F12", "PgUp", "Left")),
        )
        for key, act in keys:
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(act)
            self.addAction(action)

    @property
    def page(self) -> tuple[int, int]:
        """Return which page is in sight, from 1, and of how many."""
        return self._page + 1, max(1, len(self._pages))

    def show_scene(self, scene: Scene, language: Language) -> None:
        """Show a scene in the patient's language; the same one stays on its page, unless another panel has the word."""
        same = scene == self._scene and language is self._language
        if same and scene.at == self._scene.at:
            return
        self._scene, self._language = scene, language
        self.setAccessibleName(scene.title)
        self.setAccessibleDescription("\n".join(words_of(scene)[1:]))
        if not same:
            self._arrange()
        self._go_to(next((n for n, page in enumerate(self._pages) if scene.at in page.panels), 0))

    def turn(self, by: int) -> None:
        """Turn to the next page or the one before; the first follows the last."""
        if self._pages:
            self._go_to((self._page + by) % len(self._pages))

    def words(self) -> list[str]:
        """Return the lines that are in sight, in the order of painting."""
        return [shape.text for shape in self._shapes() if isinstance(shape, Label)]

    def open(self, beside: QWidget) -> None:
        """Show whole on the screen on which the physician's window is not; on a single one over that window."""
        screen = other_screen(QGuiApplication.screens(), beside.screen())
        # With a screen of its own the keyboard stays with the physician.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, screen is not beside.screen())
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        (self if screen is beside.screen() else beside).activateWindow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the scene for the new size."""
        super().resizeEvent(event)
        self._arrange()
        self._go_to(min(self._page, len(self._pages) - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page in sight."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        font = QFont(_FAMILY)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for piece in self._pages[self._page].pieces if self._pages else ():
            painter.save()
            painter.translate(piece.x, piece.y)
            paint(painter, piece.shapes, self._theme.colour, font, piece.scale)
            painter.restore()
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it closes."""
        super().closeEvent(event)
        self.closed.emit()

    def _shapes(self) -> list[Shape]:
        pieces = self._pages[self._page].pieces if self._pages else ()
        return [shape for piece in pieces for shape in piece.shapes]

    def _arrange(self) -> None:
        words = self._language.say("What would you like to talk about next?") if self._language is not None else ""
        self._pages = arrange(self._scene, self.width(), self.height(), words, self._lettering)

    def _go_to(self, page: int) -> None:
        self._page = max(0, page)
        self.paged.emit(*self.page)
        self.update()

    def _toggle_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()


def other_screen(screens: Sequence[Screen], own: Screen) -> Screen:
    """Return the first screen that is another one, else the only one."""
    return next((screen for screen in screens if screen is not own), own)
