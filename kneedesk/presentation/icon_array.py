"""A hundred people as circles: those affected filled, the others drawn too, always filled in the same order."""

from kneedesk.language import Language
from kneedesk.presentation.print_size import USUAL, PrintSize
from kneedesk.presentation.shapes import Circle, Drawing, Label, Rectangle, Shape

PEOPLE = 100
_PER_ROW = 20
_LARGE_ROW = 10
_RADIUS = 3.6
_STEP = 10.0
_CAPTION = 16.0
_WORDS = {
    "people": "{affected} of 100 people; {others} not affected",
    "procedures": "{affected} of 100 procedures; {others} without it",
    "injections": "{affected} of 100 injections; {others} without it",
    "operations": "{affected} of 100 operations; {others} without it",
    "courses": "{affected} of 100 courses; {others} without it",
}
_FEWER = {
    "people": "Fewer than 1 of 100 people; about 100 not affected",
    "procedures": "Fewer than 1 of 100 procedures",
    "injections": "Fewer than 1 of 100 injections",
    "operations": "Fewer than 1 of 100 operations",
    "courses": "Fewer than 1 of 100 courses",
}


def icon_array(affected: int, title: str, language: Language, *, counted: str = "people") -> Drawing:
    """Return a drawing of 100 people of whom ``affected`` (0 to 100) have it; readable in grey.

    ``counted`` says what a circle stands for where it is not a person.
    """
    words = _words(affected, counted, language)
    below = PEOPLE / _PER_ROW * _STEP + _CAPTION
    people = (_person(index, index < affected) for index in range(PEOPLE))
    caption = Label(0, below - 4, words, size=8.5, colour="quiet")
    return Drawing(_PER_ROW * _STEP, below, (*people, caption), f"{title}: {words}")


def printed_array(
    affected: int, title: str, language: Language, *, counted: str, interval: str, size: PrintSize = USUAL
) -> Drawing:
    """Return the same drawing for paper: the title stands above the people, ``interval`` below the words."""
    step, top = size.width / _PER_ROW, 0.0
    shapes: list[Shape] = []
    for line in size.lines(title):
        top += size.line
        shapes.append(Label(0, top - 2.5, line, size=size.letters, strong=True))
    shapes += [_person(index, index < affected, top, step=step) for index in range(PEOPLE)]
    said = [_words(affected, counted, language), *([interval] if interval else [])]
    top += PEOPLE / _PER_ROW * step + 2
    for line in (line for words in said for line in size.lines(words)):
        top += size.line
        shapes.append(Label(0, top - 1, line, size=size.letters, colour="quiet"))
    return Drawing(size.width, top + 2, tuple(shapes), f"{title}: {'. '.join(said)}")


def unknown_array(title: str, language: Language) -> Drawing:
    """Return the sign for a frequency that nobody knows: a hatched field, never an empty one."""
    width, height = _PER_ROW * _STEP, PEOPLE / _PER_ROW * _STEP
    words = language.say("No trustworthy number")
    shapes: tuple[Shape, ...] = (
        Rectangle(0, 0, width, height - 2, outline="line", radius=4, hatched=True),
        Label(0, height + _CAPTION - 4, words, size=8.5, colour="quiet"),
    )
    return Drawing(width, height + _CAPTION, shapes, f"{title}: {words}")


def crowd(
    affected: int | None, title: str, language: Language, *, counted: str = "people", wide: bool = False
) -> Drawing:
    """Return 100 people without a word, for a large screen; hatched where nobody knows.

    They stand in ten rows of ten, or ``wide`` in five rows of twenty as on paper.
    """
    per_row = _PER_ROW if wide else _LARGE_ROW
    width, height = per_row * _STEP, PEOPLE / per_row * _STEP
    if affected is None:
        sign = Rectangle(1, 1, width - 2, height - 2, outline="line", radius=4, hatched=True)
        return Drawing(width, height, (sign,), f"{title}: {language.say('No trustworthy number')}")
    people = tuple(_person(index, index < affected, per_row=per_row) for index in range(PEOPLE))
    return Drawing(width, height, people, f"{title}: {_words(affected, counted, language)}")


def _person(index: int, affected: bool, top: float = 0.0, per_row: int = _PER_ROW, step: float = _STEP) -> Circle:
    row, column = divmod(index, per_row)
    x, y = column * step + step / 2, top + row * step + step / 2
    return Circle(
        x, y, _RADIUS * step / _STEP, fill="accent" if affected else "paper", outline="accent" if affected else "quiet"
    )


def _words(affected: int, counted: str, language: Language) -> str:
    if affected == 0:
        return language.say(_FEWER[counted])
    return language.say(_WORDS[counted]).format(affected=affected, others=PEOPLE - affected)
