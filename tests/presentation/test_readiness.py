"""What a form lacks is named in words, all risks on one line."""

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document, Element, Missing
from kneedesk.domain.consultation import Jurisdiction
from kneedesk.presentation.readiness import missing_lines, missing_words
from tests.amending import recorded


def texts(lines) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def test_T1_every_element_has_words_of_its_own(library, english):
    words = [missing_words(Missing(element, "a.path"), library, english) for element in Element]
    assert len(set(words)) == len(Element)
    assert all(words)


def test_T1_risks_that_were_not_talked_through_stand_on_one_line_by_name(cases, library, english):
    missing = assess(cases["reference"], library).missing[Document.CONSENT]
    lines = texts(missing_lines(missing, library, english))
    talked = [line for line in lines if line.startswith("Not yet recorded as talked through: ")]
    names = [library.risks[each.of].name.en for each in missing if each.element is Element.RISKS]
    assert talked == ["Not yet recorded as talked through: " + "; ".join(names)]
    assert len(names) > 10


def test_E31_the_notice_that_the_law_asks_for_is_named(cases, library, english):
    in_utah = recorded(cases["reference"], jurisdiction=Jurisdiction.UTAH)
    missing = assess(in_utah, library).missing[Document.CONSENT]
    notice = library.notices["us-ut"].name.en
    assert any(line.endswith(notice) for line in texts(missing_lines(missing, library, english)))


def test_nothing_missing_is_no_line(library, english):
    assert missing_lines((), library, english) == ()
