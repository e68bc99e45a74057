"""A history is told in the words of the clinic, and nothing of it is left out."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneedesk.assessment.readiness import Document
from kneedesk.commands.inputs import library_of, our_language
from kneedesk.domain.changes import Change, changes_between
from kneedesk.domain.consultation import Knee
from kneedesk.domain.decision import Outcome, Override
from kneedesk.domain.finding import finding_types
from kneedesk.domain.treatment import Treatment
from kneedesk.domain.versions import amend, finalise
from kneedesk.presentation.history import DEEDS, KINDS, Row, Told, change_rows, deed_words, rows_of
from kneedesk.store.archive import Copy
from kneedesk.store.chain import Deed
from tests.amending import amended, recorded
from tests.consultations import consultations

ZONE = timezone(timedelta(hours=-5))
AT = datetime(2026, 11, 18, 9, 2, tzinfo=ZONE)
LIBRARY = library_of(None)
LANGUAGES = {tag: our_language(tag) for tag in ("en", "es")}


@pytest.fixture
def changed(cases, english):
    """Return a function that tells in words what leads from the reference consultation to another one."""

    def changed(after, before=cases["reference"], language=english):
        return {row.words: row.beside for row in change_rows(changes_between(before, after), LIBRARY, language)}

    return changed


def test_an_answer_is_told_with_its_old_and_its_new_value(changed, cases):
    after = amended(cases["reference"], "examination", flexion_degrees=95, skin_intact=None)
    said = changed(after)
    assert said["Flexion"].endswith("→ 95 degrees")
    assert said["Skin at the site"].endswith("→ Not recorded")
    assert len(said) == 2


def test_it_is_told_in_the_language_of_the_window(changed, cases):
    said = changed(amended(cases["reference"], "examination", flexion_degrees=None), language=LANGUAGES["es"])
    assert [*said] == ["Flexión"]
    assert said["Flexión"].endswith("→ No registrado")


def test_of_a_list_it_is_told_what_came_and_what_went(changed, cases):
    before = amended(cases["reference"], "history", allergies=("penicillin", "latex"))
    after = amended(before, "history", allergies=("latex", "iodine"))
    assert changed(after, before) == {"Allergies": "Added: iodine · Taken away: penicillin"}
    turned = amended(before, "history", allergies=("latex", "penicillin"))
    assert changed(turned, before) == {"Allergies": "In another order"}
    none = amended(before, "history", allergies=())
    assert changed(none, before) == {"Allergies": "penicillin; latex → Asked: none"}


def test_who_where_and_how_it_ended_are_told_as_the_form_asks_them(changed, cases):
    said = changed(recorded(amended(cases["reference"], "decision", outcome=Outcome.REFER), knee=Knee.LEFT))
    assert said["Knee"] == "Right knee → Left knee"
    assert said["How the consultation ends"].endswith("Refer")


def test_a_reason_for_deciding_otherwise_names_the_course(changed, cases):
    override = Override(treatment=Treatment.PRP, reason="She wants it.", clinician="Dr. Ana Núñez")
    said = changed(recorded(cases["reference"], overrides=(override,)))
    assert said["Decided otherwise"] == "PRP (platelet-rich plasma) injection: She wants it. (Dr. Ana Núñez)"


def test_what_stands_and_what_was_amended_are_told_by_version(changed, cases):
    final = finalise(cases["reference"], "2026.11", AT)
    assert changed(final)["Final"].startswith("Version 1, final since 18 November 2026")
    draft = amend(final, "The side was wrong.", AT)
    said = changed(draft, final)
    assert said["Amended"] == "Version 1: The side was wrong."
    assert said["Final"].endswith("→ Not recorded")


def test_what_a_finding_cannot_have_any_more_is_shown_as_it_was_written(english):
    (row,) = change_rows([Change("imaging.kellgren_lawrence", 9, 3)], LIBRARY, english)
    assert row.beside.startswith("9 → ")
    (row,) = change_rows([Change("history.gone", None, "x")], LIBRARY, english)
    assert (row.words, row.beside) == ("history.gone", "x")


def test_an_empty_text_is_shown_as_one(english):
    (row,) = change_rows([Change("history.allergies", None, [""])], LIBRARY, english)
    assert row.beside == "“”"
    (row,) = change_rows([Change("history.allergies", ["latex"], ["latex", ""])], LIBRARY, english)
    assert row.beside == "Added: “”"


@settings(max_examples=15)
@given(consultations(), consultations(), st.sampled_from(("en", "es")))
def test_every_change_of_any_consultation_has_a_name_and_words(before, after, tag):
    changes = changes_between(before, after)
    rows = [*change_rows(changes, LIBRARY, LANGUAGES[tag])]
    assert len(rows) == len([change for change in changes if change.path not in ("format", "version")])
    assert all(row.words and row.beside and row.words not in finding_types() for row in rows)
    assert not any("{" in row.words or "namespace" in row.beside for row in rows)


def test_lines_come_by_day_newest_first_with_who_and_when(english):
    told = [
        Told(3, AT + timedelta(days=1), "Ben Okafor", Deed.VIEW),
        Told(2, AT, "Dr. Ana Núñez", Deed.CHANGE, "0" * 64, (Change("knee", "left", "right"),)),
        Told(1, AT, "Dr. Ana Núñez", Deed.CHANGE, "0" * 64, (Change("knee", None, "left"),), began=True),
    ]
    assert [*rows_of(told, None, LIBRARY, english)] == [
        Row("day", "19 November 2026"),
        Row("deed", "Opened", "Ben Okafor, 09:02 UTC-05:00"),
        Row("day", "18 November 2026"),
        Row("deed", "Recorded", "Dr. Ana Núñez, 09:02 UTC-05:00"),
        Row("change", "Knee", "Left knee → Right knee"),
        Row("deed", "Begun", "Dr. Ana Núñez, 09:02 UTC-05:00"),
        Row("change", "Knee", "Left knee"),
    ]
    assert next(rows_of(told[1:], date(2026, 11, 18), LIBRARY, english)).kind == "deed"
    assert Row("change", "Knee", "Left knee").spoken == "Knee: Left knee"


@pytest.mark.parametrize(
    ("deed", "what", "words"),
    [
        (
            Deed.PRINT,
            Copy("0" * 64, Document.CONSENT, "en", "a4 large").what,
            "Printed: Consent, English, A4, Large print",
        ),
        (Deed.EXPORT, "record es letter draft", "Saved as a file: Clinical record, Español, Letter, Draft"),
        (Deed.EXPORT, "calendar", "Saved as a file: Calendar"),
        (Deed.EXPORT, "consent en a4 version 2", "Saved as a file: Consent, English, A4, Version 2"),
        (Deed.ADDENDUM, "version 1 note", "Addendum: Version 1, Another note"),
        (Deed.VIEW, "", "Opened"),
        (Deed.FINALISE, "0" * 64, "Made final"),
    ],
)
def test_what_a_deed_concerns_is_said_in_words(deed, what, words, english):
    assert deed_words(Told(1, AT, "Ana", deed, what), english) == words


def test_every_deed_has_words_and_each_kind_takes_in_deeds():
    assert DEEDS.keys() == {deed.value for deed in Deed}
    assert all(set(deeds) <= DEEDS.keys() for _, deeds in KINDS.values())
