"""The clinician at the desk: what a person does and reads in the window, in clinical words.

Clicks and keys happen in this file only. How a control is worked is a ``Hand``: by mouse, or by keyboard alone.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
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
from kneedesk.ui.widgets.segment import Segment
from kneedesk.ui.widgets.signature_pad import SignaturePad
from kneedesk.ui.widgets.typing_on import line_after
from tests.ui.hosting import legible

Control = TypeVar("Control", bound=QWidget)
_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_MOST_STOPS = 400
_MOST_TURNS = 400


class Hand(Protocol):
    """A way to work the controls that a person sees."""

    def press(self, control: QWidget) -> None:
        """Press a button, a choice or a box to tick."""

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Go to a step."""

    def write(self, line: QWidget, text: str) -> None:
        """Replace what stands in a line."""

    def name(self, lines: Sequence[QWidget], names: Sequence[str]) -> None:
        """Write the family name and the given name."""

    def list(self, line: QWidget, texts: Sequence[str]) -> None:
        """Write entries into a line that takes them."""

    def pick(self, picker: QComboBox, words: str) -> None:
        """Take an entry from a list that opens."""

    def take(self, view: QAbstractItemView, row: int) -> None:
        """Choose a row of a list that is always there."""

    def confirm(self, button: QWidget) -> None:
        """Confirm what was typed in a dialog that is not ours."""


