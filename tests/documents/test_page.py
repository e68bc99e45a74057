"""Every page says what it is, who it is about, which knee, and that it is a draft."""

from dataclasses import replace

import pytest

from kneedesk.documents import page
from kneedesk.documents.page import body_height, body_top
from kneedesk.documents.style import PAPERS, STYLES
from kneedesk.presentation.content import PageBreak, Paragraph, Spoken, say
from tests.documents.reading import FRAME, pages_of, printed, squeezed, words_of

THREE = (Paragraph(say("one")), PageBreak(), Paragraph(say("two")), PageBreak(), Paragraph(say("three")))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_page_bears_title_patient_side_number_and_content(paper):
    pages = pages_of(printed(*THREE, paper=paper))
    assert len(pages) == 3
    for number, text in enumerate(pages, start=1):
        for words in (FRAME.title, FRAME.patient_name, FRAME.patient_details, FRAME.side, *FRAME.footer):
            assert words in text
        assert f"Page {number} of 3" in text


def test_only_the_first_page_bears_the_letterhead():
    first, second, third = pages_of(printed(*THREE))
    for line in FRAME.letterhead:
        assert line in first
        assert line not in second + third


def test_a_banner_stands_on_every_page():
    pages = pages_of(printed(*THREE, frame=replace(FRAME, banner="Draft: not for signature")))
    assert all("Draft: not for signature" in text for text in pages)
    assert "Draft" not in words_of(printed(*THREE))


def test_what_is_alike_on_every_page_is_set_once_and_drawn_alike(monkeypatch):
    set_ = []
    monkeypatch.setattr(page, "_header", lambda *parts, real=page._header: (set_.append(parts[1]), real(*parts)))
    pages = pages_of(printed(*THREE, PageBreak(), Paragraph(say("four"))))
    assert len(set_) == 2, "with the letterhead and without it"
    own = zip(pages, ("one", "two", "three", "four"), range(1, 5), strict=True)
    around = [text.replace(words, "").replace(f"Page {number} of 4", "") for text, words, number in own]
    assert around[1] == around[2]
    assert FRAME.patient_name in around[2]
    assert FRAME.patient_name in around[3]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_details_that_do_not_fit_beside_the_name_stand_whole_below_it(paper):
    frame = replace(
        FRAME,
        family_name="LINDQVIST-MARTÍNEZ",
        patient_details="nac. 11 de septiembre de 1951 (75 años) · n.º MRN-33120-0042",
        side="RODILLA IZQUIERDA",
    )
    text = pages_of(printed(*THREE, paper=paper, frame=frame))
    assert all(frame.patient_name in each and frame.patient_details in each for each in text)
    assert "…" not in "".join(text)
    geometry = PAPERS[paper]
    assert body_top(frame, geometry, 2) == pytest.approx(body_top(FRAME, geometry, 2) + page.DETAILS.leading)


LONG = ("WOLFESCHLEGELSTEINHAUSEN " * 8, "Maximiliana Guadalupe " * 9)


@pytest.mark.parametrize("scale", [1.0, STYLES["large"].frame])
@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(
    ("family", "given"), [(LONG[0], "Ana"), ("NG", LONG[1]), LONG], ids=["family", "given", "both"]
)
def test_page_one_says_names_whole_and_the_others_both_of_them_shortened_alike(family, given, paper, scale):
    frame = replace(FRAME, family_name=family, given_name=given, scale=scale)
    first, *others = pages_of(printed(*THREE, paper=paper, frame=frame))
    assert squeezed(f"{family}, {given}") in squeezed(first)
    for text in others:
        shown = next(line for line in text.splitlines() if line.startswith(family[:2]))
        assert len(shown) < 70
        one, _, other = shown.partition(", ")
        for kept, whole in ((one, family), (other, given)):
            assert kept.strip() == whole.strip() or (kept.endswith("…") and whole.startswith(kept[:-1]))
            assert len(kept) >= min(len(whole), 9)


