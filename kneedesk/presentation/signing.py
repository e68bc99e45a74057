"""Who signs the consent form, as what and with which meaning; and a drawn signature as shapes for both inks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count, pairwise

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.readiness import Document, needs_consent
from kneedesk.domain.addendum import AddendumKind
from kneedesk.domain.consultation import Consultation, Jurisdiction
from kneedesk.domain.decision import Outcome
from kneedesk.domain.record import is_blank
from kneedesk.domain.signature import Role, Signature
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.people import full_name, recorded_or
from kneedesk.presentation.shapes import Drawing, Shape, Stroke

_PATH = "signatures"
_MEANINGS = {
    Role.PATIENT: "I agree to this procedure.",
    Role.PROXY: "I agree to this procedure for the patient.",
    Role.CLINICIAN: "I explained all of the above and answered the questions.",
    Role.INTERPRETER: "I said all of the above in the language of the patient.",
    Role.WITNESS: "I saw the patient sign.",
}
_WITNESSES_IN_MEXICO = 2
INK = 1.1
"""The width of a drawn line, in points."""


@dataclass(frozen=True, slots=True)
class Signer:
    """One place to sign: as what, whose name is printed beneath where it is known, what it means, and if it is signed.

    ``place`` is where the signature stands among those that are recorded.
    """

    role: Role
    title: str
    name: str
    meaning: str
    signature: Signature | None = None
    place: int | None = None


def signers(
    consultation: Consultation, library: Library, language: Language, form: Language | None = None
) -> tuple[Signer, ...]:
    """Return the places to sign in the order of the form, then signatures that have no place any more.

    What a signature means is said in the language of the ``form`` that is signed, all else in ``language``.
    """
    left = dict(enumerate(consultation.signatures or ()))
    found = [_signer(role, name, library, language, form or language) for role, name in _expected(consultation)]
    # First whoever signed under the name that is expected, then whoever signed as this.
    for by_name in (True, False):
        for at, signer in enumerate(found):
            place = next((place for place, each in left.items() if _fits(each, signer, by_name=by_name)), None)
            if place is not None:
                found[at] = _signed(signer, left.pop(place), place)
    others = (replace(signer_who_signed(each, library, language), place=place) for place, each in left.items())
    return _numbered((*found, *others))


def why_not_signed(consultation: Consultation, assessment: Assessment, language: Language) -> str:
    """Return in one sentence why nobody can sign now; nothing where the form is ready for signatures."""
    if not needs_consent(consultation) or consultation.decision.outcome is not Outcome.PROCEED:
        return language.say("There is nothing to sign.")
    if assessment.missing[Document.CONSENT]:
        return language.say("Nobody signs yet: the consent form still lacks what is named above.")
    return ""


def signer_of_addendum(
    kind: AddendumKind,
    consultation: Consultation,
    library: Library,
    language: Language,
    languages: Mapping[str, Language],
) -> Signer:
    """Return who signs an addendum: consent is taken back by whoever gives it, all else is written by the physician.

    What the signature means is said in the language in which who signs reads the page.
    """
    withdrawn = kind is AddendumKind.WITHDRAWAL
    role = who_decides(consultation) if withdrawn else Role.CLINICIAN
    page = language_of(role, consultation, languages, language)
    meaning = page.say("I take my consent back.") if withdrawn else page.say("I wrote this, and it is true.")
    name = next((name for expected, name in _expected(consultation) if expected is role), "")
    return Signer(role, _title(role, library, language), name, meaning)


def signer_who_signed(given: Signature, library: Library, language: Language) -> Signer:
    """Return who signed, as it was signed."""
    return Signer(given.role, _title(given.role, library, language), given.name, given.meaning, given)


def language_of(role: Role, consultation: Consultation, languages: Mapping[str, Language], own: Language) -> Language:
    """Return the language in which a page is read by who signs it alone: the physician's own, else the patient's."""
    wished = consultation.clinician.language if role is Role.CLINICIAN else consultation.patient.language
    return languages.get(str(wished), own)


def is_signed(consultation: Consultation, library: Library, language: Language) -> bool:
    """Tell whether everybody who has a place to sign has signed."""
    return all(signer.signature is not None for signer in signers(consultation, library, language))


def who_decides(consultation: Consultation) -> Role:
    """Return whether the patient signs, or somebody for the patient."""
    consent = consultation.consent
    stands_in = consent.capacity is False or not is_blank(consent.proxy_name)
    return Role.PROXY if stands_in else Role.PATIENT


def least_witnesses(consultation: Consultation) -> int:
    """Return how many witnesses the place of treatment asks for."""
    return _WITNESSES_IN_MEXICO if consultation.jurisdiction is Jurisdiction.MEXICO else 0


def signed_words(signature: Signature, library: Library, language: Language) -> str:
    """Return when a signature was given and how; the name stands apart, for it may be written from right to left."""
    method = library.findings[_PATH].values[signature.method].spoken(language.tag)
    return f"{language.moment(signature.at)} \N{MIDDLE DOT} {method}"


def signature_drawing(signature: Signature, width: float, height: float, language: Language) -> Drawing:
    """Return a drawn signature in a box of a size in points."""
    scale = width / 1000
    shapes: list[Shape] = [
        Stroke(x1 * scale, y1 * scale, x2 * scale, y2 * scale, "ink", INK)
        for stroke in signature.strokes or ()
        for (x1, y1), (x2, y2) in pairwise(stroke)
    ]
    words = language.say("The signature of {name}, drawn by hand").format(name=signature.name)
    return Drawing(width, height, tuple(shapes), words)


def _expected(consultation: Consultation) -> Iterator[tuple[Role, str]]:
    consent = consultation.consent
    role = who_decides(consultation)
    yield role, full_name(consultation) if role is Role.PATIENT else recorded_or(consent.proxy_name, "")
    yield Role.CLINICIAN, recorded_or(consultation.clinician.name, "")
    if isinstance(consent.interpreter, str) and not is_blank(consent.interpreter):
        yield Role.INTERPRETER, consent.interpreter
    witnesses = consent.witnesses or ()
    for witness in witnesses:
        yield Role.WITNESS, witness
    for _ in range(least_witnesses(consultation) - len(witnesses)):
        yield Role.WITNESS, ""


def _fits(signature: Signature, signer: Signer, *, by_name: bool) -> bool:
    same = signature.role is signer.role and signer.signature is None
    return same and (signature.name == signer.name or not by_name)


def _signer(role: Role, name: str, library: Library, language: Language, form: Language) -> Signer:
    return Signer(role, _title(role, library, language), name, form.say(_MEANINGS[role]))


def _title(role: Role, library: Library, language: Language) -> str:
    return library.findings[_PATH].values[role].spoken(language.tag)


def _numbered(found: Sequence[Signer]) -> tuple[Signer, ...]:
    """Return the places to sign, the witnesses with a number where they are several."""
    several, number = sum(signer.role is Role.WITNESS for signer in found) > 1, count(1)
    return tuple(
        replace(signer, title=f"{signer.title}\N{NO-BREAK SPACE}{next(number)}")
        if several and signer.role is Role.WITNESS
        else signer
        for signer in found
    )


def _signed(signer: Signer, signature: Signature, place: int) -> Signer:
    return replace(signer, name=signature.name, meaning=signature.meaning, signature=signature, place=place)
