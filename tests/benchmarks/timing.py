"""Take the time of something many times, and print medians as a table."""

import gc
from collections.abc import Callable, Iterable
from statistics import median
from time import perf_counter

SWITCHING = 0.0005
"""Seconds after which threads take turns, as in the application."""


def median_of(
    act: Callable[[], object], *, rounds: int, times: int = 1, clock: Callable[[], float] = perf_counter
) -> float:
    """Return the median seconds that ``act`` takes, over rounds that each run it several times."""
    act()
    taken = []
    for _ in range(rounds):
        gc.collect()
        start = clock()
        for _ in range(times):
            act()
        taken.append((clock() - start) / times)
    return median(taken)


def alternating(acts: Iterable[Callable[[], object]], *, rounds: int) -> list[float]:
    """Return the median seconds of several acts that take turns, so that a slow moment strikes them all."""
    turns = tuple(acts)
    for act in turns:
        act()
    taken: list[list[float]] = [[] for _ in turns]
    for _ in range(rounds):
        for act, times in zip(turns, taken, strict=True):
            gc.collect()
            start = perf_counter()
            act()
            times.append(perf_counter() - start)
    return [median(times) for times in taken]


def written(seconds: float) -> str:
    """Return a time in the unit that reads best."""
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def judged(aim: str, met: bool) -> str:
    """Return what was aimed at, and whether that was met."""
    return f"{aim}: {'met' if met else 'NOT MET'}"


def print_table(rows: Iterable[tuple[str, str, str]]) -> None:
    """Print what was measured, the result and what it is held against."""
    rows = tuple(rows)
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for what, result, note in rows:
        print(f"{what:<{widths[0]}}  {result:>{widths[1]}}  {note}".rstrip())
