"""Who and which knee, as every page says it."""

import pytest

from kneedesk.domain.consultation import Knee
from kneedesk.presentation.people import (
    blank_rows,
    blank_side,
    full_name,
    knee_words,
    letterhead,
    patient_details,
    patient_name,
    recorded_or,
    side_badge,
    telephones,
)
from tests.amending import amended, recorded


def test_the_family_name_leads_in_capitals(cases):
    assert patient_name(cases["reference"]) == "RUIZ PEÑA, Ana"
    assert full_name(cases["reference"]) == "Ana Ruiz Peña"


@pytest.mark.parametrize("blank", [None, "", "  ", "\u200b"])
def test_a_single_name_stands_alone(cases, blank):
    single = amended(cases["reference"], "patient", given_name=blank)
    assert patient_name(single) == "RUIZ PEÑA"
    assert full_name(single) == "Ruiz Peña"


def test_birth_date_age_and_number_tell_two_patients_of_one_name_apart(cases, english):
    assert patient_details(cases["reference"], english) == "born 2 May 1964 (62 years) · no. MRN-10293"


def test_what_is_not_recorded_of_a_patient_is_left_out(cases, english):
    unknown = amended(cases["reference"], "patient", birth_date=None, identifier=" ")
    assert patient_details(unknown, english) == ""


@pytest.mark.parametrize(
    ("knee", "words", "badge"), [("left", "left knee", "LEFT KNEE"), ("right", "right knee", "RIGHT KNEE")]
)
def test_T6_the_side_is_said_as_it_was_recorded(cases, english, knee, words, badge):
    consultation = recorded(cases["reference"], knee=Knee(knee))
    assert knee_words(consultation, english) == words
    assert side_badge(consultation, english) == badge


def test_E1_the_letterhead_has_the_lines_that_are_recorded(cases):
    assert letterhead(cases["reference"]) == ("Riverside Knee Clinic", "12 Quay Street", "+1 555 0100")
    assert letterhead(amended(cases["reference"], "practice", name=None, address="\t", phone=None)) == ()


def unbroken(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_E12_the_emergency_number_comes_first(cases, english):
    first, second = telephones(cases["reference"], english)
    assert [unbroken(span.text) for span in first] == ["Emergency telephone: ", "+1 555 0199"]
    assert [unbroken(span.text) for span in second] == ["Practice: ", "+1 555 0100"]
    assert first[1].recorded
    assert telephones(amended(cases["reference"], "practice", phone="", emergency_phone=None), english) == ()


@pytest.mark.parametrize(("text", "shown"), [("Dr Marsh", "Dr Marsh"), (None, "not recorded"), (" ", "not recorded")])
def test_a_blank_is_named_as_one(text, shown):
    assert recorded_or(text, "not recorded") == shown


def test_a_page_that_is_printed_beforehand_leaves_room_for_who_and_which_knee(english):
    assert blank_side(english).split("\N{BALLOT BOX}\N{NO-BREAK SPACE}")[1:] == ["RIGHT  ", "LEFT"]
    assert blank_rows(english) == (("Name",), ("Date of birth", "Patient number"))
