"""What is on its way to the store: known here until it is committed, so that nothing is read that is older."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime

    from kneedesk.domain.beginning import Carried
    from kneedesk.domain.consultation import Consultation
    from kneedesk.store.shown import Shown
    from kneedesk.ui.session import Failed, Keeper, Saved


class Keeping(QObject):
    """Hand changes on to what keeps them, and tell of them also when the page that made them is gone."""

    saved = Signal(str)
    """The key of a consultation of which nothing waits to be committed any more."""
    failed = Signal(str, str)
    """The key of a consultation whose newest state could not be committed, and why."""

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._pending: dict[str, tuple[Consultation, Carried | None]] = {}

    def keep(
        self,
        key: str,
        consultation: Consultation,
        saved: Saved,
        failed: Failed,
        carried: Carried | None = None,
        shown: Shown | None = None,
    ) -> None:
        """Keep the newest state of a consultation; the answers come from another thread."""
        self._pending[key] = (consultation, carried)
        told = (partial(self._save, key, consultation, saved), partial(self._fail, key, failed))
        self._keeper.keep(key, consultation, *told, carried, shown)

    def base_on(self, key: str, version: int) -> None:
        """Take it that the next states of a consultation are made from a version that was read; from any thread."""
        self._keeper.base_on(key, version)

    def give_up(self, key: str) -> None:
        """Keep the newest state of a consultation no more: another one was chosen."""
        self._pending.pop(key, None)
        self._keeper.give_up(key)
        self.saved.emit(key)

    def pending(self, key: str) -> tuple[Consultation, Carried | None] | None:
        """Return the state of a consultation that is not committed yet, and what of it is to be confirmed."""
        return self._pending.get(key)

    @property
    def settled(self) -> bool:
        """Tell whether everything is committed."""
        return not self._pending

    def _save(self, key: str, consultation: Consultation, saved: Saved, at: datetime) -> None:
        if key in self._pending and self._pending[key][0] is consultation:
            del self._pending[key]
        self.saved.emit(key)
        saved(at)

    def _fail(self, key: str, failed: Failed, why: str) -> None:
        self.failed.emit(key, why)
        failed(why)
