"""The pages of a consultation in their order: a new page is one new file and one line here."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from kneedesk.knowledge.library import Library
from kneedesk.language import Language
from kneedesk.ui.page import Page
from kneedesk.ui.pages.candidacy import CandidacyPage
from kneedesk.ui.pages.decision import DecisionPage
from kneedesk.ui.pages.documents import DocumentsPage
from kneedesk.ui.pages.evaluation import EvaluationPage
from kneedesk.ui.pages.expectations import ExpectationsPage
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.pages.patient import PatientPage
from kneedesk.ui.pages.risks import RisksPage
from kneedesk.ui.sealing import Seals
from kneedesk.ui.theme import Theme

PAGES: tuple[type[Page], ...] = (
    PatientPage,
    EvaluationPage,
    CandidacyPage,
    OptionsPage,
    RisksPage,
    ExpectationsPage,
    DecisionPage,
    DocumentsPage,
)
Maker = Callable[[Library, Language, Theme, QWidget], Page]


def page_maker(
    kind: type[Page],
    clock: Callable[[], datetime],
    languages: Mapping[str, Language],
    seals: Seals | None = None,
    logo: Callable[[], str] = str,
) -> Maker:
    """Return how a page is made; those that write down when something happened get the clock."""
    if kind is DecisionPage:
        return partial(DecisionPage, clock=clock, languages=languages)
    if kind in (PatientPage, CandidacyPage, ExpectationsPage):
        return partial(kind, clock=clock)
    if kind is DocumentsPage:
        return partial(DocumentsPage, clock=clock, languages=languages, seals=seals, logo=logo)
    maker: Maker = kind
    return maker
