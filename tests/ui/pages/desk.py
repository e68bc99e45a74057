"""A page on the desk: shown in a window, its changes taken by a session, with a record of what it said."""

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QScrollArea, QWidget

from kneedesk.domain.consultation import Consultation
from kneedesk.ui.page import Page
from kneedesk.ui.session import Session
from tests.ui.hosting import HEIGHT, WIDTH, host, legible


class NoKeeper:
    """Keeps nothing."""

    def keep(self, key, consultation, saved, failed, carried=None, shown=None):
        pass


@dataclass
class Desk:
    """One page at work, and what it announced."""

    page: Page
    session: Session
    changes: list[Any] = field(default_factory=list)
    explained: list[Any] = field(default_factory=list)
    sought: list[str] = field(default_factory=list)

    @property
    def consultation(self) -> Consultation:
        return self.session.consultation


def at_work(qtbot, page: Page, library, consultation: Consultation, width=WIDTH, height=HEIGHT) -> Desk:
    """Show a consultation on a page in a window and take what it amends."""
    desk = Desk(page, Session(library, NoKeeper(), page))
    desk.session.shown.connect(page.show_consultation)
    for signal, heard in ((page.amended, desk.changes), (page.explained, desk.explained), (page.sought, desk.sought)):
        signal.connect(heard.append)
    page.amended.connect(desk.session.amend_all)
    window = host(qtbot, page, width, height)
    qtbot.waitUntil(window.isActiveWindow)
    desk.session.open("key", consultation)
    return desk


def words(widget: QWidget) -> str:
    """Return all words that can be seen on a widget."""
    return "\n".join(legible(widget))


def beyond(page: QWidget) -> list[str]:
    """Return what reaches over the right edge of the page or of an area that scrolls only downwards."""
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible() and area.widget() is not None]
    wide = [f"{area.accessibleName()}: {area.widget().width()}" for area in areas if _too_wide(area)]
    return wide + [
        f"{type(child).__name__} {child.objectName()}"
        for child in page.findChildren(QWidget)
        if child.isVisible() and child.mapTo(page, child.rect().topRight()).x() > page.width()
    ]


def _too_wide(area: QScrollArea) -> bool:
    return area.widget().width() > area.viewport().width()
