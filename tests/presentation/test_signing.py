"""Who signs, as what and with which meaning; and the lines of a signature as shapes."""

from datetime import UTC, datetime

import pytest

from kneedesk.assessment.assessment import assess
from kneedesk.bundle import resources
from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.consent import Consent
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Decision, Outcome
from kneedesk.domain.practice import Clinician
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.domain.versions import finalise
from kneedesk.language import language
from kneedesk.presentation.shapes import Stroke
from kneedesk.presentation.signing import (
    is_signed,
    signature_drawing,
    signed_words,
    signer_of_addendum,
    signer_who_signed,
    signers,
    why_not_signed,
)
from tests.adding import ADDED_AT, added

AT = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


def amended(consultation: Consultation, **blocks) -> Consultation:
    return Consultation.model_validate({**dict(consultation), **blocks})


def signature(role: Role, name: str, **other) -> Signature:
    return Signature(role=role, name=name, at=AT, meaning="As it was said then.", **{"method": Method.PAPER, **other})


@pytest.fixture(scope="module")
def spanish():
    return language("es", resources() / "translations")


@pytest.fixture
def places(cases, library, english):
    def places(**blocks):
        found = signers(amended(cases["reference"], **blocks), library, english)
        return [(each.role, each.name, each.place) for each in found]

    return places


def test_patient_and_physician_sign_always(places):
    assert places() == [(Role.PATIENT, "Ana Ruiz Peña", None), (Role.CLINICIAN, "Dr Helen Marsh", None)]
    assert places(clinician=Clinician()) == [(Role.PATIENT, "Ana Ruiz Peña", None), (Role.CLINICIAN, "", None)]


@pytest.mark.parametrize(
    ("consent", "who"),
    [
        (Consent(capacity=True), (Role.PATIENT, "Ana Ruiz Peña", None)),
        (Consent(capacity=False), (Role.PROXY, "", None)),
        (Consent(capacity=False, proxy_name="Eva Ruiz"), (Role.PROXY, "Eva Ruiz", None)),
        (Consent(proxy_name="Eva Ruiz"), (Role.PROXY, "Eva Ruiz", None)),
    ],
)
def test_who_decides_signs(places, consent, who):
    assert places(consent=consent)[0] == who


def test_an_interpreter_signs_where_there_is_one(places):
    assert [role for role, *_ in places(consent=Consent(interpreter="Luz Vega"))] == [
        Role.PATIENT,
        Role.CLINICIAN,
        Role.INTERPRETER,
    ]
    assert Role.INTERPRETER not in [role for role, *_ in places(consent=Consent(interpreter=False))]


def test_witnesses_sign_by_name_and_two_of_them_in_mexico(places):
    assert places(consent=Consent(witnesses=("Juan Soto",)))[2:] == [(Role.WITNESS, "Juan Soto", None)]
    mexico = places(jurisdiction=Jurisdiction.MEXICO, consent=Consent(witnesses=("Juan Soto",)))
    assert mexico[2:] == [(Role.WITNESS, "Juan Soto", None), (Role.WITNESS, "", None)]


def test_E20_witnesses_are_numbered_where_they_are_several(cases, library, english, spanish):
    def titles(language, **blocks):
        found = signers(amended(cases["reference"], **blocks), library, language)
        return [each.title for each in found if each.role is Role.WITNESS]

    assert titles(english, consent=Consent(witnesses=("Juan Soto",))) == ["Witness"]
    assert titles(english, jurisdiction=Jurisdiction.MEXICO) == [f"Witness\N{NO-BREAK SPACE}{n}" for n in (1, 2)]
    assert titles(spanish, jurisdiction=Jurisdiction.MEXICO) == [f"Testigo\N{NO-BREAK SPACE}{n}" for n in (1, 2)]


