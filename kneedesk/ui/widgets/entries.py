"""A list of texts in somebody's own words, a line each."""

import re
from typing import Any

from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.ui.widgets.field import Line
from kneedesk.ui.widgets.marks import Sign
from kneedesk.ui.widgets.rows import Row, RowsField, named

_SEVERAL = re.compile(r"\s*[;\n\u2028\u2029]\s*")
_MANY = 5000


class EntryRow(Row):
    """One text; emptied, it goes."""

    def __init__(self, path: str, name: str, language: Language, longest: int) -> None:
        super().__init__(path, name, language)
        self._entry: str | None = None
        self._written = ""
        self.edit = Line(letters=True)
        self.edit.setMaxLength(longest)
        named(self.edit, path, name)
        self.edit.editingFinished.connect(self.commit)
        self.edit.moved.connect(self.moved)
        self.put(self.edit, 1)

    def value(self) -> str | None:
        """Return the text."""
        return self._entry

    def show_entry(self, entry: Any) -> None:
        """Show a text."""
        self._entry = entry
        self.edit.write(entry)
        self._written = self.edit.text()

    def commit(self) -> None:
        """Take what was typed; an emptied line removes the entry."""
        text = self.edit.text()
        if text == self._written:
            return
        if not text.strip():
            self.removed.emit()
            return
        self._entry = self._written = text
        self.edit.setModified(False)
        self.changed.emit()


class EntriesField(RowsField):
    """Texts, one a line; the last line is empty and takes the next, or several names with semicolons between."""

    def __init__(
        self,
        path: str,
        name: str,
        language: Language,
        *,
        longest: int = 200,
        names: bool = False,
        none: str = "",
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._longest = longest
        self._names = names
        super().__init__(path, name, language, none=none, help_text=help_text, parent=parent)

    def _make_adder(self) -> QWidget:
        self.next = Line(letters=True)
        self.next.setMaxLength(_MANY if self._names else self._longest)
        say = self.language.say
        self.next.setPlaceholderText(
            say("Add one, or several separated by ;") if self._names else say("Add one, then Enter")
        )
        named(self.next, self.path, self.language.say("{name}: add").format(name=self.name))
        self.next.setTextMargins(21, 0, 0, 0)
        sign = Sign("plus", parent=self.next)
        sign.setProperty("tone", "quiet")
        sign.move(12, 12)
        self.next.editingFinished.connect(self._take_next)
        self.next.moved.connect(self.focus_moved)
        return self.next

    def _make_row(self, place: int) -> Row:
        name = self.language.say("{name}, {number}").format(name=self.name, number=place + 1)
        return EntryRow(f"{self.path}[{place}]", name, self.language, self._longest)

    def commit(self) -> None:
        """Take what was typed in any line."""
        super().commit()
        self._take_next()

    def _take_next(self) -> None:
        typed = self.next.text()
        texts = [text for text in (_SEVERAL.split(typed) if self._names else [typed]) if text.strip()]
        if any(len(text) > self._longest for text in texts):
            self.show_fault(
                self.language.say("At most {count} characters.").format(count=self.language.number(self._longest))
            )
            return
        if texts:
            self.next.clear()
            for text in texts:
                self.add_row().show_entry(text)
            self._announce()
