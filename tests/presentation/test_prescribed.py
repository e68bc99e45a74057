"""The notice that the law asks for: where it applies, whose words it has, and in which language."""

from dataclasses import replace

import pytest

from kneedesk.domain.consent import digest_of
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.treatment import ProductStatus, Treatment
from kneedesk.presentation.prescribed import prescribed


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


@pytest.fixture
def utah(cases) -> Consultation:
    return amended(cases["reference"], jurisdiction=Jurisdiction.UTAH)


def test_a_sample_says_so_and_is_in_the_language_of_the_patient(utah, library, english):
    notice = prescribed(utah, library, english)
    assert notice.sample
    assert notice.title.endswith("a sample, not the words of the law")
    assert notice.text == library.notices[Jurisdiction.UTAH].sample.spoken("es")
    assert notice.digest == digest_of(notice.text)
    unknown = amended(utah, patient=utah.patient.model_copy(update={"language": None}))
    assert prescribed(unknown, library, english).text == library.notices[Jurisdiction.UTAH].sample.spoken("en")


def test_the_words_of_the_practice_take_its_place_word_for_word(utah, library, english):
    said = "NOTICE. This therapy is not approved.\n  Two lines, as the law has them."
    notice = library.notices[Jurisdiction.UTAH].model_copy(update={"text": said})
    supplied = replace(library, notices={**library.notices, Jurisdiction.UTAH: notice})
    shown = prescribed(utah, supplied, english)
    assert shown.text == said
    assert not shown.sample
    assert "from the practice" in shown.title


def test_no_notice_for_another_place_another_course_or_an_approved_product(utah, library, english, cases):
    approved = utah.proposal.model_copy(update={"product_status": ProductStatus.APPROVED})
    other = utah.proposal.model_copy(update={"treatment": Treatment.PRP})
    for consultation in (cases["reference"], amended(utah, proposal=approved), amended(utah, proposal=other)):
        assert prescribed(consultation, library, english) is None
