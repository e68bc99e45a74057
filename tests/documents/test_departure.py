"""What page one says of a course that does not fit what is described: as the consent form says it, on one page."""

from dataclasses import replace
from datetime import date

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.departure import departure, is_departure, offered
from kneedesk.documents.issue import issue
from kneedesk.domain.decision import Outcome, Override
from kneedesk.domain.history import Condition, ConservativeCare, RedFlag
from kneedesk.domain.treatment import PROCEDURES, Treatment
from kneedesk.language import language
from kneedesk.presentation.content import Notice
from kneedesk.presentation.verdicts import plain_departures
from tests.amending import amended, proposing, recorded
from tests.documents.issuing import blocks_of, material_of, of_kind, words_in
from tests.documents.reading import pages_of

HEADING = "This treatment does not fit what is described for people like you"
REASON = "She has done all the training, and a fresh flap locks the knee."


@pytest.fixture
def worn(cases):
    """A worn meniscus, for which an operation is proposed that guidelines advise against."""
    return cases["degenerative-tear"]


def offering(consultation):
    treatment = consultation.proposal.treatment
    return recorded(consultation, overrides=(Override(treatment=treatment, reason=REASON),))


def test_it_says_what_the_consent_form_says_on_the_same_basis(worn, library):
    (said,) = departure(material_of(worn, library))
    (notice,) = (each for each in of_kind(blocks_of(Document.CONSENT, worn, library), Notice) if each.title == HEADING)
    heading, *lines = said.line
    assert heading.text == f"{HEADING}. "
    assert heading.strong
    assert words_in(tuple(lines)) == words_in(notice.items)
    assert [span.basis for span in lines] == [span.basis for item in notice.items for span in item]


@pytest.mark.parametrize(
    "case", ["reference", "meniscal-tear", "bone-on-bone", "trial", "barely-recorded", "infection"]
)
def test_of_a_course_that_fits_or_that_nothing_is_known_of_nothing_is_said(case, cases, library):
    material = material_of(cases[case], library)
    assert not is_departure(material)
    assert [*departure(material), *offered(material)] == []


@pytest.mark.parametrize("outcome", [Outcome.DECLINE, Outcome.NOT_TODAY, Outcome.REFER])
def test_of_a_course_that_does_not_go_on_nothing_is_said(outcome, worn, library):
    assert HEADING not in words_in(blocks_of(Document.SHEET, amended(worn, "decision", outcome=outcome), library))


@pytest.mark.parametrize("waiting", [{"active_infection": True}, {"red_flags": (RedFlag.LOCKED_JOINT,)}])
def test_beside_what_a_procedure_waits_for_it_is_said_too(waiting, worn, library):
    assert HEADING in words_in(blocks_of(Document.SHEET, amended(worn, "history", **waiting), library))


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("treatment", PROCEDURES)
def test_page_one_stays_one_page_with_it(treatment, tag, paper, worn, library):
    told = amended(proposing(worn, treatment), "history", condition=Condition.OTHER)
    told = amended(told, "history", conservative_care=ConservativeCare.ADEQUATE_RELIEF)
    told = amended(offering(told), "decision", outcome=Outcome.PROCEED, review_date=date(2027, 2, 18))
    material = replace(material_of(told, library), language=language(tag, resources() / "translations"))
    first, second = (" ".join(text.split()) for text in pages_of(issue(Document.SHEET, material, paper))[:2])
    (said,) = departure(material)
    assert said.line[0].text.strip() in first
    assert "+1 555 0199" in first
    assert ("Your other choices" if tag == "en" else "Sus otras opciones") in second
    assert "walk my dog" in second, "what the patient wants has made room, and leads page two"
    assert REASON in second


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("tag", ["en", "es"])
def test_large_print_says_it_on_its_first_page(tag, paper, worn, library):
    material = replace(material_of(worn, library), language=language(tag, resources() / "translations"))
    first = " ".join(pages_of(issue(Document.SHEET, material, paper, large=True))[0].split())
    assert plain_departures(material.candidacy, material.language)[0][0].text in first


def test_the_reason_of_another_course_is_not_said(worn, library):
    other = recorded(worn, overrides=(Override(treatment=Treatment.PRP, reason=REASON),))
    assert list(offered(material_of(other, library))) == []
