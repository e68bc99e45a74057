"""The grade is typed from the report: a whole number from 0 to 4, or nothing."""

import pytest

from kneedesk.domain.imaging import Imaging, Modality
from tests.domain.faults import faults


@pytest.mark.parametrize("grade", range(5))
def test_every_grade_is_taken(grade):
    assert Imaging(kellgren_lawrence=grade).kellgren_lawrence == grade


@pytest.mark.parametrize(
    ("grade", "fault"),
    [
        (-1, "greater_than_equal"),
        (5, "less_than_equal"),
        (2.5, "int_type"),
        (3.0, "int_type"),
        (True, "int_type"),
        ("3", "int_type"),
    ],
)
def test_no_other_grade_is_taken(grade, fault):
    assert faults(Imaging, kellgren_lawrence=grade) == [("kellgren_lawrence", fault)]


def test_grade_nought_is_not_the_same_as_no_grade():
    assert Imaging(kellgren_lawrence=0) != Imaging()
    assert Imaging(modality=Modality.MRI).kellgren_lawrence is None
