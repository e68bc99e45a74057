"""What was found is shown as a list, as nothing found, or as a first run."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from kneedesk.bundle import resources
from kneedesk.language import language
from kneedesk.store.summary import Summary
from kneedesk.ui.consultation_list import Sample
from kneedesk.ui.consultation_model import ConsultationModel
from kneedesk.ui.consultation_results import INTENDED_USE, ConsultationResults
from kneedesk.ui.widgets.glyph import IconButton

NOW = datetime(2026, 11, 21, tzinfo=UTC)
ROWS = [
    Summary(f"k{number}", f"Name {number}", None, None, None, "left", date(2026, 11, 21), NOW, NOW, 1)
    for number in range(5)
]


@pytest.fixture
def results(qtbot, theme, english):
    model = ConsultationModel(lambda summary: summary.family_name)
    model.search("")
    model.receive("", 0, ROWS)
    made = ConsultationResults(model, theme, english)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_row_is_chosen_by_its_key_and_opened(results, qtbot):
    results.choose("")
    assert results.key() == "k0"
    with qtbot.waitSignal(results.chosen):
        results.choose("k3")
    assert results.key() == "k3"
    with qtbot.waitSignal(results.opened, check_params_cb=lambda key: key == "k3"):
        results.open(results.list.currentIndex())
    results.choose("gone")
    assert results.key() == "k0"


def test_what_is_shown_follows_from_what_was_found(results):
    results.show_found("", found=True)
    assert results.list.isVisible()
    results.show_found("nobody", found=False)
    assert results.nothing.isVisible()
    assert "nobody" in results.nothing.text()
    results.show_found("", found=False)
    assert not results.list.isVisible()
    assert not results.nothing.isVisible()


def test_icons_follow_the_theme(results, theme):
    results.show_found("", found=False)
    results.offer_samples([Sample("reference", "Ana")])
    button = results.findChild(IconButton, "sample.reference")
    before = button.icon().pixmap(18, 18).toImage()
    theme.switch("dark")
    after = button.icon().pixmap(18, 18).toImage()
    theme.switch("light")
    assert before != after


def test_where_there_is_little_room_the_samples_scroll_and_are_not_cut(results, english):
    results.show_found("", found=False)
    results.offer_samples([Sample(str(number), f"Sample {number}") for number in range(12)])
    results.resize(420, 200)
    QApplication.processEvents()
    for button in results.findChildren(IconButton):
        assert button.height() >= button.sizeHint().height()


@pytest.mark.parametrize("tag", ["en", "es"])
def test_the_first_run_says_the_intended_use_in_the_words_of_the_pack(library, tag):
    spoken = language(tag, resources() / "translations")
    words = [passage.text.spoken(tag) for passage in library.texts["intended_use"].passages]
    assert [spoken.say(each) for each in INTENDED_USE] == words
