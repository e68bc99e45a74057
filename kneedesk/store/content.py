"""The content that is kept of a consultation, as a consultation file has it: only what changed is written anew.

To write all of it takes a third as long as to commit it.
"""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kneedesk.domain.consultation import Consultation


class Content(NamedTuple):
    """A consultation, and its content by the names of its values: empty where nothing is recorded."""

    consultation: "Consultation"
    parts: dict[str, str]

    @property
    def text(self) -> str:
        """Return all of it."""
        return f"{{{','.join(filter(None, self.parts.values()))}}}"


def content_of(consultation: "Consultation", last: Content | None = None) -> Content:
    """Return the content of a consultation; what it shares with the last one is taken from there."""
    values = vars(consultation)
    if last is None:
        return Content(consultation, {name: _part(consultation, name) for name in values})
    known, parts = vars(last.consultation), dict(last.parts)
    for name, value in values.items():
        if value is not known[name]:
            parts[name] = _part(consultation, name)
    return Content(consultation, parts)


def _part(consultation: "Consultation", name: str) -> str:
    return consultation.model_dump_json(include={name}, exclude_none=True)[1:-1]