def test_a_signature_stands_at_its_place_whatever_the_order(places):
    consent = Consent(witnesses=("Juan Soto", "Rosa Gil"))
    given = (
        signature(Role.WITNESS, "Rosa Gil"),
        signature(Role.CLINICIAN, "Dr Helen Marsh"),
        signature(Role.PATIENT, "Ana R."),
        signature(Role.INTERPRETER, "Luz Vega"),
    )
    assert places(consent=consent, signatures=given) == [
        (Role.PATIENT, "Ana R.", 2),
        (Role.CLINICIAN, "Dr Helen Marsh", 1),
        (Role.WITNESS, "Juan Soto", None),
        (Role.WITNESS, "Rosa Gil", 0),
        (Role.INTERPRETER, "Luz Vega", 3),
    ]


def test_everybody_has_signed_when_no_place_is_left(cases, library, english):
    both = (signature(Role.PATIENT, "Ana Ruiz Peña"), signature(Role.CLINICIAN, "Dr Helen Marsh"))
    assert is_signed(amended(cases["reference"], signatures=both), library, english)
    assert not is_signed(amended(cases["reference"], signatures=both[:1]), library, english)


def test_beneath_a_signature_stand_time_and_way(library, english):
    words = signed_words(signature(Role.PATIENT, "Ana Ruiz Peña", method=Method.TYPED), library, english)
    assert words == "18 November 2026, 14:02 UTC · Typed"


def test_the_lines_of_a_signature_are_shapes_of_the_box(english):
    drawn = signature(Role.PATIENT, "Ana", method=Method.DRAWN, strokes=(((0, 0), (500, 100), (1000, 300)), ((5, 5),)))
    drawing = signature_drawing(drawn, 160, 50, english)
    assert [(each.x1, each.y1, each.x2, each.y2) for each in drawing.shapes if isinstance(each, Stroke)] == [
        (0, 0, 80, 16),
        (80, 16, 160, 48),
    ]
    assert drawing.description == "The signature of Ana, drawn by hand"


def test_why_nobody_signs_yet(cases, library, english):
    def why(**blocks):
        consultation = amended(cases["reference"], **blocks)
        return why_not_signed(consultation, assess(consultation, library), english)

    assert why().startswith("There is nothing to sign")
    assert why(decision=Decision(outcome=Outcome.DECLINE)).startswith("There is nothing to sign")
    going_ahead = Decision(outcome=Outcome.PROCEED)
    conservative = Proposal(treatment=Treatment.CONSERVATIVE)
    assert why(decision=going_ahead, proposal=conservative).startswith("There is nothing to sign")
    assert why(decision=going_ahead).startswith("Nobody signs yet")


def test_an_addendum_names_who_signed_it_as_it_was_signed(cases, library, english):
    addendum = added(finalise(cases["reference"], "2026.11", ADDED_AT), AddendumKind.WITHDRAWAL)
    signer = signer_who_signed(addendum.signature, library, english)
    assert (signer.title, signer.name, signer.meaning) == ("Patient", "Ana Ruiz Peña", "I take my consent back.")
    assert signer.signature == addendum.signature


def test_a_signature_means_what_the_form_says_in_its_own_language(cases, library, english, spanish):
    mixed = signers(cases["reference"], library, english, spanish)
    form = signers(cases["reference"], library, spanish)
    assert [each.meaning for each in mixed] == [each.meaning for each in form]
    assert [each.title for each in mixed] == [each.title for each in signers(cases["reference"], library, english)]


@pytest.mark.parametrize(("kind", "tag"), [(AddendumKind.WITHDRAWAL, "es"), (AddendumKind.FOLLOW_UP, "en")])
def test_an_addendum_is_signed_in_the_language_in_which_its_page_is_read(cases, library, english, spanish, kind, tag):
    languages = {"en": english, "es": spanish}
    signer = signer_of_addendum(kind, cases["reference"], library, english, languages)
    own = signer_of_addendum(kind, cases["reference"], library, languages[tag], {})
    assert signer.meaning == own.meaning
    assert signer.title == signer_of_addendum(kind, cases["reference"], library, english, {}).title
