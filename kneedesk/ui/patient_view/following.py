"""The patient's window follows the physician: each focus becomes a scene, once for all that happened in a frame."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence

from kneedesk.domain.consultation import Consultation
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.patient_view import Focus, calm_scene, scene_of
from kneedesk.ui.desk import Desk
from kneedesk.ui.patient_view.window import PatientView


class Following(QObject):
    """It listens to the desk, in the patient’s language; covered, locked or left it shows the calm screen."""

    changed = Signal(bool, bool, int, int)
    """Whether the window is open, whether it is covered, which of its pages is in sight, and of how many."""

    def __init__(
        self, desk: Desk, view: PatientView, library: Library, languages: Mapping[str, Language], language: Language
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._library = desk, view, library
        self._languages, self._language = languages, language
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        self._focus = Focus("")
        self._covered = self._locked = False
        desk.projected.connect(self._follow)
        desk.left.connect(self._leave)
        view.covered.connect(self.cover)
        view.paged.connect(self._tell)
        view.closed.connect(self._tell)
        for keys, act in (
            ("Shift+F11", self.cover),
            ("F12", lambda: view.turn(1)),
            ("Shift+F12", lambda: view.turn(-1)),
        ):
            _key(desk, keys, act)

    def toggle(self) -> None:
        """Open the patient's window, or close it; there is nothing to show while no consultation is open."""
        if self._view.isVisible():
            self._view.close()
        elif self._desk.session is not None and not self._locked:
            self._show()
            self._view.open(self._desk.window())
            self._tell()

    def cover(self) -> None:
        """Hide what is shown behind the calm screen, or show it again; a window that is closed stays as it is."""
        if self._view.isVisible():
            self._covered = not self._covered
            self._show()
            self._tell()

    def lock(self, locked: bool) -> None:
        """Hide all there is while the desk is locked; afterwards show again what was shown."""
        self._locked = locked
        self._show()
        self._tell()

    def _leave(self) -> None:
        """Show nothing of the consultation that was left."""
        self._soon.stop()
        self._covered = False
        self._show()
        self._tell()

    def _follow(self, focus: Focus) -> None:
        self._focus = focus
        if self._view.isVisible():
            self._soon.start()

    def _show(self) -> None:
        consultation = self._desk.session.consultation if self._desk.session is not None else None
        spoken = self._spoken(consultation)
        if consultation is None or self._covered or self._locked:
            self._view.show_scene(calm_scene(consultation, spoken), spoken)
        else:
            self._view.show_scene(scene_of(self._focus, consultation, self._library, spoken), spoken)

    def _spoken(self, consultation: Consultation | None) -> Language:
        tag = consultation.patient.language if consultation is not None else None
        return self._languages.get(str(tag), self._language) if tag is not None else self._language

    def _tell(self) -> None:
        self.changed.emit(self._view.isVisible(), self._covered or self._locked, *self._view.page)


def _key(desk: Desk, keys: str, act: Callable[[], object]) -> None:
    action = QAction(desk)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(act)
    desk.addAction(action)
