"""What a check found is said in one sentence, in both languages."""

import pytest

from kneedesk.commands.inputs import our_language
from kneedesk.store.chain import Fault, Kind
from kneedesk.store.wording import fault_words, result_words


@pytest.mark.parametrize("kind", Kind, ids=str)
def test_every_fault_is_one_sentence_with_its_entry(kind, english):
    spanish = our_language("es")
    for language in (english, spanish):
        words = fault_words(Fault(1234, kind), language)
        assert words.endswith(".")
        assert words.count(".") == 1
        assert language.number(1234) in words
    assert fault_words(Fault(3, kind), english) != fault_words(Fault(3, kind), spanish)


def test_a_sound_journal_says_by_what_its_end_is_known(english):
    assert result_words([], 41, 0, english) == (
        "The journal is sound: 41 entries, each as it was written. Whether its end was cut off cannot be told: "
        "there is no backup and no sealed document to compare it with."
    )
    assert "the 1 place that" in result_words([], 41, 1, english)
    assert "the 8 places that" in result_words([], 41, 8, english)


def test_faults_are_counted(english):
    assert result_words([Fault(1, Kind.EDITED)], 41, 8, english) == "1 fault was found in the journal."
    assert result_words([Fault(1, Kind.EDITED)] * 3, 41, 8, english) == "3 faults were found in the journal."
