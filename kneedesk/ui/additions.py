"""Addenda as pages: made of the version under which they stand, sealed and kept like its documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kneedesk.ui.issuing import under_logo, usual_paper
from kneedesk.ui.sealing import ADDENDUM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kneedesk.documents.material import Material
    from kneedesk.documents.style import Paper
    from kneedesk.domain.addendum import Addendum
    from kneedesk.domain.consultation import Consultation
    from kneedesk.knowledge.library import Library
    from kneedesk.language import Language
    from kneedesk.store.archive import Copy
    from kneedesk.ui.sealing import Seals


@dataclass(frozen=True, slots=True)
class Addition:
    """The page of one addendum; ``material`` is of the version under which it stands."""

    addendum: Addendum
    material: Material
    logo: str = ""
    """The path of the picture in the letterhead, empty where there is none."""

    @property
    def paper(self) -> Paper:
        """Return the paper that it is printed on."""
        return usual_paper(self.material.consultation)

    @property
    def version(self) -> str:
        """Return the digest of the version under which it stands."""
        return self.addendum.digest

    @property
    def copy(self) -> Copy:
        """Return as which copy it is kept: by a digest of its own, for a version may have many."""
        from kneedesk.domain.digest import addendum_digest  # noqa: PLC0415
        from kneedesk.store.archive import Copy  # noqa: PLC0415

        return Copy(addendum_digest(self.addendum), ADDENDUM, self.material.language.tag, self.paper)


def material_of(addendum: Addendum, consultation: Consultation, library: Library, language: Language) -> Material:
    """Return what the page of an addendum is made from: all is as it was when it was written."""
    from kneedesk.assessment.assessment import assess  # noqa: PLC0415
    from kneedesk.documents.material import Material  # noqa: PLC0415

    return Material(consultation, assess(consultation, library), library, language, addendum.at)


def language_for(
    addendum: Addendum, consultation: Consultation, languages: Mapping[str, Language], own: Language
) -> Language:
    """Return the language of who signed it: of the patient where consent was taken back, else of the physician."""
    from kneedesk.presentation.signing import language_of  # noqa: PLC0415

    return language_of(addendum.signature.role, consultation, languages, own)


def issue_addition(addition: Addition, seals: Seals) -> bytes:
    """Return the page of an addendum, sealed: the copy that is kept of it, made where there is none yet.

    :raises Unavailable: where the copy can neither be read nor be sealed and kept.
    """
    from kneedesk.documents.issue import issue_addendum  # noqa: PLC0415

    content = seals.kept(addition)
    if content is not None:
        return content
    material, _ = under_logo(addition.material, addition.logo)
    content = issue_addendum(addition.addendum, material, addition.paper, to_be_sealed=True)
    return seals.keep(content, addition)
