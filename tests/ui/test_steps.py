"""Every step of the rail has its page, and the pages that need a clock get it."""

from datetime import UTC, datetime

import pytest

from kneedesk.ui.main_window import STEPS
from kneedesk.ui.pages.candidacy import CandidacyPage
from kneedesk.ui.pages.documents import DocumentsPage
from kneedesk.ui.steps import PAGES, page_maker


def clock():
    return datetime(2026, 11, 21, tzinfo=UTC)


def test_every_step_of_the_rail_has_its_page_under_the_same_name():
    assert [(page.STEP, page.TITLE) for page in PAGES] == [(step.id, step.title) for step in STEPS]


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.STEP)
def test_every_page_can_be_made(qtbot, library, english, theme, kind):
    page = page_maker(kind, clock, {"en": english})(library, english, theme)
    qtbot.addWidget(page)
    assert isinstance(page, kind)


@pytest.mark.parametrize("kind", [CandidacyPage, DocumentsPage])
def test_the_clock_is_the_one_of_the_application(kind, english):
    assert page_maker(kind, clock, {"en": english}).keywords["clock"] is clock
