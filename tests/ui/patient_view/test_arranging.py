"""Whatever is shown fits the screen in letters of eighteen points or more: nobody scrolls a patient's screen."""

import pytest

from kneedesk.bundle import resources
from kneedesk.domain.treatment import Treatment
from kneedesk.language import language
from kneedesk.presentation.comparison import compare
from kneedesk.presentation.content import quote
from kneedesk.presentation.patient_view import Focus, scene_of
from kneedesk.presentation.scene import Panel, Scene, words_of
from kneedesk.presentation.shapes import Circle, Label, Rectangle
from kneedesk.ui.patient_view.arranging import arrange
from kneedesk.ui.patient_view.blocks import LEAST
from kneedesk.ui.patient_view.lettering import Lettering

FIVE = (
    Treatment.STEM_CELL,
    Treatment.PRP,
    Treatment.ARTHROSCOPY,
    Treatment.KNEE_REPLACEMENT,
    Treatment.CONSERVATIVE,
)
SCREENS = ((1366, 768), (1920, 1080), (1280, 800))


@pytest.fixture
def lettering(theme, qapp):
    return Lettering(qapp.font().family())


def scenes(consultation, library, spoken):
    rows = compare(FIVE, consultation, library, spoken)
    focuses = [
        *(Focus(step) for step in ("patient", "candidacy", "expectations", "decision")),
        *(Focus("options", row.name, courses) for row in rows for courses in (FIVE[:2], FIVE[:3], FIVE)),
        *(Focus("risks", name) for name in library.risks),
        *(Focus("expectations", period) for period in ("day_0", "days_1_3", "weeks_2_6", "month_3", "months_6_12")),
        *(Focus("decision", name) for name in ("sure", "endings")),
    ]
    return [scene_of(focus, consultation, library, spoken) for focus in focuses]


def labels(page):
    return [
        (piece.x + shape.x * piece.scale, piece.y + shape.y * piece.scale, shape, shape.size * piece.scale)
        for piece in page.pieces
        for shape in piece.shapes
        if isinstance(shape, Label)
    ]


def letters(words):
    return sorted("".join(words).replace(" ", "").replace("“", "").replace("”", ""))


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_every_scene_fits_in_large_letters(tag, width, height, cases, library, lettering):
    spoken = language(tag, resources() / "translations")
    for scene in scenes(cases["reference"], library, spoken):
        for page in arrange(scene, width, height, "Next?", lettering):
            for x, y, shape, size in labels(page):
                assert size >= LEAST - 0.01, (scene.title, shape.text)
                wide = lettering.width(shape.text, size, strong=shape.strong)
                left = x - {"start": 0, "middle": wide / 2, "end": wide}[shape.anchor]
                assert left >= 0, (scene.title, shape.text)
                assert left + wide <= width, (scene.title, shape.text)
                assert size <= y <= height, (scene.title, shape.text)


def test_every_word_of_a_long_scene_is_on_one_of_its_pages(cases, library, english, lettering):
    courses = tuple(Treatment)[:5]
    scene = scene_of(Focus("options", "guidelines", courses), cases["reference"], library, english)
    pages = arrange(scene, 1366, 768, "", lettering)
    assert len(pages) > 1
    said = [shape.text for page in pages for _, _, shape, _ in labels(page)]
    names = [panel.name for panel in scene.panels]
    told = [words for words in words_of(scene) if words not in (scene.title, *names)]
    rest = letters(said)
    for letter in letters(told):
        rest.remove(letter)
    assert {place for page in pages for place in page.panels} == set(range(5))


def test_letters_grow_with_the_screen(cases, library, english, lettering):
    scene = scene_of(Focus("patient"), cases["reference"], library, english)
    small, large = (arrange(scene, *screen, "", lettering)[0] for screen in ((1366, 768), (2732, 1536)))
    sizes = [max(size for *_, size in labels(page)) for page in (small, large)]
    assert sizes[1] == pytest.approx(2 * sizes[0])


def test_no_tile_weighs_more_than_another(english, cases, library, lettering):
    scene = scene_of(Focus("decision", "endings"), cases["reference"], library, english)
    (page,) = arrange(scene, 1366, 768, "", lettering)
    tiles = [
        (shape.width, shape.height, shape.fill)
        for piece in page.pieces
        for shape in piece.shapes
        if isinstance(shape, Rectangle) and shape.fill == "surface"
    ]
    assert len(tiles) == 4
    assert len(set(tiles)) == 1


def test_two_crowds_are_drawn_in_one_size(english, cases, library, lettering):
    name, ours, other = next(
        (risk.id, risk.treatments[0], each)
        for risk in library.risks.values()
        for each in Treatment
        if risk.frequency
        and each not in risk.treatments
        and any(twin.name.en == risk.name.en and twin.frequency for twin in library.risks_of(each))
    )
    scene = scene_of(Focus("risks", name, (ours, other)), cases["reference"], library, english)
    (page,) = arrange(scene, 1366, 768, "", lettering)
    crowds = [piece for piece in page.pieces if any(isinstance(shape, Circle) for shape in piece.shapes)]
    assert len({crowd.scale for crowd in crowds}) == 1
    assert sum(crowd.scale * 200 for crowd in crowds) > 0.85 * 1366  # each takes nearly all of its half


def test_drawings_begin_at_one_height_though_a_name_takes_two_lines(english, cases, library, lettering):
    courses = (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
    scene = scene_of(Focus("risks", "surgery-nerve_vessel", courses), cases["reference"], library, english)
    (page,) = arrange(scene, 1366, 768, "", lettering)
    signs = [piece.y for piece in page.pieces for shape in piece.shapes if getattr(shape, "width", 0) == 198]
    assert len(signs) == 2
    assert len(set(signs)) == 1


def test_what_somebody_typed_without_a_space_is_broken(lettering):
    scene = Scene("A", (Panel("Goal", (quote("x" * 400),)), Panel("Matters", (quote("y" * 5000),))))
    for page in arrange(scene, 1366, 768, "", lettering):
        for x, _, shape, size in labels(page):
            assert shape.anchor == "end" or x + lettering.width(shape.text, size, strong=shape.strong) <= 1366
