"""What stands on the patient's screen at one time, as plain values: a title and panels of words, bars and drawings."""

from dataclasses import dataclass, field
from typing import Literal

from kneedesk.presentation.content import Gap, Line, text_of
from kneedesk.presentation.effects import Bar
from kneedesk.presentation.shapes import Drawing

Part = str | Line | Gap | Bar | Drawing
"""A heading within a panel, a statement, one that says that nobody knows, a bar, or a drawing."""


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands under one name; panels of a scene stand side by side or under one another."""

    name: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One view: what it is about, and its panels.

    ``note`` is said to all panels. ``stages`` are the stages of a course of time, of which ``stage`` is shown.
    ``at`` is the place of the panel that is talked about: with more panels than fit, those around it are in sight;
    being on another panel makes no other scene. ``calm`` holds nothing of a consultation.
    """

    title: str
    panels: tuple[Panel, ...] = ()
    note: str = ""
    stages: tuple[str, ...] = ()
    stage: int = 0
    form: Literal["panels", "choices", "calm"] = "panels"
    at: int = field(default=0, compare=False)


def words_of(scene: Scene) -> tuple[str, ...]:
    """Return everything that a scene says, also what its drawings say to who cannot see them."""
    words = [scene.title, *scene.stages]
    for panel in scene.panels:
        words.append(panel.name)
        words += map(_words, panel.parts)
    return tuple(each for each in (*words, scene.note) if each)


def _words(part: Part) -> str:
    match part:
        case str():
            return part
        case Drawing():
            return part.description
        case Bar():
            return ""  # the line above it says the same
        case Gap():
            return text_of(part.line)
    return text_of(part)
