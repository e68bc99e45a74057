"""Pages are made when they are visited or when nothing else is to do, and only the one in sight is kept up to date."""

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout

from kneedesk.assessment.assessment import assess
from kneedesk.ui.page_stack import PageStack
from tests.ui.stand_in import PAGES, DocumentsStandIn


class Scrolling(DocumentsStandIn):
    """A page that scrolls what is long by itself."""

    def __init__(self, *parts):
        super().__init__(*parts)
        words = QLabel("words " * 500)
        words.setWordWrap(True)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(words)
        QVBoxLayout(self).addWidget(area)


@pytest.fixture
def make_stack(qtbot, library, english, theme, cases):
    def make(*pages):
        made = []

        def build(kind, parent):
            made.append(kind.STEP)
            return kind(library, english, theme, parent)

        stack = PageStack({page.STEP: page for page in pages}, build, english)
        stack.made = made
        qtbot.addWidget(stack)
        stack.resize(900, 500)
        stack.show_consultation(cases["reference"], assess(cases["reference"], library), {})
        stack.visit(pages[0].STEP)
        return stack

    return make


@pytest.fixture
def stack(make_stack):
    return make_stack(*PAGES)


def test_only_the_page_that_is_visited_is_made_before_the_window_is_seen(stack):
    assert stack.made == ["patient"]
    stack.visit("documents")
    assert stack.made == ["patient", "documents"]
    assert stack.currentWidget().isAncestorOf(stack.page("documents"))


def test_the_others_are_made_while_nothing_else_is_to_do(stack, qtbot, cases):
    with qtbot.waitSignal(stack.prepared):
        stack.show()
    assert stack.made == ["patient", "evaluation", "documents"]
    assert stack.step == "patient"
    assert stack.page("evaluation").shown == [cases["reference"]]
    assert not stack.page("evaluation").isVisible()
    stack.visit("evaluation")
    assert stack.page("evaluation").shown == [cases["reference"]]


def test_after_a_rest_the_pages_out_of_sight_foresee_a_visit(stack, qtbot, library, cases, monkeypatch):
    foreseen = []
    for kind in PAGES:
        monkeypatch.setattr(kind, "foresee", lambda page, state, _: foreseen.append((page.STEP, state)), raising=False)
    stack.show()
    out_of_sight = [page.STEP for page in PAGES if stack.step != page.STEP]
    for name in ("reference", "declined"):
        foreseen.clear()
        stack.show_consultation(cases[name], assess(cases[name], library), {})
        qtbot.waitUntil(lambda: len(foreseen) >= len(out_of_sight))
        assert foreseen == [(step, cases[name]) for step in out_of_sight]


def test_whoever_changes_something_has_the_pages_out_of_sight_let_be_what_they_foresee(
    stack, library, cases, monkeypatch
):
    told = []
    for kind in PAGES:
        monkeypatch.setattr(kind, "let_be", lambda page: told.append(page.STEP), raising=False)
    for page in PAGES:
        stack.visit(page.STEP)
    stack.show_consultation(cases["declined"], assess(cases["declined"], library), {})
    assert told == [page.STEP for page in PAGES if stack.step != page.STEP]


def test_only_the_page_in_sight_is_refreshed_and_others_catch_up(stack, library, cases):
    stack.visit("evaluation")
    stack.show_consultation(cases["declined"], assess(cases["declined"], library), {})
    assert stack.page("patient").shown == [cases["reference"]]
    for _ in range(2):
        stack.visit("patient")
        assert stack.page("patient").shown == [cases["reference"], cases["declined"]]


def test_a_page_that_scrolls_itself_is_as_high_as_the_room(make_stack, qtbot):
    stack = make_stack(Scrolling)
    stack.show()
    page, area = stack.page("documents"), stack.currentWidget()
    qtbot.waitUntil(lambda: page.height() > 100)
    assert page.size() == area.viewport().size()
    assert area.verticalScrollBar().maximum() == 0


def test_in_another_size_of_text_every_page_is_laid_out_again(make_stack, text_size, qtbot):
    stack = make_stack(*PAGES)
    with qtbot.waitSignal(stack.prepared):
        stack.show()
    with qtbot.waitSignal(stack.prepared):
        text_size(150)
    assert sorted(stack.made) == sorted(page.STEP for page in PAGES)


class Growing(DocumentsStandIn):
    """A page of which three parts are not built yet."""

    left = 3

    @property
    def unfinished(self):
        return self.left > 0

    def build_on(self):
        self.left -= 1


def test_a_page_out_of_sight_is_built_on_at_rest_and_never_while_somebody_types(make_stack, qtbot, library, cases):
    stack = make_stack(PAGES[0], Growing)
    with qtbot.waitSignal(stack.prepared):
        stack.show()
    growing = stack.page(Growing.STEP)
    for name in ("declined", "reference", "declined"):
        stack.show_consultation(cases[name], assess(cases[name], library), {})
        assert stack._rest.remainingTime() > 0  # each change begins the rest anew
        assert growing.left == 3
    qtbot.waitUntil(lambda: growing.left == 0)


def test_a_page_in_sight_goes_on_by_itself(make_stack, qtbot):
    stack = make_stack(Growing, PAGES[0])
    with qtbot.waitSignal(stack.prepared):
        stack.show()
    assert stack._unfinished() is None
    assert stack.page(Growing.STEP).left == 3
