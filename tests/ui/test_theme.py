"""The window wears roles of colour, light or dark, and does so before anything heavy is loaded."""

import re
import subprocess
import sys
from string import Template

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from kneedesk.bundle import resources
from kneedesk.ui.theme import SIDEWAYS, Theme, growth, scaled
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.glyph import IconButton
from kneedesk.ui.widgets.text import chip

SHEET = (resources() / "themes" / "window.qss").read_text("utf-8")
R = QPalette.ColorRole


class Watch(QObject):
    """The kinds of events that came to a widget."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, _watched, event):
        """Remember an event and let it pass."""
        self.seen.append(event.type())
        return False


def settled(widget):
    """Return the picture of a widget once it is laid out."""
    QApplication.processEvents()
    return widget.grab().toImage()


def test_the_style_sheet_names_roles_and_no_colours():
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b|rgb", SHEET)
    assert set(Template(SHEET).get_identifiers()) <= set(Theme("light")._colours)
    assert len(SHEET.splitlines()) < 150


def test_a_role_is_a_colour_and_text_is_the_ink():
    theme = Theme("light")
    assert theme.colour("text") == theme.colour("ink")
    assert theme.colour("paper").name() == "#ffffff"
    with pytest.raises(KeyError):
        theme.colour("green")


def test_it_switches_while_the_window_is_open(qtbot, qapp, theme):
    label = QLabel("x")
    label.setProperty("tone", "stop")
    qtbot.addWidget(label)
    label.ensurePolished()
    try:
        with qtbot.waitSignal(theme.switched):
            theme.switch("dark")
        assert theme.name == "dark"
        assert qapp.palette().color(R.Base) == theme.colour("paper")
        assert label.palette().color(R.WindowText) == theme.colour("stop")
        with qtbot.assertNotEmitted(theme.switched):
            theme.switch("dark")
    finally:
        theme.switch("light")
    assert label.palette().color(R.WindowText) == theme.colour("stop")


def test_a_switch_restyles_a_widget_twice_however_deep_it_lies(qtbot, theme):
    innermost = outermost = QWidget()
    qtbot.addWidget(outermost)
    for _ in range(12):
        innermost = QWidget(innermost)
    outermost.show()
    watch = Watch()
    innermost.installEventFilter(watch)
    theme.switch("dark")
    theme.switch("light")
    assert watch.seen.count(QEvent.Type.StyleChange) <= 4


def test_a_switch_there_and_back_leaves_the_picture_as_it_was(qtbot, theme):
    card = Card("Title", "Subtitle")
    for content in (QLineEdit("x"), IconButton(theme, "plus", "Add"), chip("Words", "stop")):
        card.body.addWidget(content)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitUntil(card.isActiveWindow)
    card.focusWidget().clearFocus()  # its cursor comes and goes
    before = settled(card)
    theme.switch("dark")
    dark = settled(card)
    theme.switch("light")
    assert dark != before
    assert settled(card) == before


def test_the_type_is_the_bundled_one(qapp, theme):
    assert "Inter" in QFontDatabase.families()
    assert {"Regular", "Medium", "SemiBold"} <= set(QFontDatabase.styles("Inter"))
    assert qapp.font().family() == "Inter"
    assert qapp.style().name() == "fusion" or qapp.style().metaObject().className() == "QStyleSheetStyle"


def test_dressing_loads_nothing_heavy():
    program = (
        "import sys; import kneedesk.ui.theme, kneedesk.ui.icons, kneedesk.ui.widgets.card, kneedesk.ui.widgets.text; "
        "print(sorted({'pydantic', 'yaml', 'sqlalchemy', 'reportlab', 'alembic'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_text_grows_to_twice_its_size_and_back(qtbot, qapp, theme, text_size):
    label, field = chip("Words", "stop"), QLineEdit("x")
    for widget in (label, field):
        qtbot.addWidget(widget)
        widget.show()
    before = settled(label)
    with qtbot.waitSignal(theme.switched):
        text_size(200)
    assert (theme.text_size, growth(), scaled(10), scaled(10, SIDEWAYS)) == (200, 2, 20, 14)
    assert [label.font().pixelSize(), field.font().pixelSize(), qapp.font().pixelSize()] == [24, 28, 28]
    with qtbot.assertNotEmitted(theme.switched):
        text_size(200)
    text_size(100)
    assert settled(label) == before


def test_text_has_the_size_of_the_settings_from_the_first_frame():
    assert Theme("light", text_size=150).text_size == 150


def test_no_length_of_the_sheet_is_written_for_one_size_of_text_only():
    assert not re.search(r"font-size: \d+px", SHEET)
