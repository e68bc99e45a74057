"""X21: every run of the texts for patients is at or below grade 8, in Spanish at or above an ease of 70."""

from kneedesk.knowledge.readability.runs import LEAST
from kneedesk.knowledge.readability.scores import HIGHEST_GRADE, TARGET_GRADE, Score, scores_of
from kneedesk.knowledge.shelves import read_library
from tests.knowledge.small_pack import entry, files, passage, write

HARD = "Mesenchymal preparations notwithstanding considerable promotional dissemination remain investigational today"


def test_X21_no_text_in_english_is_above_grade_eight_and_most_are_at_six_or_below(library):
    scores = scores_of(library, "en")
    assert len(scores) > 100
    assert [score for score in scores if score.too_hard] == []
    assert sum(score.eased <= TARGET_GRADE for score in scores) > 0.9 * len(scores)


def test_X21_no_text_in_spanish_is_below_an_ease_of_seventy(library):
    scores = scores_of(library, "es") if "es" in library.pack.languages else ()
    assert [score for score in scores if score.too_hard] == []
    assert bool(scores) is ("es" in library.pack.languages)


def test_a_hard_text_is_found(tmp_path):
    entries = files()
    entries["texts/placebo.yaml"]["passages"] = [passage(f"{HARD}.")] * 12
    hard = [score for score in scores_of(read_library(write(tmp_path, entries)), "en") if score.too_hard]
    assert [score.place for score in hard] == ["texts/placebo passages"]
    assert hard[0].plain > HIGHEST_GRADE


def test_a_term_of_the_glossary_counts_as_an_easy_word(tmp_path):
    entries = files()
    entries["texts/placebo.yaml"]["passages"] = [passage(f"{HARD}.")] * 12
    entries["terms/placebo.yaml"] = entry(
        "placebo",
        name={"en": "Placebo"},
        forms={"en": ["mesenchymal preparations", "investigational"]},
        meaning=passage(),
    )
    score = next(each for each in scores_of(read_library(write(tmp_path, entries)), "en") if "placebo" in each.place)
    assert score.eased < score.plain


def test_a_short_text_is_not_judged():
    assert not Score("x", "en", LEAST - 1, 12.0, 12.0).too_hard
    assert Score("x", "en", LEAST, 12.0, 12.0).too_hard
    assert Score("x", "es", LEAST, 60.0, 65.0).too_hard
    assert not Score("x", "es", LEAST, 60.0, 75.0).too_hard
