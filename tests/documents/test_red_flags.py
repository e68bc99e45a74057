"""What the papers say of signs that have to be looked into first."""

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.domain.history import RedFlag
from kneedesk.presentation.content import Notice
from tests.amending import amended
from tests.documents.issuing import blocks_of, of_kind, words_in


def notices(document, consultation, library):
    return [each for each in of_kind(blocks_of(document, consultation, library), Notice) if "first" in each.title]


@pytest.mark.parametrize("flag", RedFlag)
def test_the_consent_form_says_the_same_as_the_sheet(flag, cases, library):
    flagged = amended(cases["reference"], "history", red_flags=(flag,))
    (sheet,) = notices(Document.SHEET, flagged, library)
    (consent,) = notices(Document.CONSENT, flagged, library)
    assert consent == sheet
    assert library.texts[f"red_flag-{flag}"].title.en in words_in(consent)
    assert "+1 555 0199" in words_in(consent)


@pytest.mark.parametrize("flag", RedFlag)
def test_who_decides_against_a_procedure_reads_it_in_the_record_of_the_talk_too(flag, cases, library):
    flagged = amended(cases["declined"], "history", red_flags=(flag,))
    assert notices(Document.DISCUSSED, flagged, library) == notices(Document.SHEET, flagged, library) != []


@pytest.mark.parametrize("flags", [None, ()])
def test_without_a_red_flag_nothing_is_said(flags, cases, library):
    unflagged = amended(cases["reference"], "history", red_flags=flags)
    assert not notices(Document.SHEET, unflagged, library) + notices(Document.CONSENT, unflagged, library)
    assert not notices(Document.DISCUSSED, amended(cases["declined"], "history", red_flags=flags), library)
