"""Show one field and listen to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kneedesk.assessment.assessment import assess
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.course import Course, course_of
from kneedesk.ui.forms import build_field
from kneedesk.ui.theme import Theme
from kneedesk.ui.widgets.field import Field
from tests.ui.hosting import host


@dataclass
class Heard:
    """A field that is shown, and what it announced."""

    field: Field
    values: list[Any] = field(default_factory=list)
    left_out: int = 0
    window: QWidget | None = None

    def leave_out(self) -> None:
        self.left_out += 1


@pytest.fixture
def listen(qtbot: QtBot) -> Callable[[Field], Heard]:
    """Return a way to show a field in a window and to hear what it announces."""

    def begin(shown: Field) -> Heard:
        heard = Heard(shown, window=host(qtbot, shown, 700, 300))
        qtbot.waitUntil(heard.window.isActiveWindow)
        shown.recorded.connect(heard.values.append)
        shown.not_assessed.connect(heard.leave_out)
        return heard

    return begin


@pytest.fixture
def build(library: Library, english: Language, theme: Theme, listen: Callable[[Field], Heard]):
    """Return a way to build the field of a finding and to hear it; nothing is recorded in it."""

    def begin(path: str) -> Heard:
        made = build_field(path, library, english, theme)
        made.show_value(None)
        return listen(made)

    return begin


@pytest.fixture
def course_in(cases, library: Library, english: Language) -> Callable[[str, Treatment], Course]:
    """Return a way to weigh a course for a case, as it is shown."""

    def weighed(case: str, treatment: Treatment) -> Course:
        candidacy = assess(cases[case], library).candidacies[treatment]
        return course_of(candidacy, cases[case], library, english)

    return weighed
