"""The patient's window follows the physician: each focus becomes a scene, once for all that happened in a frame."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.patient_view import Focus, scene_of
from kneedesk.ui.desk import Desk
from kneedesk.ui.patient_view.window import PatientView


class Following(QObject):
    """It listens to the desk and speaks the patient's language; without a consultation the window is blank."""

    def __init__(
        self, desk: Desk, view: PatientView, library: Library, languages: Mapping[str, Language], language: Language
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._library = desk, view, library
        self._languages, self._language = languages, language
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        self._focus = Focus("")
        desk.projected.connect(self._follow)
        desk.left.connect(self.blank)

    def toggle(self) -> None:
        """Open the patient's window, or close it; there is nothing to show while no consultation is open."""
        if self._view.isVisible():
            self._view.close()
        elif self._desk.session is not None:
            self._show()
            self._view.open(self._desk.window())

    def blank(self) -> None:
        """Show nothing of the consultation that was left."""
        self._soon.stop()
        self._view.blank()

    def _follow(self, focus: Focus) -> None:
        self._focus = focus
        self._soon.start()

    def _show(self) -> None:
        consultation = self._desk.session.consultation if self._desk.session is not None else None
        if consultation is None:
            self._view.blank()
            return
        spoken = self._spoken(consultation)
        self._view.show_scene(scene_of(self._focus, consultation, self._library, spoken), spoken)

    def _spoken(self, consultation: Consultation) -> Language:
        tag = consultation.patient.language
        return self._languages.get(str(tag), self._language) if tag is not None else self._language
