"""A patient is named as in the list, with what tells two of one name apart."""

from datetime import date

from kneedesk.store.removal import Kept, Patient
from kneedesk.ui.patient_words import consultation_words, patient_name, patient_words

DOT = " \N{MIDDLE DOT} "
SEEN = tuple(Kept(f"k{day}", date(2026, 11, day), "right" if day % 2 else "left") for day in range(1, 9))
IDA = Patient("Åström", "Ida", "MRN-1", date(1964, 5, 2), SEEN[:1], date(2026, 11, 18))


def test_the_family_name_stands_first_in_capitals():
    assert patient_name(IDA) == "ÅSTRÖM, Ida"
    assert patient_name(Patient("Ng", None, None, None, (), date(2026, 1, 1))) == "NG"


def test_what_tells_two_of_one_name_apart_is_said(english):
    words = ("born 2 May 1964", "no. MRN-1", "1 consultation", "last on 18 November 2026")
    assert patient_words(IDA, english) == DOT.join(words)
    bare = Patient("Ng", None, None, None, SEEN[:2], date(2026, 1, 1))
    said = patient_words(bare, english)
    assert said == DOT.join(("birth date not recorded", "2 consultations", "last on 1 January 2026"))


def test_the_newest_consultations_are_named_with_their_sides_and_the_rest_is_counted(english):
    many = Patient("Ng", None, None, None, SEEN, date(2026, 1, 1))
    said = consultation_words(many, english)
    assert said.startswith("1 November 2026, right knee; 2 November 2026, left knee; ")
    assert said.endswith("; and 2 more")
