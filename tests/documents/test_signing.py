"""Places for a pen: lines far enough apart, and a place to sign that stays on one page."""

from dataclasses import replace

import pytest

from kneedesk.documents.parts import Shapes, Type
from kneedesk.documents.signing import signature_strips, writing_strips
from kneedesk.documents.style import PAPERS, STYLES
from kneedesk.presentation.content import Signature, WritingLines
from kneedesk.presentation.shapes import Drawing, Stroke
from tests.documents.columns import WIDTH, column, lines_of, shapes_of

SIGNATURE = Signature("Patient", "Ana Ruiz Peña", "I agree to this procedure.")


def test_lines_to_write_on_are_as_wide_as_the_text_and_stay_with_their_label():
    strips = writing_strips(WritingLines("Questions", 3), column())
    strokes = shapes_of(strips)
    assert lines_of(strips) == ["Questions"]
    assert [type(stroke) for stroke in strokes] == [Stroke] * 3
    assert all(stroke.x2 - stroke.x1 == WIDTH for stroke in strokes)
    assert all(strip.height >= STYLES["patient"].writing for strip in strips[1:])
    assert all(strip.glued for strip in strips[:-1])
    assert len(writing_strips(WritingLines("", 2), column())) == 2


def test_E18_a_place_to_sign_says_who_signs_what_and_has_four_lines_with_their_words():
    strips = signature_strips(SIGNATURE, column())
    said = " ".join(lines_of(strips))
    assert said.startswith("Patient")
    assert "I agree to this procedure." in said
    assert lines_of(strips)[-5:] == ["Ana Ruiz Peña", "Printed name", "Signature", "Date", "Time"]
    assert len(shapes_of(strips)) == 4
    assert all(strip.glued for strip in strips[:-1])


def test_a_long_name_is_written_whole_above_its_line():
    name = "María de los Ángeles Fernández-Castellanos y Ortega de la Vega"
    strips = signature_strips(Signature("Patient", name, ""), column())
    assert name in " ".join(lines_of(strips))
    assert strips[-1].height > signature_strips(SIGNATURE, column())[-1].height


@pytest.mark.parametrize("density", STYLES)
def test_a_name_of_many_lines_keeps_off_the_words_above_it(density):
    style = STYLES[density]
    _, places, *_ = signature_strips(
        replace(SIGNATURE, printed_name=6 * "Ángeles Guadalupe "), replace(column(), style=style)
    )
    name = [part for part in places.parts if isinstance(part, Type)]
    assert min(part.baseline for part in name) - style.cell.baseline >= style.gap


def test_what_was_signed_on_the_screen_stands_on_the_lines():
    strokes = (Stroke(10, 90, 150, 10, "ink"), Stroke(150, 10, 160, 95, "ink"))
    drawing = Drawing(160, 60, strokes, "The signature of Ana")
    signed = replace(SIGNATURE, signed=drawing, day="18 November 2026", time="14:30 UTC+01:00")
    strip = signature_strips(signed, column())[-1]
    words = " ".join(lines_of([strip]))
    assert "18 November 2026" in words
    assert "14:30" in words
    (figure,) = [part for part in strip.parts if part.element is not None and part.element.role == "Figure"]
    assert figure.element.alternative == "The signature of Ana"
    line = next(part for part in strip.parts if isinstance(part, Shapes) and part.element is None)
    for shape in figure.shapes:
        for x, y in ((shape.x1, shape.y1), (shape.x2, shape.y2)):
            assert 0 <= figure.y + figure.scale * y <= line.y + 0.01
            assert x * figure.scale + figure.x >= -0.01
    typed = signature_strips(replace(SIGNATURE, signed="Ana Ruiz"), column())
    assert "Ana Ruiz" in lines_of(typed)


@pytest.mark.parametrize("density", STYLES)
def test_day_and_time_of_a_signature_are_not_parted(density):
    signed = replace(SIGNATURE, day="24 de septiembre de 2040", time="04:44 UTC+04:00")
    width = min(paper.text_width for paper in PAPERS.values())
    lines = lines_of(signature_strips(signed, replace(column(width=width), style=STYLES[density])))
    assert {signed.day, signed.time} <= set(lines)


def test_labels_are_those_of_the_language():
    labels = ("Nombre", "Firma", "Fecha", "Hora")
    assert lines_of(signature_strips(Signature("Paciente", "", "", labels), column()))[-4:] == list(labels)


@pytest.mark.parametrize("density", STYLES)
def test_E18_there_is_room_for_a_signature_above_its_line(density):
    strip = signature_strips(SIGNATURE, replace(column(), style=STYLES[density]))[1]
    line = next(part for part in strip.parts if isinstance(part, Shapes) and part.element is None)
    assert line.y >= 12 * 72 / 25.4, "12 mm"
