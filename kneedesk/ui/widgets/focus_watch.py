"""Tell which finding the clinician is on, whatever control of its field has the focus."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kneedesk.ui.widgets.field import Field


class FocusWatch(QObject):
    """Watches the focus within one page."""

    entered = Signal(object)
    """The field that the focus came to from elsewhere."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._field: Field | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        field = self._field_of(now)
        if field is not None and field is not self._field:
            self.entered.emit(field)
        if now is not None:
            self._field = field

    def _field_of(self, widget: QWidget | None) -> Field | None:
        while widget is not None and widget is not self._page:
            if isinstance(widget, Field):
                return widget if self._page.isAncestorOf(widget) else None
            widget = widget.parentWidget()
        return None
