"""The notice that the law asks for: its words, and when it was shown."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from kneedesk.domain.consent import ShownNotice
from kneedesk.presentation.prescribed import Prescribed
from kneedesk.ui.widgets.notice_card import NoticeCard
from tests.ui.hosting import host, unnamed
from tests.ui.pages.desk import words

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)
NOTICE = Prescribed("The notice", "NOTICE.\n  These words, <b>as they stand</b>.", sample=False)


@pytest.fixture
def card(qtbot, english, theme):
    card = NoticeCard(english, theme, lambda: NOW)
    card.changes = []
    card.amended.connect(card.changes.append)
    host(qtbot, card, height=300)
    return card


def press(card, qtbot) -> None:
    qtbot.mouseClick(card.findChild(QAbstractButton, "notice.shown_at"), Qt.MouseButton.LeftButton)


def test_it_stands_word_for_word_and_is_not_yet_shown(card):
    card.show_notice(NOTICE, ShownNotice())
    assert NOTICE.text in words(card)
    assert "Not shown yet" in words(card)
    assert card.changes == []


def test_a_press_records_when_these_words_were_shown(card, qtbot):
    card.show_notice(NOTICE, ShownNotice())
    press(card, qtbot)
    shown = {"notice.digest": NOTICE.digest, "notice.shown_at": NOW}
    assert card.changes == [shown]
    card.show_notice(NOTICE, ShownNotice(digest=NOTICE.digest, shown_at=NOW))
    assert "Shown on 18 November 2026, 14:02 UTC." in words(card)
    press(card, qtbot)
    assert card.changes == [shown, {"notice.digest": None, "notice.shown_at": None}]


def test_other_words_have_to_be_shown_again(card, qtbot):
    earlier = Prescribed("The notice", "Other words.", sample=False)
    card.show_notice(NOTICE, ShownNotice(digest=earlier.digest, shown_at=NOW))
    assert "have to be shown again" in words(card)
    press(card, qtbot)
    assert card.changes == [{"notice.digest": NOTICE.digest, "notice.shown_at": NOW}]


def test_without_a_notice_there_is_no_card(card):
    card.show_notice(NOTICE, ShownNotice())
    assert card.isVisible()
    card.show_notice(None, ShownNotice())
    assert not card.isVisible()


def test_everything_has_a_name(card):
    card.show_notice(NOTICE, ShownNotice())
    assert unnamed(card) == []
