"""Values that hypothesis draws for the fields of a consultation, hostile texts and the limits of ranges included."""

import datetime
from typing import Any, Final

from hypothesis import strategies as st

from kneedesk.domain.record import is_blank

HOSTILE: Final = (
    "",
    " ",
    "\u200b",
    "\ufeff",
    "\x00\x07\x1b[31m\x7f",
    "a\r\nb\tc\u2028d\u2029e\x85f",
    '<b>&amp; <img src="file:///x"/> ]]> \\ "quoted" \\u0041',
    "\u202eright to left\u202c \u05d0\u05d1 \u0627\u0628",
    "李 Zoë e\u0301 ✓ 👩\u200d⚕️ \U0010ffff \ufffe",
    '=HYPERLINK("x") {{7*7}} ${x} %s %(name)s \'; DROP TABLE x; --',
    "null",
    "x" * 200,
)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def texts(longest: int) -> st.SearchStrategy[str]:
    return st.sampled_from(HOSTILE) | st.text(max_size=20) | st.just("y" * longest)


def numbers(lowest: int, highest: int) -> st.SearchStrategy[float]:
    return st.integers(lowest, highest) | st.floats(lowest, highest)


def tuples(entries: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(entries, max_size=3).map(tuple)


def choices(values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


names, long_texts = texts(200), texts(5000)
visible_names = names.filter(lambda text: not is_blank(text))
visible_texts = long_texts.filter(lambda text: not is_blank(text))
_offsets = st.integers(-1439, 1439).map(lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes)))
instants = st.datetimes(timezones=_offsets)
