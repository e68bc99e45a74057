"""A hundred people as circles: those affected filled, the others drawn too, always filled in the same order."""

from kneedesk.language import Language
from kneedesk.presentation.shapes import Circle, Drawing, Label, Rectangle, Shape

PEOPLE = 100
_PER_ROW = 20
_RADIUS = 3.6
_STEP = 10.0
_CAPTION = 16.0


def icon_array(affected: int, title: str, language: Language) -> Drawing:
    """Return a drawing of 100 people of whom ``affected`` (0 to 100) have it; readable in grey."""
    people = tuple(_person(index, index < affected) for index in range(PEOPLE))
    words = _words(affected, language)
    width, height = _PER_ROW * _STEP, PEOPLE / _PER_ROW * _STEP
    caption = Label(0, height + _CAPTION - 4, words, size=8.5, colour="quiet")
    return Drawing(width, height + _CAPTION, (*people, caption), f"{title}: {words}")


def unknown_array(title: str, language: Language) -> Drawing:
    """Return the sign for a frequency that nobody knows: a hatched field, never an empty one."""
    width, height = _PER_ROW * _STEP, PEOPLE / _PER_ROW * _STEP
    words = language.say("No trustworthy number")
    shapes: tuple[Shape, ...] = (
        Rectangle(0, 0, width, height - 2, outline="line", radius=4, hatched=True),
        Label(0, height + _CAPTION - 4, words, size=8.5, colour="quiet"),
    )
    return Drawing(width, height + _CAPTION, shapes, f"{title}: {words}")


def _person(index: int, affected: bool) -> Circle:
    row, column = divmod(index, _PER_ROW)
    x, y = column * _STEP + _STEP / 2, row * _STEP + _STEP / 2
    return Circle(x, y, _RADIUS, fill="accent" if affected else "paper", outline="accent" if affected else "quiet")


def _words(affected: int, language: Language) -> str:
    if affected == 0:
        return language.say("Fewer than 1 of 100 people; about 100 not affected")
    return language.say("{affected} of 100 people; {others} not affected").format(
        affected=affected, others=PEOPLE - affected
    )
