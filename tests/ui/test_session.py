"""A change becomes the next consultation, is assessed, shown and kept; undo is a change too."""

from datetime import UTC, date, datetime

import pytest

from kneedesk.assessment.candidacy import Verdict
from kneedesk.domain.consent import digest_of
from kneedesk.domain.decision import Check, Unsure
from kneedesk.domain.finding import value_of
from kneedesk.domain.history import Diabetes
from kneedesk.domain.preferences import Answer, Asked
from kneedesk.domain.product import Donor
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import Treatment
from kneedesk.ui.session import Session

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


class Shelf:
    """A keeper that remembers what it was given and answers when it is told to."""

    def __init__(self):
        self.kept = []

    def keep(self, key, consultation, saved, failed, carried=None, shown=None):
        self.kept.append((key, consultation))
        self.carried = carried
        self.saved, self.failed = saved, failed


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def session(library, shelf, cases):
    session = Session(library, shelf)
    session.open("key", cases["reference"])
    return session


def test_opening_shows_without_keeping(qtbot, library, shelf, cases):
    session = Session(library, shelf)
    with qtbot.waitSignal(session.shown) as shown:
        session.open("key", cases["reference"])
    assert shown.args[0] == cases["reference"]
    assert shown.args[1].candidacies[Treatment.PRP].verdict is Verdict.CANDIDATE
    assert shelf.kept == []


def test_starting_keeps_the_new_consultation(library, shelf, cases):
    Session(library, shelf).start("key", cases["reference"])
    assert shelf.kept == [("key", cases["reference"])]


def test_a_change_is_assessed_shown_and_kept(qtbot, session, shelf):
    with qtbot.waitSignal(session.shown) as shown:
        assert session.amend("history.active_infection", True)
    consultation, assessment = shown.args
    assert consultation.history.active_infection is True
    assert assessment.candidacies[Treatment.STEM_CELL].verdict is Verdict.DEFERRED
    assert shelf.kept == [("key", consultation)]


def test_a_value_that_is_not_allowed_is_refused_with_its_field_and_nothing_changes(qtbot, session, shelf, cases):
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.amend("imaging.kellgren_lawrence", 7)
    assert [str(each) for each in refused.args] == [
        "imaging.kellgren_lawrence",
        "imaging.kellgren_lawrence: 7 is not allowed; allowed is 0 to 4",
    ]
    assert session.consultation == cases["reference"]
    assert shelf.kept == []


def test_a_date_after_the_consultation_is_refused(qtbot, session):
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.amend("imaging.date", date(2027, 1, 1))
    assert refused.args[0] == "imaging.date"


def test_several_changes_are_taken_together_or_not_at_all(session, cases):
    changes = {"history.diabetes": Diabetes.NONE, "imaging.kellgren_lawrence": 7}
    assert not session.amend_all(changes)
    assert session.consultation == cases["reference"]


def test_undo_and_redo_are_changes_that_are_kept(session, shelf, cases):
    session.amend("history.diabetes", Diabetes.NONE)
    changed = session.consultation
    session.undo()
    assert session.consultation == cases["reference"]
    session.redo()
    assert session.consultation == changed
    assert [kept for _, kept in shelf.kept] == [changed, cases["reference"], changed]


def test_a_new_change_forgets_what_could_be_redone(session):
    session.amend("history.diabetes", Diabetes.NONE)
    session.undo()
    session.amend("history.diabetes", Diabetes.UNCONTROLLED)
    assert session.can_undo
    assert not session.can_redo


def test_the_same_value_again_is_no_change(session, shelf):
    assert session.amend("history.diabetes", Diabetes.CONTROLLED)
    assert not session.can_undo
    assert shelf.kept == []


def test_undo_stops_at_what_was_settled(session):
    session.amend("history.diabetes", Diabetes.NONE)
    session.settle()
    before = session.consultation
    session.undo()
    assert session.consultation is before
    assert not session.can_undo


def test_undo_and_redo_without_a_change_do_nothing(library, shelf):
    session = Session(library, shelf)
    session.undo()
    session.redo()
    assert not session.amend("history.diabetes", Diabetes.NONE)
    assert session.consultation is None
    assert session.key == ""


def test_a_finding_that_gets_a_value_is_no_longer_marked_as_not_assessed(session):
    session.amend_all({"history.diabetes": None, "not_assessed": ("history.diabetes",)})
    assert session.consultation.not_assessed == ("history.diabetes",)
    session.amend("history.diabetes", Diabetes.NONE)
    assert session.consultation.not_assessed is None


