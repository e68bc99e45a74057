"""A drawing on a page: a graphic with a name, drawn for the theme and the screen."""

from PySide6.QtGui import QAccessible, QColor, QPalette

from kneedesk.presentation.icon_array import icon_array
from kneedesk.ui.widgets.drawing_view import DrawingView

shade = {"colour": "#0000ff"}


def colour(role: str) -> QColor:
    return QColor(shade["colour"])


def test_a_drawing_is_a_graphic_that_says_its_content(qtbot, english):
    view = DrawingView(icon_array(3, "Swelling", english), colour)
    qtbot.addWidget(view)
    view.show()
    node = QAccessible.queryAccessibleInterface(view)
    assert node.role() is QAccessible.Role.Graphic
    assert node.text(QAccessible.Text.Name) == "Swelling: 3 of 100 people; 97 not affected"


def test_a_drawing_takes_the_colours_of_the_theme_that_is_chosen(qtbot, english, monkeypatch):
    view = DrawingView(icon_array(3, "Swelling", english), colour)
    qtbot.addWidget(view)
    view.show()
    assert view.grab().toImage().pixelColor(7, 7).name() == "#0000ff"
    monkeypatch.setitem(shade, "colour", "#ff0000")
    palette = view.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ff0000"))
    view.setPalette(palette)
    assert view.grab().toImage().pixelColor(7, 7).name() == "#ff0000"


def test_a_drawing_grows_with_the_text_unless_its_scale_is_given(qtbot, english, text_size):
    drawing = icon_array(3, "Swelling", english)
    growing, fixed = DrawingView(drawing, colour), DrawingView(drawing, colour, scale=2)
    for view in (growing, fixed):
        qtbot.addWidget(view)
        view.show()
    before = growing.height(), fixed.height()
    text_size(200)
    assert abs(growing.height() - 2 * before[0]) <= 1
    assert fixed.height() == before[1]


def test_a_drawing_that_shrinks_keeps_its_shape_in_less_room(qtbot, english, text_size):
    view = DrawingView(icon_array(3, "Swelling", english), colour, shrinks=True)
    qtbot.addWidget(view)
    whole = view.sizeHint()
    view.resize(whole.width() // 2, view.heightForWidth(whole.width() // 2))
    assert abs(view.height() * 2 - whole.height()) <= 2
    assert view.heightForWidth(10 * whole.width()) == whole.height()
    assert view.grab().toImage().pixelColor(view.height() // 12, view.height() // 12).name() == "#0000ff"
