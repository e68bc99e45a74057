"""Issue one document: its blocks, the frame around them and the numbered sources of every statement, as PDF bytes."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import BaseModel

from kneedesk.assessment.readiness import Document
from kneedesk.documents import addendum as addendum_page
from kneedesk.documents import blank_forms, clinical_record, consent_form, discussed, sheet
from kneedesk.documents.archive import Attachment, Description
from kneedesk.documents.large_print import enlarged
from kneedesk.documents.material import Material
from kneedesk.documents.page import Frame
from kneedesk.documents.pdf import render
from kneedesk.documents.references import References
from kneedesk.documents.setting import Setting, Watch, set_story, undisturbed
from kneedesk.documents.style import STYLES, Density, Paper
from kneedesk.documents.text import unprintable
from kneedesk.domain.addendum import Addendum
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.digest import content_digest
from kneedesk.domain.finding import finding_types, value_of
from kneedesk.presentation.citations import citation_line
from kneedesk.presentation.content import Block, Heading, Sources, say
from kneedesk.presentation.people import (
    blank_rows,
    blank_side,
    letterhead,
    names,
    patient_details,
    side_badge,
)
from kneedesk.presentation.review import overdue_line

_MODULES = MappingProxyType(
    {
        Document.CONSENT: consent_form,
        Document.SHEET: sheet,
        Document.DISCUSSED: discussed,
        Document.RECORD: clinical_record,
        Document.BLANK: blank_forms,
    }
)
_DENSITIES: Mapping[Document, Density] = MappingProxyType(
    {document: "record" if document in (Document.RECORD, Document.BLANK) else "patient" for document in Document}
)


def issue(
    document: Document,
    material: Material,
    paper: Paper,
    *,
    large: bool = False,
    consultation_file: bytes = b"",
    to_be_sealed: bool = False,
) -> bytes:
    """Return a document as PDF; ``large`` prints it for who sees little.

    The record carries ``consultation_file`` along as it is: all that was recorded, as it was typed. ``to_be_sealed``
    makes the field that a seal fills in.
    """
    setting = set_document(document, material, paper, large=large)
    return render_document(document, setting, material, consultation_file=consultation_file, to_be_sealed=to_be_sealed)


class Told(NamedTuple):
    """What a document says, on whichever paper and in whichever size: its blocks with their sources, and its frame."""

    blocks: tuple[Block, ...]
    frame: Frame
    references: References


def tell_document(document: Document, material: Material) -> Told:
    """Return what a document says."""
    module = _MODULES[document]
    frame = _frame(
        module.title(material), material, banner=_banner(document, material), blank=document is Document.BLANK
    )
    return _told(module.blocks(material), frame, material)


def set_document(
    document: Document,
    material: Material,
    paper: Paper,
    *,
    large: bool = False,
    told: Told | None = None,
    watch: Watch = undisturbed,
) -> Setting:
    """Set a document on its pages, the first half of what ``issue`` does; ``told`` is what it says, where known."""
    density: Density = "large" if large else _DENSITIES[document]
    return _set(told or tell_document(document, material), material, paper, density, watch)


def render_document(
    document: Document,
    setting: Setting,
    material: Material,
    *,
    consultation_file: bytes,
    to_be_sealed: bool,
    watch: Watch = undisturbed,
) -> bytes:
    """Return a document that was set from ``material`` as PDF, the second half of what ``issue`` does."""
    return _render(
        setting,
        material,
        attachments=_attachments(document, material, consultation_file),
        to_be_sealed=to_be_sealed,
        watch=watch,
    )


def issue_addendum(
    addendum: Addendum, material: Material, paper: Paper, *, large: bool = False, to_be_sealed: bool = False
) -> bytes:
    """Return an addendum as PDF; ``material`` is of the version under which it stands, made when it was written."""
    told = _told(addendum_page.blocks(addendum, material), _frame(addendum_page.title(material), material), material)
    setting = _set(told, material, paper, "large" if large else "patient")
    return _render(setting, material, to_be_sealed=to_be_sealed)


def _told(blocks: tuple[Block, ...], frame: Frame, material: Material) -> Told:
    references = References(cache(lambda basis: tuple(source.id for source in material.library.sources_of(basis))))
    references.read(blocks)
    return Told((*blocks, *_sources(references, material)), frame, references)


def _set(told: Told, material: Material, paper: Paper, density: Density, watch: Watch = undisturbed) -> Setting:
    return set_story(
        enlarged(told.blocks) if density == "large" else told.blocks,
        replace(told.frame, scale=STYLES[density].frame, logo=material.logo),
        paper=paper,
        density=density,
        references=told.references,
        goes_on=material.say("{heading}, continued"),
        watch=watch,
    )


def _render(
    setting: Setting,
    material: Material,
    *,
    attachments: tuple[Attachment, ...] = (),
    to_be_sealed: bool,
    watch: Watch = undisturbed,
) -> bytes:
    return render(
        setting,
        description=Description(setting.frame.title, material.language.tag, material.made_at),
        attachments=attachments,
        seal_field=material.say("Seal of the practice") if to_be_sealed else "",
        watch=watch,
    )


def _attachments(document: Document, material: Material, consultation_file: bytes) -> tuple[Attachment, ...]:
    if document is not Document.RECORD or not consultation_file:
        return ()
    words = material.say("The consultation as it was recorded")
    return (Attachment("consultation.json", "application/json", words, consultation_file),)


def unprintable_in(consultation: Consultation) -> Mapping[str, tuple[str, ...]]:
    """Return the codes of the recorded characters that no page can show as themselves, under the path of each field."""
    found: dict[str, tuple[str, ...]] = {}
    for path in finding_types():
        codes = dict.fromkeys(code for text in _texts(value_of(consultation, path)) for code in unprintable(text))
        if codes:
            found[path] = tuple(codes)
    return MappingProxyType(found)


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case BaseModel():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name))
        case tuple():
            for item in value:
                yield from _texts(item)


def _banner(document: Document, material: Material) -> str:
    """Return what stands across a form or a record that nobody is to sign yet."""
    module = {Document.CONSENT: consent_form, Document.RECORD: clinical_record}.get(document)
    draft = module is not None and module.is_draft(material)
    return material.say("Draft: not for signature") if draft else ""


def _frame(title: str, material: Material, *, banner: str = "", blank: bool = False) -> Frame:
    consultation, language = material.consultation, material.language
    content = material.say("Content {version}").format(version=material.library.version)
    made = material.say("Made {moment}").format(moment=language.moment(material.made_at))
    digest = material.say("Digest {digest}").format(digest=content_digest(consultation))
    family, given = ("", "") if blank else names(consultation)
    return Frame(
        title=title,
        letterhead=letterhead(consultation),
        family_name=family,
        given_name=given,
        patient_details="" if blank else patient_details(consultation, language),
        side=blank_side(language) if blank else side_badge(consultation, language),
        footer=(f"{content} · {made}", "" if blank else digest),
        page_of=material.say("Page {page} of {pages}"),
        banner=banner,
        room_to_write=blank_rows(language) if blank else (),
    )


def _sources(references: References, material: Material) -> Iterator[Block]:
    if not references.cited:
        return
    library, language = material.library, material.language
    cited = [library.sources[name] for name in references.cited]
    usual, _ = Counter(source.reviewed for source in cited).most_common(1)[0]
    words = material.say("Checked on {day} unless another day is named. Titles in brackets are our descriptions.")
    for_all = (
        say(words.format(day=language.day(usual))),
        overdue_line(library.overdue(material.made_at.date()), language),
    )
    yield Heading(material.say("Sources"), 2)
    yield Sources(
        tuple(citation_line(source, usual, language) for source in cited), tuple(line for line in for_all if line)
    )
