"""The pages of a consultation in their order: a new page is one new file and one line here."""

from kneedesk.ui.page import Page
from kneedesk.ui.pages.candidacy import CandidacyPage

PAGES: tuple[type[Page], ...] = (
    CandidacyPage,
)
