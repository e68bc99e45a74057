"""The vocabulary of a page: lines keep who says what and what it rests on."""

from dataclasses import FrozenInstanceError, fields

import pytest

from kneedesk.presentation.content import Checkboxes, Signature, Span, basis_of, joined, quote, say, text_of


def test_what_we_say_carries_its_basis():
    assert say("Pain may fall.", "AAA-01", "S1") == (Span("Pain may fall.", basis=("AAA-01", "S1")),)
    assert say("Stop", strong=True)[0].strong


def test_what_somebody_typed_is_marked_and_rests_on_nothing():
    assert quote("my dog") == (Span("my dog", recorded=True),)


def test_lines_are_joined_with_one_space_between_them():
    line = joined((say("a", "AAA-01"), quote("b"), say("c")))
    assert text_of(line) == "a b c"
    assert basis_of(line) == ("AAA-01",)
    assert joined(()) == ()


def test_T2_a_box_to_tick_has_no_way_to_start_ticked():
    assert [field.name for field in fields(Checkboxes)] == ["items"]


def test_E18_a_place_to_sign_asks_for_name_signature_date_and_time():
    assert Signature("Patient", "Ana", "I agree.").labels == ("Printed name", "Signature", "Date", "Time")


def test_a_line_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        say("a")[0].text = "b"
