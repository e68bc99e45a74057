"""The pages of a consultation in their order: a new page is one new file and one line here."""

from kneedesk.ui.page import Page
from kneedesk.ui.pages.candidacy import CandidacyPage
from kneedesk.ui.pages.evaluation import EvaluationPage
from kneedesk.ui.pages.options import OptionsPage
from kneedesk.ui.pages.patient import PatientPage
from kneedesk.ui.pages.risks import RisksPage

PAGES: tuple[type[Page], ...] = (
    PatientPage,
    EvaluationPage,
    CandidacyPage,
    OptionsPage,
    RisksPage,
)
