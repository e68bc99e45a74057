"""The notice that the law asks for before consent: its very words, and whose they are."""

from dataclasses import dataclass

from kneedesk.domain.consent import digest_of
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.treatment import ProductStatus
from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.presentation.wording import from_practice


@dataclass(frozen=True, slots=True)
class Prescribed:
    """A notice word for word, in the language in which the patient reads it; ``sample`` is no wording of the law.

    ``language`` is the tag of its language, empty for the words of a practice: nobody recorded which it is.
    """

    title: str
    text: str
    sample: bool
    basis: tuple[str, ...] = ()
    language: str = ""

    @property
    def digest(self) -> str:
        """Return the digest by which these very words are known again."""
        return digest_of(self.text)


def prescribed(consultation: Consultation, library: Library, language: Language) -> Prescribed | None:
    """Return the notice of the jurisdiction for the proposed course; none where the product is approved."""
    notice = library.notices.get(consultation.jurisdiction)
    proposal = consultation.proposal
    if notice is None or proposal.treatment not in notice.treatments:
        return None
    if proposal.product_status is ProductStatus.APPROVED:
        return None
    name = notice.name.spoken(language.tag)
    if notice.text is not None:
        return Prescribed(from_practice(name, language), notice.text, sample=False)
    if notice.sample is None:
        return None
    title = language.say("{notice}: a sample, not the words of the law").format(notice=name)
    tag = consultation.patient.language or language.tag
    return Prescribed(title, notice.sample.spoken(tag), sample=True, basis=notice.facts, language=tag)
