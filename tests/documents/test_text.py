"""Any text whatever can be printed: nothing in it is obeyed, and what cannot be set is named."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kneedesk.documents.fonts import FACES, HAN, SYMBOLS, covers
from kneedesk.documents.text import PLAIN, printable, runs, unprintable
from kneedesk.presentation.content import Bullets, Fields, Heading, Notice, Paragraph, Signature, Table, quote
from tests.documents.reading import foreign_objects, pages_of, printed, squeezed, words_of

HOSTILE = (
    "<img src='file:///etc/hosts'/>",
    "left <b knee",
    "</para><a href='http://example.org'>here</a>",
    "{{7*7}} %s %(name)s {0}",
    "&amp; &lt; & < >",
    "\\( ) (unbalanced \\",
    '=HYPERLINK("http://example.org")',
    "x" * 400,
    "Zoë Łukasz Ђорђе Ωμέγα Nguyễn ŵ",
    "李明 ✓ ☐ ☑ ≥ 3 mL → 5",
    "\ud800 lone surrogate",
)
anything = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("e\u0301", "é"),
        ("left\u202eknee", "left[U+202E]knee"),
        ("bell\x07", "bell[U+0007]"),
        ("zero\u200bwidth\ufeff", "zero[U+200B]width[U+FEFF]"),
        ("m\u0302", "m[U+0302]"),
        ("\u0301lone", "[U+0301]lone"),
        ("سلام", "[U+0633][U+0644][U+0627][U+0645]"),
        ("שלום", "[U+05E9][U+05DC][U+05D5][U+05DD]"),
        ("हि", "[U+0939][U+093F]"),
        ("😀", "[U+1F600]"),
        ("\ue000", "[U+E000]"),
        ("\ud800", "[U+D800]"),
        ("a\tb", "a b"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("ﬁbre", "fibre"),
        ("soft\u00adhyphen", "soft[U+00AD]hyphen"),
        ("李 ✓ ☑ ≥", "李 ✓ ☑ ≥"),
    ],
)
def test_what_cannot_be_set_is_named_by_its_code(text, expected):
    assert printable(text) == expected
    assert "".join(run for _, run in runs(text)) == expected


def test_unprintable_characters_are_listed_once_and_in_order():
    assert unprintable("a\u202eb\x07c\u202e") == ("U+202E", "U+0007")
    assert unprintable("Zoë 李 ✓") == ()


def test_each_character_is_set_in_the_first_face_that_has_it():
    assert runs("a≥☑李b") == (
        (FACES["regular"], "a≥"),
        (SYMBOLS, "☑"),
        (HAN, "李"),
        (FACES["regular"], "b"),
    )
    assert runs("a", "strong") == ((FACES["strong"], "a"),)
    assert runs("") == ()


def test_plain_characters_need_no_second_look():
    plain = [chr(code) for code in range(0x3000) if PLAIN.fullmatch(chr(code)) and chr(code) != "\n"]
    assert len(plain) > 300
    for character in plain:
        assert covers(FACES["regular"], character), character
        assert unicodedata.normalize("NFC", character) == character
        assert unicodedata.category(character)[0] not in "CM"


@given(anything)
def test_every_run_is_covered_by_its_face(text):
    for face, run in runs(text):
        assert all(character == "\n" or covers(face, character) for character in run)


@settings(max_examples=60, deadline=None)
@given(anything)
def test_any_text_renders_and_reads_back_and_is_never_obeyed(text):
    content = printed(Paragraph(quote("[" + text + "]")))
    assert foreign_objects(content) == set()
    assert squeezed("[" + printable(text) + "]") in squeezed(" ".join(pages_of(content)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_word_for_word_wherever_it_stands(text):
    line = quote(text)
    content = printed(
        Heading(text, 2),
        Paragraph(line),
        Bullets((line,)),
        Fields(((text, (line,)),)),
        Table((text, "b"), (((line,), (line,)),), (0.5, 0.5), caption=text),
        Notice(text, (line,), "stop"),
        Signature(text, text, text),
    )
    assert foreign_objects(content) == set()
    assert squeezed(words_of(content)).count(squeezed(printable(text))) >= 11
