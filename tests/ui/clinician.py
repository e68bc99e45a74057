"""The clinician at the desk: what a person does and reads in the window, in clinical words.

How a control is worked is a ``Hand``: by mouse, or by keyboard alone.
"""

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kneedesk.domain.consultation import Knee
from kneedesk.domain.measure import Instrument
from kneedesk.domain.record import as_typed
from kneedesk.domain.signature import Method
from kneedesk.domain.treatment import PreviousKind, Response, Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.asked import ANSWERS
from kneedesk.ui.main_window import STEPS, MainWindow
from kneedesk.ui.widgets.signature_pad import SignaturePad
from tests.ui.hands import CONTROL, Hand, draw, strike
from tests.ui.hosting import legible

Control = TypeVar("Control", bound=QWidget)


class Clinician:
    """A physician at the window: begins, records, weighs, talks through and exports."""

    def __init__(self, window: MainWindow, hand: Hand, library: Library, language: Language, qtbot: QtBot) -> None:
        self._window = window
        self._hand = hand
        self._library = library
        self._language = language
        self._qtbot = qtbot

    # The consultation

    def begins(self, family_name: str, given_name: str, knee: Knee) -> None:
        """Begin a new consultation with a name and a side."""
        self.asks_for_a_new_consultation()
        lines = [self._control(QLineEdit, f"patient.{part}_name") for part in ("family", "given")]
        self._hand.name(lines, (family_name, given_name))
        self._press(f"knee={knee}")
        self._press("new_consultation.begin")
        self._wait_for_desk()

    def asks_for_a_new_consultation(self) -> None:
        """Open the question for name and side, and leave it open."""
        self._press("consultations.new")
        self._wait_for_dialog()

    def opens_file(self, path: Path) -> None:
        """Open a consultation file, and wait until it is on the desk."""
        self._press("consultations.file")
        self._answer_file_dialog(path)
        self._wait_for_desk()

    def opens(self, title: str) -> None:
        """Go to a step by its name in the rail."""
        step = next(entry for entry in STEPS if entry.title == title)
        self._hand.go(self._window.rail.buttons[step.id], step.number)
        self._wait(lambda: self._window.desk is not None and self._window.desk.step == step.id)

    def leaves(self) -> None:
        """Go back to the list of consultations."""
        self._hand.press(self._window.rail.buttons["consultations"])
        self._wait(self._window.list.isVisible)

    def sees_in_the_list(self, name: str) -> None:
        """Wait until the list of consultations shows a name."""
        rows = self._window.list.model
        self._wait(lambda: any(name in rows.index(row).data() for row in range(rows.rowCount())))

    def resumes(self, searched: str) -> None:
        """Search the list for a name, and go on with the one consultation that it finds."""
        model = self._window.list.model
        self._hand.write(self._control(QLineEdit, "consultations.search"), searched)
        self._wait(lambda: model.text == searched and model.rowCount() == 1)
        self._hand.take(self._control(QAbstractItemView, "consultations.list"), 0)
        self._press("consultations.resume")
        self._wait_for_desk()

    def opens_settings(self) -> None:
        """Open the settings, and leave them open."""
        self._hand.press(self._window.rail.buttons["settings"])
        self._wait_for_dialog()

    def seeks(self, words: str, *, asked: bool = False) -> None:
        """Ask for anything by a few letters, and go to the first that is found; it may ask something itself."""
        strike(Qt.Key.Key_K, CONTROL)
        self._wait_for_dialog()
        self._hand.write(self._control(QLineEdit, "palette.search"), words)
        strike(Qt.Key.Key_Return)
        if not asked:
            self._come_back()

    def begins_the_five_minute_path(self) -> None:
        """Take the offer of the short path, which leads to its first stop."""
        self._press("path.begin")

    def goes_to_the_stop(self, name: str) -> None:
        """Go to a stop of the path."""
        self._press(f"path.{name}")

    def sees_of_the_path(self) -> set[str]:
        """Return the stops of the path that are missing, in the words that a screen reader says."""
        names = (each.accessibleName() for each in self._all(QAbstractButton, "path."))
        return {name for name in names if name.endswith(": Missing")}

    def puts_the_path_away(self) -> None:
        """Have the short path no longer offered."""
        self._press("path.away")

    def dismisses(self) -> None:
        """Put away what is open above the window, as Escape does everywhere."""
        strike(Qt.Key.Key_Escape)
        self._come_back()

    def waits_until_saved(self) -> str:
        """Wait until the footer says that everything is saved, and return what it says."""
        state = self._control(QLabel, "footer.state")
        self._wait(lambda: state.text().startswith("Saved "))
        return state.text()

    # What is recorded

    def records(self, path: str, value: Any) -> None:
        """Record one finding: choose it, tick it, pick it or type it, as the control wants."""
        if isinstance(value, tuple):
            self._record_each(path, value)
            return
        button = self._find(QAbstractButton, f"{path}={str(value).lower()}")
        picker = self._find(QComboBox, path)
        if button is not None:
            if not button.isChecked():
                self._hand.press(button)
        elif picker is not None:
            self._hand.pick(picker, self._words(path, value))
        else:
            line = self._find(QLineEdit, path) or self._control(QPlainTextEdit, path)
            self._hand.write(line, _written(value))

    def asked_none(self, path: str) -> None:
        """Say that it was asked, and that there is none."""
        self._press(f"{path}=none")

    def answers_the_rest_with_no(self) -> None:
        """Ask which questions would be answered with no, and leave the list of them open."""
        self._press("evaluation.all_asked")
        self._wait_for_dialog()

    def confirms_that_all_was_asked(self) -> None:
        """Confirm that each of those questions was asked."""
        self._press("all_asked.confirm")
        self._come_back()

    def changes_side(self, knee: Knee) -> None:
        """Choose the other side, and leave the question about it open."""
        self._press(f"knee={knee}")
        self._wait_for_dialog()

    def opens_choice(self, name: str) -> None:
        """Open a list or a calendar, and leave it open."""
        self._hand.press(self._find(QComboBox, name) or self._control(QAbstractButton, name))
        self._wait(lambda: QApplication.activePopupWidget() is not None)

    def records_treatment(self, kind: PreviousKind, response: Response | None = None, day: date | None = None) -> None:
        """Add a treatment that this knee has had."""
        path = "history.previous_treatments"
        row = f"{path}[{self._count(path)}]"
        self._press(f"{path}+{kind}" if response is None else f"{path}+{kind}={response}")
        if day is not None:
            self._hand.write(self._control(QLineEdit, f"{row}.date"), _written(day))

    def measures(self, instrument: Instrument, score: float, *, scale: str = "", label: str = "") -> None:
        """Add a score of today, of an activity that the patient named before where it is offered."""
        row = f"measures[{self._count('measures')}]"
        named = next((each for each in self._all(QAbstractButton, "measures+") if each.text() == label), None)
        if named is not None:
            self._hand.press(named)
        else:
            self._press(f"measures+{instrument}")
            if label:
                self._hand.write(self._control(QLineEdit, f"{row}.label"), label)
        self._hand.write(self._control(QLineEdit, f"{row}.score"), _written(score) + scale.replace("0-", "/"))

    def expects_pain(self, months: int, score: int) -> None:
        """Record the pain that the patient expects after so many months."""
        self._press(f"preferences.expected_pain.{months}={score}")

    def changes_mind_about_discussing(self) -> None:
        """Tick the first risk as talked through, and take the tick back: nothing was talked through yet."""
        risk = next(self._all(QAbstractButton, "counselling.discussed="))
        self._hand.press(risk)
        self._hand.press(risk)

    def signs(self, place: int, way: Method, name: str = "") -> None:
        """Sign at a place of the consent form: on paper, by typing a name, or by drawing with the mouse."""
        self._press(f"signatures[{place}]={way}")
        if way is Method.TYPED:
            self._hand.write(self._control(QLineEdit, f"signatures[{place}].name"), name)
            strike(Qt.Key.Key_Return)
        elif way is Method.DRAWN:
            draw(self._control(SignaturePad, "signature_pad"))
            self._press(f"signatures[{place}].sign")

    def changes_what_was_signed(self, path: str, value: Any, *, confirms: bool) -> None:
        """Record a finding when the form is signed, and answer the question that is asked then."""
        self.records(path, value)
        self.answers_about_what_was_signed(confirms=confirms)
        self._come_back()

    def begins_to_write(self, path: str, text: str) -> None:
        """Type into a line, and stay in it."""
        self._hand.write(self._control(QLineEdit, path), text)

    def answers_about_what_was_signed(self, *, confirms: bool) -> None:
        """Answer the question whether to change it all the same."""
        self._wait_for_dialog()
        self._press(f"void_signatures.{'confirm' if confirms else 'keep'}")

    # The verdicts

    def reads_verdict(self, treatment: Treatment) -> str:
        """Choose a course on Candidacy and return its verdict in the words of the screen."""
        row = self._control(QAbstractButton, f"candidacy.{treatment}")
        self._hand.press(row)
        self._wait(row.isChecked)
        _name, verdict, *_ = legible(row)
        twice = legible(self._page()).count(verdict) >= 2
        assert twice, f"{treatment}: the row says {verdict!r}, the course in detail does not"
        return verdict

    def sees_verdict(self, treatment: Treatment) -> str:
        """Return the verdict on a course where all of them stand, without choosing it."""
        row = self._control(QAbstractButton, f"candidacy.{treatment}")
        self._wait(lambda: len(legible(row)) > 1)
        return legible(row)[1]

    def decides_otherwise(self, treatment: Treatment) -> None:
        """Open the field for a reason to decide otherwise than the verdict on a course."""
        self.reads_verdict(treatment)
        self._hand.press(self._worded("Decide otherwise, with a reason\N{HORIZONTAL ELLIPSIS}"))

    def overrides(self, treatment: Treatment, reason: str) -> None:
        """Decide otherwise than the verdict on a course, with a reason."""
        self.decides_otherwise(treatment)
        self._hand.write(self._control(QPlainTextEdit, "overrides"), reason)
        self._hand.press(self._worded("Record the reason"))

    # The documents

    def exports(self, folder: Path) -> list[Path]:
        """Save all documents into a folder, and return the files that are there then."""
        self.opens("Documents")
        every = self._control(QAbstractButton, "documents.save_all")
        self._wait(lambda: every.isEnabled() or "could not be made" in self._reads())
        assert every.isEnabled(), self._reads()
        self._hand.press(every)
        self._answer_file_dialog(folder)
        self._wait(lambda: "\nSaved " in self._reads())
        return sorted(folder.glob("*"))

    # How it finds its way

    def _root(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    def _page(self) -> QWidget:
        assert self._window.desk is not None
        return self._window.desk.page(self._window.desk.step)

    def _reads(self) -> str:
        """Return the words of the page in sight, a line each."""
        return "\n".join(legible(self._page()))

    def _all(self, kind: type[Control], begin: str) -> Iterator[Control]:
        return (
            each for each in self._root().findChildren(kind) if each.objectName().startswith(begin) and each.isVisible()
        )

    def _find(self, kind: type[Control], name: str) -> Control | None:
        return next((each for each in self._root().findChildren(kind, name) if each.isVisible()), None)

    def _control(self, kind: type[Control], name: str) -> Control:
        found = self._find(kind, name)
        assert found is not None, f"no {name} to be seen"
        return found

    def _worded(self, words: str) -> QAbstractButton:
        return next(each for each in self._page().findChildren(QAbstractButton) if each.text() == words)

    def _press(self, name: str) -> None:
        self._hand.press(self._control(QAbstractButton, name))

    def _record_each(self, path: str, values: tuple[Any, ...]) -> None:
        if not values:
            self.asked_none(path)
        elif all(isinstance(value, Enum) for value in values):
            for value in values:
                self._press(f"{path}={value}")
        else:
            self._hand.list(self._control(QLineEdit, path), values)

    def _count(self, path: str) -> int:
        """Return how many rows a list has on the screen."""
        return sum(each.objectName().endswith(".remove") for each in self._all(QAbstractButton, f"{path}["))

    def _words(self, path: str, value: Any) -> str:
        finding = self._library.findings.get(path)
        if finding is not None and str(value) in finding.values:
            return finding.values[str(value)].spoken(self._language.tag)
        return self._language.say(ANSWERS[path][str(value)])

    def _answer_file_dialog(self, path: Path) -> None:
        """Name a file or a folder in the dialog of the platform, which is Qt's own where there is no screen."""
        self._wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        self._hand.write(self._control(QLineEdit, "fileNameEdit"), str(path))
        buttons = (each for each in dialog.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled())
        self._hand.confirm(next(each for each in buttons if each.text() in ("&Open", "&Choose", "&Save")))
        self._come_back()

    def _wait_for_dialog(self) -> None:
        self._wait(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
        self._wait(lambda: QApplication.activeWindow() is QApplication.activeModalWidget())

    def _wait_for_desk(self) -> None:
        self._wait(lambda: self._window.desk is not None and self._window.desk.isVisible())
        self._come_back()

    def _come_back(self) -> None:
        """Make the window take keys again: a window manager does so when a dialog closes, and here is none."""
        self._wait(lambda: QApplication.activeModalWidget() is None)
        self._window.activateWindow()
        self._wait(lambda: QGuiApplication.focusWindow() is self._window.windowHandle())

    def _wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until)


def _written(value: Any) -> str:
    """Return a value as a hand types it."""
    if isinstance(value, date):
        return f"{value:%-d %b %Y}".lower()
    if isinstance(value, float):
        return str(as_typed(value))
    return str(value)
