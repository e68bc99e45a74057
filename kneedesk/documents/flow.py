"""Let strips flow over pages: what belongs together stays together, the rest is cut between strips.

Strips become pages, and only then is anything drawn, so the number of pages is known before the first one.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import accumulate, groupby, islice, zip_longest
from typing import NamedTuple

from kneedesk.documents.strips import Strip, height_of


class Placed(NamedTuple):
    """A strip on a page, how far below the top of the text it begins, and how far right of its place."""

    strip: Strip
    top: float
    repeated: bool = False
    right: float = 0.0


Page = list[Placed]

# A last page filled less than this is nearly empty; to save it, the white between blocks may shrink to these shares.
SCANT = 0.2
CLOSER = (0.9, 0.8, 0.7)
# What leads to two columns stands above no fewer than so many of their entries in each.
LED = 2
# A first page filled less than this holds little but a title: what is glued loosely begins on it.
SPARSE = 0.3


def mark_of(page: Page) -> str:
    """Return what the head of a page says of what stands on it."""
    return next((placed.strip.mark for placed in page if placed.strip.mark), "")


def paginate(strips: Sequence[Strip], room: Callable[[int], float]) -> list[Page]:
    """Place strips on pages; ``room(n)`` is the height of the text on page n, counted from one.

    What would be left over for a last page that is nearly empty, or for one before a break, is taken in, if it is
    enough that all stands a little closer; else it shares the last two pages evenly with what stands before it.
    """
    pages: list[Page] = []
    for breaks, stretch in groupby(strips, key=lambda strip: strip.breaks):
        if not breaks:
            pages += _fitted(list(stretch), partial(_beyond, room, len(pages)))
    return pages or [[]]


def _beyond(room: Callable[[int], float], pages: int, page: int) -> float:
    return room(pages + page)


def _fitted(strips: Sequence[Strip], room: Callable[[int], float]) -> list[Page]:
    """Place strips that no break parts."""
    pages, kept = _placed(strips, room), 1.0
    usual = [strip.before for strip in strips]
    for share in CLOSER:
        if not _ends_scantly(pages, room):
            return pages
        _draw_together(strips, usual, share)
        closer = _placed(strips, room)
        if len(closer) < len(pages):
            pages, kept = closer, share
    _draw_together(strips, usual, kept)
    return _evened(pages, strips, room) if _ends_scantly(pages, room) else pages


def _draw_together(strips: Sequence[Strip], usual: Sequence[float], share: float) -> None:
    for strip, before in zip(strips, usual, strict=True):
        strip.before = share * before


def _ends_scantly(pages: list[Page], room: Callable[[int], float]) -> bool:
    return len(pages) > 1 and _filled(pages[-1]) < SCANT * room(len(pages))


def _evened(pages: list[Page], strips: Sequence[Strip], room: Callable[[int], float]) -> list[Page]:
    """Return the pages again, what stands on the last two shared between them, if that takes no page more."""
    *_, last, scant = pages
    half = (_filled(last) + _filled(scant)) / 2
    evened = _placed(strips, lambda page: half if page == len(pages) - 1 else room(page))
    return evened if len(evened) == len(pages) else pages


def _filled(page: Page) -> float:
    return max((placed.top + placed.strip.height for placed in page), default=0.0)


def _placed(strips: Sequence[Strip], room: Callable[[int], float]) -> list[Page]:
    filler = _Filler(room)
    runs = [(second, list(run)) for second, run in groupby(strips, key=lambda strip: strip.second)]
    for (second, run), (beside, following) in zip_longest(runs, runs[1:], fillvalue=(0.0, [])):
        if second:
            filler.place_beside(list(_groups(run)), second)
            continue
        *groups, last = _groups(run)
        for group in groups:
            filler.place(group)
        led = [strip for group in islice(_groups(following), LED) for strip in group] if last[-1].glued else []
        filler.place(last, below=height_of(led) if beside else 0.0)
    return filler.pages if filler.pages[-1] or len(filler.pages) == 1 else filler.pages[:-1]


def _groups(strips: Sequence[Strip], *, parted: bool = False) -> Iterable[list[Strip]]:
    """Yield what stays together; ``parted`` also where it is glued loosely."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.glued or (parted and strip.loosely):
            yield group
            group = []
    if group:
        yield group


