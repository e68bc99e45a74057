"""What the window looks like: roles of colour from ``resources/themes``, the bundled type, one short style sheet."""

import re
import tomllib
from string import Template
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from kneedesk.bundle import resources
from kneedesk.ui.icons import icon

Name = Literal["light", "dark"]

BODY: Final = 14
"""The size of ordinary text at 100 %, in logical pixels."""
SIDEWAYS: Final = 1.4
"""How many times wider a column beside the content becomes at most."""
_GROWING: Final = re.compile(r"\b(\d+)sp\b")
"""A length of the style sheet that grows with the text."""

# Painted controls take their colours from the palette, so that a change of theme reaches them by itself.
_PALETTE: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "paper",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent_pressed",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Light: "accent_soft",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "quiet",
    QPalette.ColorRole.Shadow: "focus",
}
_TEXTS: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


class Theme(QObject):
    """Light or dark: it gives colours and icons by their role, and dresses the application."""

    switched = Signal()
    """The colours or the size are others now; what holds a colour or an icon must ask for it again."""

    def __init__(self, name: Name = "light", parent: QObject | None = None, *, text_size: int = 100) -> None:
        super().__init__(parent)
        self._name: Name = name
        self._text_size = text_size
        self._colours = _read(name)
        self._application: QApplication | None = None

    @property
    def name(self) -> Name:
        """Return the name of the theme."""
        return self._name

    @property
    def text_size(self) -> int:
        """Return the size of text in percent, 100 to 200."""
        return self._text_size

    def colour(self, role: str) -> QColor:
        """Return the colour of a role of ``resources/themes``; *text* is the ink."""
        return QColor(self.named(role))

    def named(self, role: str) -> str:
        """Return the colour of a role as ``resources/themes`` writes it: with a hash, six digits."""
        return self._colours["ink" if role == "text" else role]

    def icon(self, name: str, role: str = "text", size: int = 18, *, before: int = 0, behind: int = 0) -> QIcon:
        """Return an icon in the colour of a role; its size grows with the text, the clear sides do not."""
        ink, off = self.colour(role), self.colour("disabled")
        return icon(name, ink, scaled(size), disabled=off, before=before, behind=behind)

    def apply(self, application: QApplication) -> None:
        """Dress the application: once at the start; afterwards ``switch`` does what is left."""
        self._application = application
        application.setStyle("Fusion")
        self._dress()

    def switch(self, name: Name) -> None:
        """Change to the other theme while the window is open."""
        if name != self._name:
            self._name = name
            self._colours = _read(name)
            self._dress()
            self.switched.emit()

    def resize_text(self, percent: int) -> None:
        """Change to another size of text while the window is open; what is laid out by ``scaled`` follows."""
        if percent != self._text_size:
            self._text_size = percent
            self._dress()
            self.switched.emit()

    def _dress(self) -> None:
        if self._application is not None:
            sheet = (resources() / "themes" / "window.qss").read_text("utf-8")
            # A sheet that takes the place of another restyles each widget once for every widget around it; one that
            # is put on anew, once. The roles stand in the sheet as colours: Qt keeps those of a palette as they were.
            self._application.setStyleSheet("")
            self._application.setFont(_font(self._text_size))
            self._application.setPalette(self._palette())
            grown = _GROWING.sub(lambda length: f"{scaled(int(length[1]))}px", sheet)
            self._application.setStyleSheet(Template(grown).substitute(self._colours))

    def _palette(self) -> QPalette:
        palette = QPalette()
        for place, role in _PALETTE.items():
            palette.setColor(place, self.colour(role))
        for place in _TEXTS:
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.colour("disabled"))
        return palette


def growth() -> float:
    """Return how many times as large as usual the text is that is chosen now, 1 to 2."""
    return QApplication.font().pixelSize() / BODY


def scaled(pixels: float, most: float = 2.0) -> int:
    """Return how many pixels a length of the design takes at the size of text that is chosen now.

    What stands beside the content of a page grows at most ``SIDEWAYS`` times, and leaves the rest of the room to it.
    """
    return round(pixels * min(growth(), most))


def _read(name: Name) -> dict[str, str]:
    text = (resources() / "themes" / f"{name}.toml").read_text("utf-8")
    colours: dict[str, str] = tomllib.loads(text)["colours"]
    return colours


def _font(percent: int) -> QFont:
    """Return the bundled type, the same on every computer; Qt loads a file only once."""
    if "Inter" not in QFontDatabase.families():
        for weight in ("Regular", "Medium", "SemiBold"):
            QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"Inter-{weight}.ttf"))
    font = QFont("Inter")
    font.setPixelSize(round(BODY * percent / 100))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
