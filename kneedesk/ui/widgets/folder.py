"""A folder or a picture of this computer: typed, or chosen where it stands."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.written import TextField

_LONGEST = 5000  # as the settings allow


class FolderField(TextField):
    """A line with the path of a folder, and a way to look for one."""

    CHOOSE, NAMED = "Choose a folder\N{HORIZONTAL ELLIPSIS}", "Choose a folder: {name}"

    def __init__(
        self, path: str, name: str, language: Language, *, help_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(path, name, language, help_text=help_text, longest=_LONGEST, parent=parent)
        self.choose = QPushButton(language.say(self.CHOOSE))
        self.choose.setObjectName(f"{path}.choose")
        self.choose.setAccessibleName(language.say(self.NAMED).format(name=name))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._look)
        self.place.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def _look(self) -> None:
        dialog = QFileDialog(self.window(), self.name, self.edit.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, folder: Any) -> None:
        self.edit.setText(folder)
        self.commit()


class PictureField(FolderField):
    """A line with the path of a picture, and a way to look for one."""

    CHOOSE, NAMED = "Choose a picture\N{HORIZONTAL ELLIPSIS}", "Choose a picture: {name}"

    def _look(self) -> None:
        dialog = QFileDialog(self.window(), self.name, self.edit.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.language.say("Pictures (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self._take)
        dialog.open()
