"""What studies saw, from this patient's pain now: drawn only where the figures allow it, else it is said why not."""

from datetime import UTC, datetime

import pytest

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.measure import Instrument, Measure
from kneedesk.domain.preferences import Answer, Asked, ExpectedPain, Preferences
from kneedesk.domain.treatment import Proposal, Treatment
from kneedesk.presentation.content import basis_of, text_of
from kneedesk.presentation.effects import effects_on_pain
from kneedesk.presentation.outlook import Band, drawn_months, natural_course, outlook_of, pain_now

NOW = datetime(2026, 11, 18, 14, 2, tzinfo=UTC)


@pytest.fixture
def seen(cases, library, english):
    def seen(treatment: Treatment | None, **blocks):
        proposal = Proposal(treatment=treatment)
        case = Consultation.model_validate({**dict(cases["reference"]), "proposal": proposal, **blocks})
        return outlook_of(case, library, english)

    return seen


def pain(*scores: float) -> dict[str, tuple[Measure, ...]]:
    return {"measures": tuple(Measure(instrument=Instrument.PAIN_NRS, score=score) for score in scores)}


def said(outlook) -> str:
    return "\n".join(text_of(line) for line in outlook.lines)


def test_both_groups_and_their_difference_start_from_the_pain_now(seen):
    (band,) = seen(Treatment.PRP).bands
    assert band.months == (12, 12)
    assert band.difference == pytest.approx((6.1, 6.6, 7.2))  # 0.9 better, 0.4 better, 0.2 worse
    assert (band.with_course, band.with_comparison) == pytest.approx((4.9, 5.2))


def test_each_difference_names_what_it_was_compared_with(seen):
    assert [band.comparator for band in seen(Treatment.STEM_CELL).bands] == [
        "placebo injection",
        "placebo or usual care",
    ]


def test_where_only_a_difference_was_read_no_change_is_made_up(seen):
    first, second = seen(Treatment.STEM_CELL).bands
    assert first.difference == pytest.approx((5.8, 5.8, 5.8))
    assert second.difference == pytest.approx((5.84, 6.26, 6.67))
    assert {first.with_course, first.with_comparison, second.with_course, second.with_comparison} == {None}


@pytest.mark.parametrize(
    ("treatment", "why"),
    [
        (Treatment.ARTHROSCOPY, "it was measured on another scale, which is not converted"),
        (Treatment.CONSERVATIVE, "it was measured on another scale, which is not converted"),
        (Treatment.HYALURONIC_ACID, "it was measured on another scale, which is not converted"),
        (Treatment.CORTICOSTEROID, "at what time was not read"),
        (Treatment.KNEE_REPLACEMENT, "pain and function are one score here"),
    ],
)
def test_what_the_figures_do_not_allow_is_not_drawn_and_it_is_said_why(seen, treatment, why):
    outlook = seen(treatment)
    assert outlook.bands == ()
    assert f"Not drawn: {why}." in said(outlook)
    assert "no forecast" not in said(outlook)


def test_without_the_pain_now_nothing_of_the_studies_is_drawn(seen):
    outlook = seen(Treatment.PRP, measures=None)
    assert (outlook.start, outlook.important, outlook.bands) == (None, None, ())
    assert "The pain now is not recorded from 0 to 10." in said(outlook)
    assert "Not drawn: the pain now is not recorded from 0 to 10." in said(outlook)


def test_nobody_has_less_pain_than_none(seen):
    outlook = seen(Treatment.PRP, **pain(1.5))
    assert outlook.bands == ()
    assert outlook.important is None
    assert "Not drawn: the pain now is less than the change that was measured." in said(outlook)


def test_nobody_has_more_pain_than_the_worst(seen):
    (band,) = seen(Treatment.PRP, **pain(10)).bands
    assert band.difference[2] == 10


def test_a_score_of_another_scale_is_no_pain_from_0_to_10(cases):
    line = Measure(instrument=Instrument.PAIN_VAS_MM, score=70)
    assert pain_now(Consultation.model_validate({**dict(cases["reference"]), "measures": (line,)})) is None


def test_the_pain_measured_last_counts(seen):
    assert seen(Treatment.PRP, **pain(8, 6)).start == 6


def test_the_important_change_starts_from_the_pain_now_and_no_acceptable_state_is_converted(seen):
    outlook = seen(Treatment.STEM_CELL)
    assert outlook.important == pytest.approx(5.2)
    assert outlook.acceptable is None