class Mouse:
    """Turns the wheel until a control is in sight, and clicks in the window where it is seen."""

    def press(self, control: QWidget) -> None:
        """Click on a control, brought in sight again where something came up around it under way."""
        self._bring(control)
        _point(control, _seen_middle(control))
        self._bring(control)
        _click(control, _seen_middle(control))

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Click on the step in the rail."""
        self.press(rail)

    def write(self, line: QWidget, text: str) -> None:
        """Click into a line, and type over what stands there."""
        self.press(line)
        assert QApplication.focusWidget() is line, f"a click does not lead into {_named(line)}"
        _type_over(text)

    def name(self, lines: Sequence[QWidget], names: Sequence[str]) -> None:
        """Write each into its line."""
        _write_in_turn(self, lines, names)

    def list(self, line: QWidget, texts: Sequence[str]) -> None:
        """Write them one after the other."""
        _write_each(self, line, texts)

    def pick(self, picker: QComboBox, words: str) -> None:
        """Open the list and click on an entry."""
        self.press(picker)
        view = picker.view()
        assert view.isVisible(), f"{_named(picker)} did not open"
        index = view.model().index(_place(picker, words), picker.modelColumn())
        place = view.visualRect(index).center()
        _point(view.viewport(), place + QPoint(0, -1))
        _point(view.viewport(), place)
        _click(view.viewport(), place)

    def take(self, view: QAbstractItemView, row: int) -> None:
        """Click on the row."""
        place = view.visualRect(view.model().index(row, 0)).center()
        _point(view.viewport(), place)
        _click(view.viewport(), place)

    def confirm(self, button: QWidget) -> None:
        """Click on the button, once nothing that came up while typing lies over it."""
        if QApplication.activePopupWidget() is not None:
            _strike(Qt.Key.Key_Escape)
        self.press(button)

    def _bring(self, control: QWidget) -> None:
        for _ in range(_MOST_TURNS):
            QApplication.processEvents()  # a hand goes to where a thing is painted, not to where it was
            if _is_seen(control):
                return
            _turn(control)
        raise AssertionError(f"{_named(control)} cannot be brought in sight")


class Deft(Mouse):
    """Clicks nowhere where the focus is already, and takes the shortcut of a step: what the quickest hand does."""

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Press the shortcut of the step."""
        _strike(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def write(self, line: QWidget, text: str) -> None:
        """Type at once where the focus has come by itself, or where figures after a choice go."""
        focused = QApplication.focusWidget()
        if focused is not line and isinstance(focused, Segment) and line_after(focused) is line:
            _type(text)
        else:
            if focused is not line:
                self.press(line)
            _type_over(text)
        assert QApplication.focusWidget() is line, f"what is typed does not come into {_named(line)}"

    def name(self, lines: Sequence[QWidget], names: Sequence[str]) -> None:
        """Write both into the first line, with a comma between."""
        self.write(lines[0], ", ".join(names))

    def list(self, line: QWidget, texts: Sequence[str]) -> None:
        """Write them with semicolons between; they are taken when the line is left."""
        self.write(line, "; ".join(texts))

    def confirm(self, button: QWidget) -> None:
        """Press Enter where the typing ended."""
        _strike(Qt.Key.Key_Return)


class Keyboard:
    """Moves by Tab and arrows and works what has the focus; never touches the mouse."""

    def press(self, control: QWidget) -> None:
        """Go to a control and press it by Space."""
        self._reach(control)
        if not (isinstance(control, QAbstractButton) and control.autoExclusive() and control.isChecked()):
            _strike(Qt.Key.Key_Space)

    def go(self, rail: QAbstractButton, number: int) -> None:
        """Press the shortcut of the step."""
        _strike(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def write(self, line: QWidget, text: str) -> None:
        """Go into a line, and type over what stands there."""
        self._reach(line)
        _type_over(text)

    def name(self, lines: Sequence[QWidget], names: Sequence[str]) -> None:
        """Write each into its line."""
        _write_in_turn(self, lines, names)

    def list(self, line: QWidget, texts: Sequence[str]) -> None:
        """Write them one after the other."""
        _write_each(self, line, texts)

    def pick(self, picker: QComboBox, words: str) -> None:
        """Open the list, go down to an entry and take it."""
        self._reach(picker)
        _strike(Qt.Key.Key_Space)
        view, place = picker.view(), _place(picker, words)
        assert view.isVisible(), f"{_named(picker)} did not open"
        _strike(Qt.Key.Key_Home)
        while view.currentIndex().row() != place:
            before = view.currentIndex().row()
            _strike(Qt.Key.Key_Down)
            assert view.currentIndex().row() > before, f"{_named(picker)} has no way to {words!r}"
        _strike(Qt.Key.Key_Return)

    def take(self, view: QAbstractItemView, row: int) -> None:
        """Go into the list and down to the row."""
        self._reach(view)
        _strike(Qt.Key.Key_Home)
        for _ in range(row):
            _strike(Qt.Key.Key_Down)

    def confirm(self, button: QWidget) -> None:
        """Press Enter where the typing ended."""
        _strike(Qt.Key.Key_Return)

    def _reach(self, control: QWidget) -> None:
        """Go by Tab to a control, or to the choice it is one of and on by arrows."""
        for _ in range(_MOST_STOPS):
            stop = _stop_before(control)  # it may change: a choice has one stop
            if _focused() is stop:
                break
            _strike(Qt.Key.Key_Tab)
        else:
            raise AssertionError(f"Tab does not lead to {_named(control)}")
        for _ in control.parentWidget().children():
            if _focused() is control:
                return
            _strike(_arrow(_focused(), control))
        assert _focused() is control, f"no arrow leads to {_named(control)}"


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
        _strike(Qt.Key.Key_K, _CONTROL)
        self._wait_for_dialog()
        self._hand.write(self._control(QLineEdit, "palette.search"), words)
        _strike(Qt.Key.Key_Return)
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
        _strike(Qt.Key.Key_Escape)
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
            _strike(Qt.Key.Key_Return)
        elif way is Method.DRAWN:
            _draw(self._control(SignaturePad, "signature_pad"))
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


def _write_in_turn(hand: Hand, lines: Sequence[QWidget], texts: Sequence[str]) -> None:
    for line, text in zip(lines, texts, strict=True):
        hand.write(line, text)


def _write_each(hand: Hand, line: QWidget, texts: Sequence[str]) -> None:
    for text in texts:
        hand.write(line, text)
        _strike(Qt.Key.Key_Return)


def _named(control: QWidget) -> str:
    return f"{type(control).__name__} {control.objectName()!r}"


def _place(picker: QComboBox, words: str) -> int:
    place = picker.findText(words)
    assert place >= 0, f"{_named(picker)} offers no {words!r}"
    return place


# What keys do


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    return focused


def _key_window() -> QWindow:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window takes keys"
    return window


def _strike(key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
    QTest.keyClick(_key_window(), key, modifier)


def _type_over(text: str) -> None:
    """Select all that stands there and type."""
    _strike(Qt.Key.Key_A, _CONTROL)
    _type(text)


def _type(text: str) -> None:
    """Type; what no key of this layout has comes as composed text."""
    for letter in text:
        if letter.isascii():
            QTest.keyClick(_key_window(), letter)
        else:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(_focused(), QKeyEvent(kind, 0, _PLAIN, letter))


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus)


def _stop_before(control: QWidget) -> QWidget:
    """Return where Tab stops to come to a control: itself, or the one of its choice that is the stop now."""
    if _takes_tab(control):
        return control
    others = control.parentWidget().findChildren(type(control), options=Qt.FindChildOption.FindDirectChildrenOnly)
    return next((each for each in others if _takes_tab(each)), control)


def _arrow(here: QWidget, there: QWidget) -> Qt.Key:
    """Return the arrow that leads from one of a choice to another."""
    if here.y() != there.y():
        return Qt.Key.Key_Down if here.y() < there.y() else Qt.Key.Key_Up
    return Qt.Key.Key_Right if here.x() < there.x() else Qt.Key.Key_Left


# What the mouse does


def _point(widget: QWidget, place: QPoint) -> None:
    window = widget.window()
    QTest.mouseMove(window.windowHandle(), widget.mapTo(window, place))


def _click(widget: QWidget, place: QPoint) -> None:
    window = widget.window()
    where = widget.mapTo(window, place)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, _PLAIN, where)


def _draw(pad: QWidget) -> None:
    """Draw a line across a box with the button held down."""
    left, middle = Qt.MouseButton.LeftButton, pad.height() // 2
    QTest.mousePress(pad, left, _PLAIN, QPoint(20, middle))
    for x in range(30, pad.width() - 20, 20):
        QTest.mouseMove(pad, QPoint(x, middle - 20))
    QTest.mouseRelease(pad, left, _PLAIN, QPoint(pad.width() - 20, middle))


def _seen_middle(control: QWidget) -> QPoint:
    return control.visibleRegion().boundingRect().center()


def _is_seen(control: QWidget) -> bool:
    """Tell whether a click in the middle of a control comes to it: it is neither scrolled away nor covered."""
    window, middle = control.window(), _seen_middle(control)
    hit = window.childAt(control.mapTo(window, middle))
    inside = control.visibleRegion().contains(control.rect().center())
    return inside and hit is not None and (hit is control or control.isAncestorOf(hit))


def _turn(control: QWidget) -> None:
    """Turn the wheel a notch, over the innermost area that can still bring a control nearer."""
    area = control.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea):
            middle = control.mapTo(area.viewport(), control.rect().center()).y()
            down = middle > area.viewport().height() // 2
            bar = area.verticalScrollBar()
            hidden = not 0 <= middle < area.viewport().height()
            if hidden and bar.value() != (bar.maximum() if down else bar.minimum()):
                _wheel(area, -1 if down else 1)
                return
        area = area.parentWidget()
    raise AssertionError(f"{_named(control)} is covered, or nothing scrolls to it")


def _wheel(area: QAbstractScrollArea, notches: int) -> None:
    window, viewport = area.window(), area.viewport()
    place = QPointF(viewport.mapTo(window, viewport.rect().center()))
    QTest.wheelEvent(window.windowHandle(), place, QPoint(0, 120 * notches))