@pytest.mark.parametrize("scale", [1.0, STYLES["large"].frame])
def test_birth_date_and_number_are_never_cut(scale):
    details = "born 2 May 1964 · no. " + "MRN-10293-" * 19
    frame = replace(FRAME, family_name=LONG[0], patient_details=details, scale=scale)
    for text in pages_of(printed(*THREE, frame=frame)):
        assert squeezed(details) in squeezed(text)
        assert FRAME.side in text


def test_a_long_title_and_a_long_letterhead_are_cut():
    frame = replace(FRAME, title="Consent " * 60, letterhead=("Practice " * 40, "Street " * 60))
    text = pages_of(printed(Paragraph(say("one")), frame=frame))[0]
    assert FRAME.patient_details in text
    assert text.count("…") == 3


def test_a_page_is_marked_where_what_stands_on_it_is_and_only_there():
    apart = Spoken("es", (Paragraph(say("two")), PageBreak(), Paragraph(say("three"))), mark="Facing copy")
    first, *marked, last = pages_of(
        printed(Paragraph(say("one")), PageBreak(), apart, PageBreak(), Paragraph(say("four")))
    )
    assert "Facing copy" not in first + last
    assert len(marked) == 2
    assert all("Consent form · Facing copy" in text for text in marked)


def test_room_to_write_who_it_is_has_a_line_after_each_label():
    rows = (("Name",), ("Date of birth", "Patient number"))
    frame = replace(FRAME, family_name="", given_name="", patient_details="", room_to_write=rows)
    for text in pages_of(printed(*THREE, frame=frame)):
        assert all(label in text for row in rows for label in row)
    geometry = PAPERS["a4"]
    assert body_top(frame, geometry, 2) > body_top(FRAME, geometry, 2) + 20


def test_no_label_of_a_line_for_a_pen_is_cut_also_in_large_print():
    labels = ("Nombre", "Fecha de nacimiento", "Número de paciente")
    frame = replace(FRAME, family_name="", given_name="", patient_details="", room_to_write=(labels[:1], labels[1:]))
    for scale in (1.0, STYLES["large"].frame):
        for text in pages_of(printed(*THREE, frame=replace(frame, scale=scale))):
            assert all(label in text for label in labels)


def test_hostile_words_in_the_frame_are_only_words():
    frame = replace(
        FRAME, family_name="<b>Zoë</b> {pages} %s \u202e 李", given_name="", page_of="{page}/{pages} {0} %d"
    )
    text = pages_of(printed(Paragraph(say("one")), frame=frame))[0]
    assert "<b>Zoë</b> {pages} %s [U+202E] 李" in text
    assert "1/1 {0} %d" in text


def test_line_breaks_in_a_name_or_a_number_take_no_room_from_the_text():
    broken = replace(FRAME, family_name="a\n" * 100, patient_details="1\n" * 100)
    flat = replace(FRAME, family_name="a " * 100, patient_details="1 " * 100)
    for number in (1, 2):
        assert body_height(broken, PAPERS["a4"], number) == body_height(flat, PAPERS["a4"], number)


def test_a_frame_may_be_nearly_empty():
    bare = replace(
        FRAME, letterhead=(), family_name="", given_name="", patient_details="", side="", footer=(), title=""
    )
    assert "one" in words_of(printed(Paragraph(say("one")), frame=bare))


def test_letterhead_and_banner_take_room_from_the_text():
    geometry = PAPERS["a4"]
    drafted = replace(FRAME, banner="Draft")
    assert body_height(FRAME, geometry, 1) < body_height(FRAME, geometry, 2)
    assert body_height(drafted, geometry, 2) < body_height(FRAME, geometry, 2)
    assert body_top(FRAME, geometry, 2) + body_height(FRAME, geometry, 2) == geometry.height - geometry.bottom


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_digest_stands_whole_also_in_large_print(paper):
    digest = "Resumen digital " + "0123456789abcdef" * 4
    frame = replace(FRAME, footer=("Contenido 2026.11.1 · Hecho el 18 de noviembre de 2026, 14:02 UTC+01:00", digest))
    for scale in (1.0, STYLES["large"].frame):
        text = "".join(pages_of(printed(*THREE, paper=paper, frame=replace(frame, scale=scale))))
        assert text.count(digest) == 3
        assert "…" not in text
