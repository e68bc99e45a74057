"""The rows of the evidence list: in words for a screen reader, on two lines for the eye."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from kneedesk.presentation.register import Record
from kneedesk.ui.evidence_model import HEIGHT, EvidenceModel, EvidenceRow

RECORDS = (Record("AAA-01", "facts", "Pain fell", "AAA-01 · Read", "pain"), Record("x", "pack", "About", "", "about"))


def test_a_row_is_spoken_whole_and_found_by_its_id(qapp):
    model = EvidenceModel()
    model.hold(RECORDS)
    assert model.rowCount() == 2
    assert model.data(model.index(0)) == "Pain fell. AAA-01 · Read"
    assert model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole) == "About"
    assert model.row_of("x") == 1
    assert model.row_of("y") == -1
    assert model.record(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


def test_a_row_is_painted_in_its_height_with_a_title_of_any_length(qapp, theme):
    model = EvidenceModel()
    model.hold((Record("long", "facts", "word " * 400, "note", ""),))
    row = EvidenceRow(theme)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, HEIGHT)
    picture = QPixmap(300, HEIGHT)
    picture.fill(theme.colour("paper"))
    painter = QPainter(picture)
    row.paint(painter, option, model.index(0))
    painter.end()
    assert row.sizeHint(option, model.index(0)).height() == HEIGHT
    painted = picture.toImage()
    ground = painted.pixelColor(299, 0)
    assert any(painted.pixelColor(x, y) != ground for x in range(14, 200) for y in range(8, 40))
