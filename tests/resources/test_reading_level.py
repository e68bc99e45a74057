"""The rule that judges our texts is itself right within a tolerance."""

import pytest

from tests.resources.reading_level import grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("knee", 1),
        ("pain", 1),
        ("the", 1),
        ("take", 1),
        ("used", 1),
        ("treated", 2),
        ("little", 2),
        ("people", 2),
        ("injection", 3),
        ("medicine", 3),
        ("arthritis", 3),
        ("physician", 3),
        ("whole", 1),
        ("changes", 2),
        ("times", 1),
        ("24.5", 1),
    ],
)
def test_syllables_of_common_words(word, count):
    assert syllables(word) == count


def test_a_hard_text_is_graded_above_an_easy_one():
    easy = "The knee can hurt. You can walk. Call us if it gets hot."
    hard = (
        "Intra-articular administration of autologous mesenchymal stromal preparations remains investigational, "
        "notwithstanding considerable promotional dissemination."
    )
    assert grade(easy) < 2
    assert grade(hard) > 16
