"""An error says its own sentences; any other is named by its kind alone."""

from kneedesk.exchange.faults import Fault, Refused
from kneedesk.ui.failure import sentences_of


def test_a_refusal_says_its_sentences(english):
    assert sentences_of(Refused(Fault("knee: wrong"), Fault("date: wrong")), english) == ("knee: wrong", "date: wrong")


def test_any_other_error_is_named_by_its_kind_and_never_by_its_words(english):
    (sentence,) = sentences_of(ImportError("Ruiz Peña"), english)
    assert sentence == "A part of KneeDesk does not work (ImportError). Nothing that was saved is lost."
