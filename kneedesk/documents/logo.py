"""The logo of the letterhead: a PNG or JPEG picture, made as small as print needs, or refused with a reason."""

import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

LARGEST_FILE = 2_000_000
"""Bytes."""
LONGEST_SIDE = 6000
"""Pixels."""
WIDTH, HEIGHT = 150.0, 40.0
"""Points: the room that a logo has in the letterhead."""
_FINENESS = 300 / 72  # pixels a point, on paper

UNREADABLE = "The logo cannot be read; the letterhead is printed without it."
TOO_LARGE_FILE = "The logo is a file of more than 2 MB; the letterhead is printed without it."
NO_PICTURE = "The logo is no PNG or JPEG picture; the letterhead is printed without it."
TOO_MANY_PIXELS = "The logo has more than 6000 pixels on a side; the letterhead is printed without it."


class UnusableLogo(ValueError):
    """Why a logo is not printed, in one sentence."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in red, green and blue, with or without alpha, and how large it is printed, in points."""

    picture: Image.Image
    width: float
    height: float


def read_logo(path: Path) -> Logo:
    """Read a logo.

    :raises UnusableLogo: where it is missing, too large, or no picture that is printed.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnusableLogo(TOO_LARGE_FILE)
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=("PNG", "JPEG")) as found:
            if max(found.size) > LONGEST_SIDE:
                raise UnusableLogo(TOO_MANY_PIXELS)
            found.load()
            return _fitted(found)
    except UnidentifiedImageError:
        raise UnusableLogo(NO_PICTURE) from None
    except (OSError, SyntaxError, Image.DecompressionBombError):
        # A picture that is cut short or damaged raises these, besides a file that nobody may read.
        raise UnusableLogo(UNREADABLE) from None


def _fitted(found: Image.Image) -> Logo:
    mode = "RGBA" if found.has_transparency_data else "RGB"
    picture = found.convert(mode)
    scale = min(WIDTH / picture.width, HEIGHT / picture.height)
    width, height = picture.width * scale, picture.height * scale
    finest = (max(1, round(width * _FINENESS)), max(1, round(height * _FINENESS)))
    if finest < picture.size:
        picture = picture.resize(finest, Image.Resampling.LANCZOS)
    return Logo(picture, width, height)
