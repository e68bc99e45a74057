"""Hear what Qt tells widgets meanwhile: what is laid out, painted, styled, shown or made."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class Hearing(QObject):
    """The widgets that were told something of certain kinds, each as often as it was."""

    def __init__(self, kinds: frozenset[QEvent.Type]) -> None:
        super().__init__()
        self.heard: list[tuple[QWidget, QEvent.Type]] = []
        self._kinds = kinds

    def of(self, kind: QEvent.Type, within: QWidget | None = None) -> list[QWidget]:
        """Return the widgets that were told of this, those within a widget, itself among them."""
        return [
            each
            for each, told in self.heard
            if told == kind and (within is None or each is within or within.isAncestorOf(each))
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is told to a widget, and let it pass."""
        if event.type() in self._kinds and isinstance(watched, QWidget):
            self.heard.append((watched, event.type()))
        return False


@contextmanager
def hearing(*kinds: QEvent.Type) -> Iterator[Hearing]:
    """Hear of these kinds until the end."""
    application, made = QApplication.instance(), Hearing(frozenset(kinds))
    assert application is not None
    application.installEventFilter(made)
    try:
        yield made
    finally:
        application.removeEventFilter(made)
