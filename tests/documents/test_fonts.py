"""The typefaces that ship: complete, embeddable, alike in what they cover."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from kneedesk.bundle import resources
from kneedesk.documents.fonts import FACES, HAN, SYMBOLS, covers, face, load_faces, widths


@pytest.mark.parametrize("name", [*FACES.values(), SYMBOLS, HAN])
def test_a_face_loads_under_its_own_name_and_may_be_embedded(name):
    own = face(name).face
    assert own.name.decode() == name
    # Bit 1 of fsType would forbid it.
    assert not getattr(own, "fsType", 0) & 2


def test_what_nearly_every_page_is_set_in_can_be_loaded_ahead():
    widths.cache_clear()
    load_faces()
    before = widths.cache_info().misses
    assert all(covers(name, "é") for name in FACES.values())
    assert covers(SYMBOLS, "☐")
    assert widths.cache_info().misses == before


def test_all_weights_cover_the_same_characters():
    regular, medium, strong = (set(widths(name)) for name in FACES.values())
    assert regular == medium == strong


@pytest.mark.parametrize(
    "text",
    ["ÁÉÍÑÓÚÜáéíñóúü¿¡ºª", "ÄÖÜßçèîøåæœ", "ĄĆĘŁŃŚŹŻłőűğışțșžčřđ", "Ωμέγα", "Ђорђе", "ễạ", "≥≤≠±×÷−→←•…–—‘’“”€£$°²³½%‰"],
)
def test_inter_writes_the_languages_of_a_clinic(text):
    assert [character for character in text if not covers(FACES["strong"], character)] == []


@pytest.mark.parametrize("text", ["☐☑☒☎♀♂⚕∙"])
def test_signs_that_inter_lacks_come_from_the_symbols(text):
    assert [character for character in text if not covers(SYMBOLS, character)] == []


@pytest.mark.parametrize("text", ["李明張偉", "さとうサトウ", "김철수"])
def test_names_in_han_kana_and_hangul_are_covered(text):
    assert [character for character in text if not covers(HAN, character)] == []


def test_no_face_draws_what_needs_shaping_or_cannot_be_seen():
    for name in (*FACES.values(), SYMBOLS, HAN):
        for character in "\u200b\u202e\u2066\ufeff\u00ad\u3164\uffa0\u0627\u05d0\u0939\ue000":
            assert not covers(name, character)


def test_fonts_are_small_and_bring_their_licences():
    folder = resources() / "fonts"
    for name in FACES.values():
        assert (folder / f"{name}.ttf").stat().st_size <= 250_000
    assert (folder / f"{HAN}.ttf").stat().st_size <= 5_000_000
    for name in ("Inter", SYMBOLS, HAN):
        assert (folder / f"{name}-LICENSE.txt").stat().st_size > 1000


def test_two_threads_never_cut_their_letters_from_one_face_at_once():
    letters = [tuple(range(32, 127)) + tuple(range(161, 161 + more)) for more in range(5, 95, 6)]
    make, interval = face(FACES["regular"]).face.makeSubset, sys.getswitchinterval()
    expected = [make(each) for each in letters]
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert [*threads.map(make, letters * 4)] == expected * 4
    finally:
        sys.setswitchinterval(interval)


def test_letters_that_were_cut_out_are_at_hand_for_the_next_document():
    make = face(FACES["regular"]).face.makeSubset
    assert make([65, 66]) is make([65, 66])
    assert make([65, 66]) != make([65, 67])
