"""The patient's window: large, by day, with nothing of it but what is talked about now; blank when nobody talks."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.content import Gap, text_of
from kneedesk.presentation.patient_view import Panel, Part, Scene
from kneedesk.presentation.shapes import Drawing
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.drawing_view import DrawingView
from kneedesk.ui.widgets.words import breakable

BODY = 27
"""Twenty points on a screen of 96 dots an inch, in logical pixels."""
LEAST = 24
"""Eighteen points: nothing here is smaller."""
_TITLE = 40
_SIDE = 48
_GAP = 32
_MOST_COLUMNS = 3
_LARGEST_SCALE = 3.1
_SHEET = """
#patient_view, #patient_view QWidget {{ background: {paper}; color: {ink}; }}
#patient_view QLabel {{ font-size: {body}px; }}
#patient_view QLabel[part="title"] {{ font-size: {title}px; font-weight: 600; color: {heading}; }}
#patient_view QLabel[part="name"] {{ font-weight: 600; color: {heading}; }}
#patient_view QLabel[part="gap"] {{ border-left: 6px dotted {quiet}; padding-left: 12px; }}
#patient_view QLabel[part="next"] {{ font-size: {least}px; color: {accent}; }}
#patient_view QFrame[part="rule"] {{ background: {line}; max-height: 1px; min-height: 1px; }}
"""


class PatientView(QWidget):
    """It shows the scene that it is given; hidden it only keeps it, so that opening finds it drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("patient_view")
        self.setWindowTitle("KneeDesk")
        self.resize(QSize(1366, 768))
        self._day = Theme("light")
        self._scene: Scene | None = None
        self._language: Language | None = None
        self._drawn: Scene | None = None
        self._dress()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._next = _label("", "next")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 28, _SIDE, 24)
        column.setSpacing(16)
        column.addWidget(self._area, 1)
        column.addWidget(self._next)
        for keys, act in (("F11", self.close), ("Escape", self.close), ("F", self._toggle_full)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(act)
            self.addAction(action)
        self.blank()

    def show_scene(self, scene: Scene, language: Language) -> None:
        """Show a scene in the patient's language; the same one is drawn only once."""
        self._scene, self._language = scene, language
        if scene == self._drawn:
            return
        self._drawn = scene
        self.setAccessibleName(scene.title)
        self._next.setText(language.say("What would you like to talk about next?"))
        self._area.setWidget(self._page(scene))

    def blank(self) -> None:
        """Show nothing at all: the consultation was left, or the desk is locked."""
        self._scene = self._drawn = None
        self.setAccessibleName("KneeDesk")
        self._next.setText("")
        self._area.setWidget(QWidget())

    def open(self, beside: QWidget) -> None:
        """Show on the screen on which the physician's window is not, whole; on a single one as a window."""
        others = [screen for screen in QGuiApplication.screens() if screen is not beside.screen()]
        if others:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)  # the keyboard stays with the physician
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        else:
            self.show()

    def _toggle_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _dress(self) -> None:
        """Wear the colours of the day whatever the physician's window wears."""
        roles = ("paper", "ink", "heading", "quiet", "accent", "line")
        colours = {role: self._day.colour(role).name() for role in roles}
        self.setStyleSheet(_SHEET.format(body=BODY, title=_TITLE, least=LEAST, **colours))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._day.colour("paper"))
        palette.setColor(QPalette.ColorRole.WindowText, self._day.colour("ink"))
        self.setPalette(palette)

    def _page(self, scene: Scene) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(20)
        column.addWidget(_label(scene.title, "title"))
        rule = QFrame()
        rule.setProperty("part", "rule")
        column.addWidget(rule)
        grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(_GAP)
        columns = min(len(scene.panels), _MOST_COLUMNS)
        for place, panel in enumerate(scene.panels):
            grid.addLayout(self._panel(panel, columns), *divmod(place, columns))
        for each in range(columns):
            grid.setColumnStretch(each, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return page

    def _panel(self, panel: Panel, columns: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        if panel.name:
            column.addWidget(_label(panel.name, "name"))
        for part in panel.parts:
            column.addWidget(self._part(part, columns))
        column.addStretch(1)
        return column

    def _part(self, part: Part, columns: int) -> QWidget:
        if isinstance(part, Drawing):
            room = (self.width() - 2 * _SIDE - _GAP * columns) / columns
            view = DrawingView(part, self._day.colour, scale=min(_LARGEST_SCALE, room / part.width))
            view.setFont(QFont("Inter"))
            return view
        if isinstance(part, str):
            return _label(part, "name")
        if isinstance(part, Gap):
            return _label(text_of(part.line), "gap")
        quoted = any(span.recorded for span in part)
        words = text_of(part)
        return _label(f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}" if quoted else words)


def _label(words: str, part: str = "") -> QLabel:
    label = QLabel(breakable(words))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if part:
        label.setProperty("part", part)
    return label
