"""Of a note that two write at once nothing goes that either of them added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneedesk.domain.note import together


@pytest.mark.parametrize(
    ("theirs", "ours", "read", "kept"),
    [
        ("rang", "rang twice", "rang", "rang twice"),
        ("rang twice", "rang", "rang", "rang twice"),
        ("rang twice", "rang twice", "rang", "rang twice"),
        ("rang. Afraid.", "rang. Daughter.", "rang.", "rang. Afraid.\n\nDaughter."),
        ("Afraid.", "Daughter.", "", "Afraid.\n\nDaughter."),
        ("", "rang twice", "rang", "rang twice"),
        ("rang twice", "", "rang", "rang twice"),
        ("Afraid.\n\nHe", "He rang.", "He", "Afraid.\n\nHe rang."),
        ("Not sure.", "Very afraid.", "Afraid.", "Not sure.\n\nVery afraid."),
    ],
)
def test_both_are_kept_where_both_wrote(theirs, ours, read, kept):
    assert together(theirs, ours, read) == kept


@given(st.text(), st.text(), st.text())
def test_what_each_appended_is_there(read, theirs, ours):
    kept = together(read + theirs, read + ours, read)
    assert theirs.strip() in kept
    assert ours.strip() in kept
