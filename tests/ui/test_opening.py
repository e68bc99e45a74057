"""A consultation comes onto the desk resumed, new, on the other knee or from a file, or it is said why not."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kneedesk.assessment.assessment import assess
from kneedesk.domain.consultation import Jurisdiction, Knee
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.treatment import Treatment
from kneedesk.settings import ClinicianSettings, PracticeSettings, Settings
from kneedesk.store.faults import MISSING, Unavailable
from kneedesk.store.shown import Shown, shown_as
from kneedesk.ui.background import Background
from kneedesk.ui.desk import Desk
from kneedesk.ui.dialogs.new_consultation import Beginning
from kneedesk.ui.keeping import Keeping
from kneedesk.ui.opening import Opening
from tests.ui.stand_in import PAGES, KeeperStandIn

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
CASES = Path(__file__).parents[1] / "cases"


class StoreStandIn:
    def __init__(self, kept):
        self.kept = kept
        self.marked = {}
        self.before, self.marks = None, []

    def read(self, key):
        if key not in self.kept:
            raise Unavailable(MISSING)
        return self.kept[key]

    def carried(self, key):
        return self.marked

    def shown(self, key):
        return self.before

    def mark_shown(self, key, shown):
        self.marks.append((key, shown))

    def kept_as(self, consultation):
        return next((key for key, kept in self.kept.items() if kept == consultation), "")


@pytest.fixture
def keeper():
    return KeeperStandIn()


@pytest.fixture
def desk(qtbot, library, english, theme):
    made = Desk(PAGES, library, english, theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opening(english, cases, keeper, qtbot):
    background = Background()
    made = Opening(background, english, lambda: NOW, lambda: "new")
    made.take_store(StoreStandIn({"k": cases["reference"]}), Keeping(keeper, made))
    yield made
    background.deleteLater()


def test_what_is_kept_is_resumed_at_the_first_step_that_lacks_something(opening, desk, library, cases, keeper, qtbot):
    opening.take_desk(library, desk)
    with qtbot.waitSignal(opening.shown):
        opening.resume("k")
    assert (desk.session.key, desk.session.consultation) == ("k", cases["reference"])
    assert desk.step == "documents"
    assert keeper.kept == []


def test_what_is_not_committed_yet_is_newer_than_the_store(opening, desk, library, cases, qtbot):
    opening.take_desk(library, desk)
    opening._store[1].keep("k", cases["declined"], lambda _: None, lambda _: None)
    with qtbot.waitSignal(opening.shown):
        opening.resume("k")
    assert desk.session.consultation == cases["declined"]


def test_a_new_one_has_the_letterhead_of_the_practice_and_is_kept(opening, desk, library, keeper, qtbot):
    opening.take_desk(library, desk)
    settings = Settings(PracticeSettings("Riverside", phone="1"), ClinicianSettings("Dr Marsh"), "eu", "es")
    with qtbot.waitSignal(opening.shown):
        opening.begin(Beginning("Ruiz", "Ana", "left", date(2026, 11, 20)), settings)
    made = desk.session.consultation
    assert (made.patient.family_name, made.patient.given_name, made.knee) == ("Ruiz", "Ana", Knee.LEFT)
    assert (made.date, made.jurisdiction) == (date(2026, 11, 20), Jurisdiction.EUROPEAN_UNION)
    assert (made.practice.name, made.practice.phone, made.practice.address) == ("Riverside", "1", None)
    assert (made.clinician.name, made.clinician.language) == ("Dr Marsh", LanguageTag.SPANISH)
    assert made.patient.language is LanguageTag.SPANISH
    assert keeper.kept[0][:2] == ("new", made)
    assert desk.step == "patient"


def test_the_other_knee_is_a_new_one_of_today(opening, desk, library, keeper, qtbot):
    opening.take_desk(library, desk)
    opening._store[0].marked = {"history.diabetes": date(2026, 1, 5)}
    with qtbot.waitSignal(opening.shown):
        opening.other_knee("k")
    made = desk.session.consultation
    assert (made.knee, made.date, made.imaging.kellgren_lawrence) == (Knee.LEFT, NOW.date(), None)
    assert keeper.kept[0][0] == "new"
    carried = desk.session.carried
    assert carried["history.diabetes"] == date(2026, 1, 5)  # not confirmed since then
    assert carried["history.allergies"] == date(2026, 11, 18)
    assert {getattr(made.history, path.removeprefix("history.")) for path in carried}.isdisjoint({None})


def test_a_file_is_opened_and_kept(opening, desk, library, keeper, cases, qtbot):
    opening.take_desk(library, desk)
    with qtbot.waitSignal(opening.shown):
        opening.open_file(CASES / "declined.json")
    assert keeper.kept[0][:2] == ("new", cases["declined"])


def test_a_file_that_is_kept_already_is_opened_and_not_added(opening, desk, library, keeper, cases, qtbot):
    opening.take_desk(library, desk)
    with qtbot.waitSignal(opening.known):
        opening.open_file(CASES / "reference.json")
    assert (desk.session.key, desk.session.consultation) == ("k", cases["reference"])
    assert keeper.kept == []


def test_a_file_is_added_where_what_is_kept_was_changed_since(opening, desk, library, keeper, cases, qtbot):
    opening.take_desk(library, desk)
    opening._store[1].keep("k", cases["declined"], lambda _: None, lambda _: None)
    with qtbot.waitSignal(opening.shown), qtbot.assertNotEmitted(opening.known):
        opening.open_file(CASES / "reference.json")
    assert desk.session.key == "new"
    assert keeper.kept[-1][:2] == ("new", cases["reference"])


def test_a_file_that_is_named_before_the_store_is_there_waits_for_it(desk, library, english, cases, keeper, qtbot):
    background = Background()
    early = Opening(background, english, lambda: NOW, lambda: "new")
    early.take_desk(library, desk)
    with qtbot.waitSignal(early.waiting, check_params_cb=bool):
        early.open_file(CASES / "reference.json")
    with qtbot.waitSignal(early.known):
        early.take_store(StoreStandIn({"k": cases["reference"]}), Keeping(keeper, early))
    assert desk.session.key == "k"
    background.deleteLater()


def test_a_refused_file_is_said_sentence_by_sentence(opening, desk, library, tmp_path, qtbot):
    opening.take_desk(library, desk)
    bad = tmp_path / "bad.json"
    bad.write_text('{"format": "kneedesk-consultation", "version": 1, "knee": "middle"}')
    with qtbot.waitSignal(opening.refused) as caught:
        opening.open_file(bad)
    title, sentences = caught.args
    assert title == "This file was not opened"
    assert any(sentence.startswith("knee: 'middle' is not allowed") for sentence in sentences)
    assert desk.session is None


def test_what_is_gone_is_said(opening, desk, library, qtbot):
    opening.take_desk(library, desk)
    with qtbot.waitSignal(opening.refused) as caught:
        opening.resume("nothing")
    assert caught.args == ["This consultation cannot be opened", (MISSING,)]


def test_what_is_wished_for_before_the_desk_is_there_waits_for_it(opening, desk, library, qtbot):
    said = []
    opening.waiting.connect(said.append)
    opening.resume("k")
    qtbot.waitUntil(lambda: opening._ready is not None)
    assert said == ["Opening"]
    opening.take_desk(library, desk)
    assert desk.session.key == "k"
    assert said == ["Opening", ""]


def test_a_fault_nobody_thought_of_names_no_value(opening, desk, library, qtbot):
    opening.take_desk(library, desk)
    with qtbot.waitSignal(opening.refused) as caught:
        opening.begin(Beginning("x" * 300, "", "left", NOW.date()), Settings())
    assert "x" * 20 not in "".join(caught.args[1])


def verdicts_now(consultation, library):
    return shown_as(assess(consultation, library))


def test_under_another_version_it_is_said_what_changed_until_it_is_put_away(opening, desk, library, cases, qtbot):
    opening.take_desk(library, desk)
    store, now = opening._store[0], verdicts_now(cases["reference"], library)
    store.before = Shown("2025.1", {**now.verdicts, "prp": "not_indicated"})
    with qtbot.waitSignal(opening.shown):
        opening.resume("k")
    desk.show()
    notice = desk.notice
    assert notice.isVisible()
    assert notice.title.text() == (
        f"The content is now {library.version}. This consultation was last shown with 2025.1."
    )
    name = library.options[Treatment.PRP].name.en
    said = f"{name}: Outside the described profile \N{RIGHTWARDS ARROW} Fits the described profile"
    assert notice.text.text() == said
    assert said in notice.close_button.accessibleDescription()
    assert store.marks == []
    qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: store.marks == [("k", now)])
    assert notice.isHidden()


def test_where_no_verdict_changed_that_is_said(opening, desk, library, cases, qtbot):
    opening.take_desk(library, desk)
    opening._store[0].before = Shown("2025.1", verdicts_now(cases["reference"], library).verdicts)
    with qtbot.waitSignal(opening.shown):
        opening.resume("k")
    desk.show()
    assert desk.notice.text.text() == "No verdict on this knee has changed."


def test_under_the_same_version_nothing_is_said(opening, desk, library, cases, qtbot):
    opening.take_desk(library, desk)
    store = opening._store[0]
    store.before = verdicts_now(cases["reference"], library)
    with qtbot.waitSignal(opening.shown):
        opening.resume("k")
    assert desk.notice.isHidden()
    opening._background.run(lambda: None, lambda _: None, lambda _: None)
    assert store.marks == []


def test_of_what_was_never_marked_nothing_is_said_and_it_is_marked_now(opening, desk, library, cases, qtbot):
    opening.take_desk(library, desk)
    with qtbot.waitSignal(opening.known):
        opening.open_file(CASES / "reference.json")
    assert desk.notice.isHidden()
    now = verdicts_now(cases["reference"], library)
    qtbot.waitUntil(lambda: opening._store[0].marks == [("k", now)])


def test_what_was_said_of_one_patient_is_gone_with_the_next(opening, desk, library, cases, qtbot):
    opening.take_desk(library, desk)
    store = opening._store[0]
    store.before = Shown("2025.1", {})
    with qtbot.waitSignal(opening.shown):
        opening.resume("k")
    assert not desk.notice.isHidden()
    with qtbot.waitSignal(opening.shown):
        opening.open_file(CASES / "declined.json")
    assert desk.notice.isHidden()
    desk.notice.put_away()
    assert store.marks == []
