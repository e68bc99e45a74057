"""How a consent form ends: room for answers, and every signature with what it means on one page."""

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.documents import agreement
from kneedesk.documents.issue import issue
from kneedesk.domain.treatment import PROCEDURES
from kneedesk.presentation.content import Fields, Signature, Together
from tests.amending import proposing, ready_to_sign
from tests.documents.issuing import material_of, of_kind, words_in
from tests.documents.reading import pages_of


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("treatment", PROCEDURES)
def test_E18_E19_E20_E24_all_signatures_stand_on_one_page(treatment, paper, cases, library):
    ready = ready_to_sign(proposing(cases["reference"], treatment), library)
    for consultation in (ready, proposing(cases["reference"], treatment)):
        pages = pages_of(issue(Document.CONSENT, material_of(consultation, library), paper))
        (page,) = [text for text in pages if "I agree to this procedure." in text]
        for words in (
            "What was explained to me",
            "I explained all of the above",
            "I saw the patient sign.",
            "I still agree.",
        ):
            assert words in page


def test_signatures_come_last_and_in_their_order(ready, library):
    blocks = agreement.blocks(material_of(ready, library))
    assert isinstance(blocks[-1], Together)
    assert [each.role for each in of_kind(blocks, Signature)] == [
        "Patient",
        "Physician",
        "Witness, where one is used",
        "On the day of the procedure",
    ]


def test_E32_the_product_is_written_in_on_the_day_for_cells_only(ready, cases, library):
    def labels(consultation):
        blocks = agreement.blocks(material_of(consultation, library))
        return [label for fields in of_kind(blocks, Fields) for label, _ in fields.pairs]

    product = "Product, lot number, living cells (on the day)"
    assert product in labels(ready)
    assert product not in labels(proposing(cases["reference"], PROCEDURES[1]))


def test_E14_a_blank_teach_back_leaves_lines_and_no_heading(cases, library):
    words = words_in(agreement.blocks(material_of(cases["reference"], library)))
    assert words.count("What this can and cannot do, in your own words") == 1
