"""Scores measured elsewhere, each with its scale and its day."""

from datetime import date

from kneedesk.domain.measure import Instrument, Measure
from tests.ui.widgets.hands import click, enter

DAY = date(2026, 11, 18)


def begin(build):
    heard = build("measures")
    heard.field.look_around(DAY)
    return heard


def add(qtbot, heard, instrument, label=""):
    click(qtbot, heard.field.offers.offer((instrument, label)))


def test_a_score_counts_once_it_is_typed_and_has_the_day_of_the_consultation(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.PAIN_NRS)
    assert heard.values == []
    enter(qtbot, heard.field.rows[0].score, "7")
    assert heard.values == [(Measure(instrument=Instrument.PAIN_NRS, score=7.0, date=DAY),)]


def test_womac_needs_the_range_of_its_version(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.WOMAC)
    row = heard.field.rows[0]
    enter(qtbot, row.score, "51")
    assert heard.values == []
    assert "range" in heard.field.fault()
    enter(qtbot, row.extra, "0-96")
    assert heard.values == [(Measure(instrument=Instrument.WOMAC, scale="0-96", score=51.0, date=DAY),)]
    assert not heard.field.fault()
    assert row.range.text() == "of 96"


def test_womac_is_written_with_the_highest_score_of_its_version(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.WOMAC)
    row = heard.field.rows[0]
    assert row.score.hasFocus()
    enter(qtbot, row.score, "51/96")
    assert heard.values == [(Measure(instrument=Instrument.WOMAC, scale="0-96", score=51.0, date=DAY),)]
    assert row.score.text() == "51"
    assert row.extra.text() == "0-96"


def test_another_highest_score_than_that_of_the_instrument_is_a_fault(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.OXFORD_KNEE_SCORE)
    enter(qtbot, heard.field.rows[0].score, "17/60")
    assert heard.values == []
    assert "range" in heard.field.fault()
    enter(qtbot, heard.field.rows[0].score, "17/48")
    assert heard.values == [(Measure(instrument=Instrument.OXFORD_KNEE_SCORE, score=17.0, date=DAY),)]


def test_what_the_patient_named_as_a_goal_is_offered_in_the_patients_words(qtbot, build):
    heard = begin(build)
    heard.field.suggest(("walk my dog", "climb the stairs"))
    add(qtbot, heard, Instrument.ACTIVITY, "climb the stairs")
    row = heard.field.rows[0]
    assert row.score.hasFocus()
    enter(qtbot, row.score, "3")
    expected = Measure(instrument=Instrument.ACTIVITY, label="climb the stairs", score=3.0, date=DAY)
    assert heard.values == [(expected,)]
    heard.field.suggest(("walk my dog",))
    assert [offer.text() for offer in heard.field.offers.offers if not offer.isHidden()][-1] == "walk my dog"


def test_an_activity_has_the_patients_words(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.ACTIVITY)
    enter(qtbot, heard.field.rows[0].extra, "walk my dog round the lake")
    enter(qtbot, heard.field.rows[0].score, "3")
    expected = Measure(instrument=Instrument.ACTIVITY, label="walk my dog round the lake", score=3.0, date=DAY)
    assert heard.values == [(expected,)]


def test_a_score_out_of_its_range_is_a_fault(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.PAIN_NRS)
    enter(qtbot, heard.field.rows[0].score, "11")
    assert heard.field.fault()
    assert heard.values == []


def test_a_row_begun_stays_when_another_comes_back_from_the_session(qtbot, build):
    heard = begin(build)
    kept = Measure(instrument=Instrument.PAIN_NRS, score=7.0, date=DAY)
    heard.field.show_value((kept,))
    add(qtbot, heard, Instrument.OXFORD_KNEE_SCORE)
    enter(qtbot, heard.field.rows[0].score, "6")
    changed = Measure(instrument=Instrument.PAIN_NRS, score=6.0, date=DAY)
    assert heard.values == [(changed,)]
    heard.field.show_value((changed,))
    assert len(heard.field.rows) == 2
    enter(qtbot, heard.field.rows[1].score, "17")
    assert heard.values[-1] == (changed, Measure(instrument=Instrument.OXFORD_KNEE_SCORE, score=17.0, date=DAY))


def test_a_row_begun_can_be_removed_and_changes_nothing(qtbot, build):
    heard = begin(build)
    add(qtbot, heard, Instrument.PAIN_NRS)
    click(qtbot, heard.field.rows[0].remove)
    assert heard.values == []
    assert heard.field.rows == []


def test_the_day_can_be_emptied(qtbot, build):
    heard = begin(build)
    heard.field.show_value((Measure(instrument=Instrument.PAIN_NRS, score=7.0, date=DAY),))
    enter(qtbot, heard.field.rows[0].day.line, "")
    assert heard.values == [(Measure(instrument=Instrument.PAIN_NRS, score=7.0),)]