def test_answers_of_the_keeper_are_announced(qtbot, session, shelf):
    session.amend("history.diabetes", Diabetes.NONE)
    with qtbot.waitSignal(session.saved) as saved:
        shelf.saved(NOON)
    assert saved.args == [NOON]
    with qtbot.waitSignal(session.not_saved) as failed:
        shelf.failed("The disk is full.")
    assert failed.args == ["The disk is full."]


def test_an_older_state_is_never_shown_as_saved(qtbot, session, shelf):
    session.amend("history.diabetes", Diabetes.NONE)
    older = shelf.saved
    session.amend("history.diabetes", Diabetes.UNCONTROLLED)
    with qtbot.assertNotEmitted(session.saved):
        older(NOON)


def test_what_was_taken_over_is_marked_until_it_is_changed_or_confirmed(library, shelf, cases):
    session, day = Session(library, shelf), date(2026, 1, 5)
    both = {"history.diabetes": day, "history.allergies": day}
    session.start("key", cases["reference"], both)
    assert session.carried == shelf.carried == both
    session.amend("history.diabetes", Diabetes.NONE)
    assert session.carried == shelf.carried == {"history.allergies": day}
    session.confirm("history.allergies")
    assert session.carried == shelf.carried == {}
    assert shelf.kept[-1] == shelf.kept[-2]
    session.undo()
    assert session.carried == shelf.carried == {"history.allergies": day}
    session.undo()
    assert session.carried == both
    session.redo()
    assert session.carried == {"history.allergies": day}
    session.confirm("history.diabetes")
    assert len(shelf.kept) == 6


SIGNED = Signature(role=Role.PATIENT, name="Ana Ruiz Peña", at=NOON, method=Method.TYPED, meaning="I agree.")


@pytest.mark.parametrize(
    "changes",
    [
        {"sure.certain": False},
        {"consent.interpreter": False},
        {"consent.witnesses": ("Luz Ortiz", "Sam Reed")},
        {"stop_rule.amount": 2.0},
        {"product.donor": Donor.OWN},
        {"decision.leaning": Unsure.NOT_SURE},
        {"counselling.checked": (Check.TRACE,)},
        {"signatures": (SIGNED,)},
        {"notice.digest": digest_of("notice"), "notice.shown_at": NOON},
        {"preferences.expected_pain": None, "preferences.expected_pain_asked": Asked(at=NOON, answer=Answer.NOT_ASKED)},
    ],
    ids=", ".join,
)
def test_what_the_talk_comes_to_is_amended_by_its_path_and_taken_back(session, changes):
    before = session.consultation
    assert session.amend_all(changes)
    assert {path: value_of(session.consultation, path) for path in changes} == changes
    session.undo()
    assert session.consultation == before


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("notice.shown_at", NOON, "notice.digest: nothing is not allowed; allowed is the digest of the text and"),
        ("consent.witnesses", ("a", "b", "c", "d", "e"), "consent.witnesses: a list of 5 is not allowed; allowed is"),
        ("preferences.expected_pain", None, "preferences.expected_pain_asked.answer: 'answered' is not"),
    ],
)
def test_what_does_not_fit_together_is_refused_with_its_sentence(qtbot, session, path, value, words):
    session.amend("preferences.expected_pain_asked", Asked(at=NOON, answer=Answer.ANSWERED))
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.amend(path, value)
    assert refused.args[0] == path
    assert str(refused.args[1]).startswith(words)


def test_what_is_finalised_stands_and_no_change_crosses_it(session, shelf):
    session.amend("patient.identifier", "MRN-2")
    session.finalise(NOON)
    assert session.stands
    assert session.consultation.finalised.at == NOON
    assert session.consultation.knowledge == session.assessment.knowledge
    assert shelf.kept[-1] == ("key", session.consultation)
    assert not session.can_undo
    before = session.consultation
    assert not session.amend("patient.identifier", "MRN-3")
    session.undo()
    session.confirm("history.diabetes")
    session.finalise(NOON)
    assert session.consultation is before


def test_an_amendment_is_a_draft_that_is_kept_and_not_undone_into_what_stands(session, shelf):
    session.begin_amendment("There is nothing to amend yet.", NOON)
    assert session.consultation.amends is None
    session.finalise(NOON)
    digest = session.consultation.finalised.digest
    session.begin_amendment("The dose was wrong.", NOON)
    assert not session.stands
    assert session.consultation.amends.digest == digest
    assert shelf.kept[-1] == ("key", session.consultation)
    assert not session.can_undo
    assert session.amend("patient.identifier", "MRN-3")
    session.undo()
    assert session.consultation.amends.digest == digest