@pytest.mark.parametrize("treatment", Treatment)
def test_every_effect_on_pain_is_said_with_its_letter_and_what_it_rests_on(seen, library, treatment):
    outlook, effects = seen(treatment), effects_on_pain(treatment, library)
    told = [line for line in outlook.lines if basis_of(line)]
    heads = [text_of(line).partition(":")[0] for line in told]
    assert heads == [f"Studies {letter}" for letter, _ in zip("ABCDEFGH", effects, strict=False)]
    drawn = {f"Studies {band.mark}" for band in outlook.bands}
    assert all(("Not drawn" in text_of(line)) is (head not in drawn) for head, line in zip(heads, told, strict=True))


def test_an_average_of_groups_is_no_forecast(seen):
    assert said(seen(Treatment.PRP)).endswith("drawn from this patient’s pain now: no forecast for one person.")


def test_to_the_patient_the_words_speak_of_the_patient_as_you(cases, library, english):
    words = said(outlook_of(cases["reference"], library, english, to_patient=True))
    assert words.startswith("Your pain now: 7 of 10.\nPain that you expect: 3 of 10 after 3 months")
    assert "drawn from your pain now. Nobody can say how it will be for you." in words
    assert "patient" not in words


def test_what_would_lie_on_another_stands_beside_it_in_time():
    box = Band("B", (3, 6), "placebo", (5.8, 6.3, 6.7))
    bands = (Band("A", (6, 6), "placebo", (5.8, 5.8, 5.8)), box, Band("C", (6, 6), "placebo", (5.9, 5.9, 5.9)))
    one, long, other = drawn_months(bands, 0.8)
    assert long == (3, 6), "the long one keeps its place"
    assert other[0] < other[1] < one[0] < one[1] < 3, "at no time that no study reached"
    assert one[1] - one[0] == pytest.approx(0.8)


def test_where_one_stands_beside_another_the_words_say_so(seen):
    aside = "Studies that would cover each other are drawn side by side; the words say their months."
    assert said(seen(Treatment.STEM_CELL)).splitlines()[-1] == aside
    assert len(seen(Treatment.PRP).bands) > 0
    assert aside not in said(seen(Treatment.PRP))


def test_what_lies_well_above_or_below_another_keeps_its_months():
    bands = (Band("A", (6, 6), "placebo", (3, 3, 3)), Band("B", (3, 6), "placebo", (5.8, 6.3, 6.7)))
    assert drawn_months(bands, 0.8)[0] == pytest.approx((5.6, 6.4))


def test_nothing_is_drawn_beyond_the_year():
    bands = tuple(Band(mark, (12, 24), "placebo", (5, 5, 5)) for mark in "AB")
    first, second = drawn_months(bands, 0.8)
    assert first == pytest.approx((11.2, 12))
    assert second[1] < first[0]
    assert drawn_months((Band("A", (0, 0), "placebo", (5, 5, 5)),), 0.8)[0] == pytest.approx((0, 0.8))


def test_without_a_proposal_only_the_patient_speaks(seen):
    outlook = seen(None)
    assert outlook.bands == ()
    assert [each.score for each in outlook.expected] == [3, 2, 1]
    assert len(outlook.lines) == 2


def test_who_was_not_asked_expects_nothing(seen):
    asked = Preferences(expected_pain_asked=Asked(at=NOW, answer=Answer.NOT_ASKED))
    outlook = seen(Treatment.PRP, preferences=asked)
    assert outlook.expected == ()
    assert "Expected pain: Not asked." in said(outlook)
    silent = Preferences(expected_pain_asked=Asked(at=NOW, answer=Answer.RATHER_NOT_SAY))
    assert "Expected pain: Would rather not say." in said(seen(Treatment.PRP, preferences=silent))
    assert seen(Treatment.PRP, preferences=Preferences(expected_pain=(ExpectedPain(months=3, score=3.5),))).expected


@pytest.mark.parametrize(
    ("case", "text"),
    [
        ("reference", "natural_course"),
        ("degenerative-tear", "natural_course"),
        ("meniscal-tear", "natural_course-other"),
    ],
)
def test_what_was_counted_in_worn_knees_is_said_of_worn_knees_only(case, text, cases):
    assert natural_course(cases[case]) == text
