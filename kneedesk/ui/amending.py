"""A change of what was signed is asked about first; until it is confirmed the page shows what is recorded."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt

from kneedesk.domain.voiding import voided_by
from kneedesk.language import Language
from kneedesk.ui.dialogs.void_signatures import VoidSignaturesDialog
from kneedesk.ui.page import Page
from kneedesk.ui.session import Session
from kneedesk.ui.widgets.field import Field


def amend(session: Session, changes: Mapping[str, Any], page: Page, language: Language) -> VoidSignaturesDialog | None:
    """Have a session take the changes of a page; signatures that they make void go in the same step of undo.

    Return the question that is open now, and on whose answer the changes wait.
    """
    consultation, assessment = session.consultation, session.assessment
    if consultation is None or assessment is None:
        return None
    voided = voided_by(changes, consultation)
    if not voided and not session.rests:
        session.amend_all(changes)
        return None
    for path in changes:
        for field in page.findChildren(Field, path):
            field.restore()
    page.show_consultation(consultation, assessment)
    if session.rests:
        return None
    dialog = VoidSignaturesDialog(voided, language, page.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: session.amend_all({**changes, "signatures": None}))
    session.destroyed.connect(dialog.reject)  # who leaves the consultation has not confirmed
    dialog.open()
    return dialog
