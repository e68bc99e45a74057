"""The letters of printed drawings: as large as large print asks, in lines that fit their drawing."""

import pytest

from kneedesk.documents.lines import one_line
from kneedesk.documents.style import PAPERS, STYLES, Voice
from kneedesk.presentation.print_size import LARGE, USUAL

WORDS = "Diferencia: 0.74 de 10 puntos mejor (la real puede estar entre 0.33 mejor y 1.16 mejor), antes de un año."


@pytest.mark.parametrize("paper", PAPERS.values())
def test_large_print_has_large_letters_and_fits_every_paper(paper):
    scale = STYLES["large"].drawing
    assert 16 <= scale * LARGE.letters <= 18
    assert scale * LARGE.width <= paper.text_width


@pytest.mark.parametrize("left", [0.0, 20.0])
@pytest.mark.parametrize("size", [USUAL, LARGE])
def test_lines_keep_their_words_and_their_width(size, left):
    lines = size.lines(WORDS, left)
    assert " ".join(lines) == WORDS
    assert len(lines) > 1
    for line in lines:
        assert left + one_line(line, Voice(size.letters, size.letters)).width <= 1.03 * size.width
