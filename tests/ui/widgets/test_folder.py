"""A folder or a picture is typed, or chosen in the dialog of the platform."""

import pytest
from PySide6.QtWidgets import QFileDialog

from kneedesk.ui.widgets.folder import FolderField, PictureField
from tests.ui.hosting import host, unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def field(qtbot, english, theme):
    made = FolderField("practice_pack", "The practice's own pack", english)
    host(qtbot, made, 500, 160)
    return made


def test_a_typed_path_is_taken(field, qtbot):
    heard = []
    field.recorded.connect(heard.append)
    qtbot.keyClicks(field.edit, "/srv/riverside")
    field.commit()
    assert heard == ["/srv/riverside"]


def test_a_chosen_folder_is_taken(field, tmp_path):
    heard = []
    field.recorded.connect(heard.append)
    field.choose.click()
    dialog = field.window().findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    assert heard == [str(tmp_path)]
    assert field.edit.text() == str(tmp_path)


def test_every_part_has_a_name(field):
    assert unnamed(field) == []
    assert field.choose.accessibleName() == "Choose a folder: The practice's own pack"


@pytest.fixture
def picture(qtbot, english, theme):
    made = PictureField("logo", "Logo", english)
    host(qtbot, made, 500, 160)
    return made


def test_a_picture_is_chosen_among_pictures(picture, tmp_path):
    heard = []
    picture.recorded.connect(heard.append)
    picture.choose.click()
    dialog = picture.window().findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(tmp_path / "logo.png"))
    dialog.close()
    assert heard == [str(tmp_path / "logo.png")]
    assert picture.choose.accessibleName() == "Choose a picture: Logo"