def _halves(groups: list[list[Strip]], room: float) -> tuple[list[list[Strip]], list[list[Strip]]]:
    """Return which of the first groups stand in each of two columns that are so high: alike where all have room."""
    ends = list(accumulate(sum(strip.before + strip.height for strip in group) for group in groups))

    def height(first: int, last: int) -> float:
        begun = ends[first - 1] if first else 0.0
        return ends[last - 1] - begun - groups[first][0].before if last > first else 0.0

    def filled(first: int) -> int:
        return max(
            (last for last in range(first, len(groups) + 1) if height(first, last) <= room + 0.01), default=first
        )

    turn = filled(0)
    end = filled(turn) if turn < len(groups) else turn
    if end == len(groups):
        turn = min(range(turn, 0, -1), key=lambda place: max(height(0, place), height(place, end)), default=turn)
    return groups[:turn], groups[turn:end]


class _Filler:
    """Fill one page after the other from top to bottom."""

    def __init__(self, room: Callable[[int], float]) -> None:
        self.room = room
        self.pages: list[Page] = [[]]
        self.filled = 0.0

    def place(self, group: list[Strip], below: float = 0.0) -> None:
        """Place a group; ``below`` is the height of what must have room under it."""
        if self._fits(group, below):
            self._put(group)
            return
        whole = height_of((*group[0].header, *group))
        sparse = len(self.pages) == 1 and 0 < self.filled < SPARSE * self.room(1)
        if sparse and any(strip.loosely for strip in group):
            for part in _groups(group, parted=True):
                self.place(part)
            return
        if self.pages[-1] and whole <= self.room(len(self.pages) + 1):
            self._turn()
            self._put(group)
            return
        for strip in group:
            if not self._fits([strip]):
                self._turn()
            self._put([strip])

    def place_beside(self, groups: list[list[Strip]], second: float) -> None:
        """Place groups in two columns, page by page; on the last page neither is longer than it must be."""
        whole = self.room(len(self.pages) + 1) - height_of(groups[0][0].header)
        rest = [
            part for group in groups for part in ([group] if height_of(group) <= whole else [[each] for each in group])
        ]
        while rest:
            self._head(rest[0][0])
            top = self.filled + (rest[0][0].before if self.pages[-1] else 0.0)
            one, other = _halves(rest, self.room(len(self.pages)) - top)
            if not one and any(not placed.repeated for placed in self.pages[-1]):
                self._turn()
                continue
            # What no page holds is placed all the same, alone.
            one = one or rest[:1]
            self.filled = max(self._stack(one, top, 0.0), self._stack(other, top, second))
            rest = rest[len(one) + len(other) :]
            if rest:
                self._turn()

    def _stack(self, groups: list[list[Strip]], top: float, right: float) -> float:
        """Place groups under one another, so far to the right, and return where they end."""
        for number, strip in enumerate(strip for group in groups for strip in group):
            top += strip.before if number else 0.0
            self.pages[-1].append(Placed(strip, top, right=right))
            top += strip.height
        return top

    def _fits(self, group: list[Strip], below: float = 0.0) -> bool:
        if self.pages[-1]:
            needed = self.filled + group[0].before + height_of(group)
        else:
            needed = height_of((*group[0].header, *group))
        return needed + below <= self.room(len(self.pages)) + 0.01

    def _put(self, group: list[Strip]) -> None:
        self._head(group[0])
        for strip in group:
            self._add(strip)

    def _head(self, strip: Strip) -> None:
        """Repeat what stands over a strip where a page begins with it."""
        if not self.pages[-1]:
            for over in strip.header:
                self._add(over, repeated=True)

    def _add(self, strip: Strip, *, repeated: bool = False) -> None:
        page = self.pages[-1]
        if page:
            self.filled += strip.before
        page.append(Placed(strip, self.filled, repeated))
        self.filled += strip.height

    def _turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.filled = 0.0
