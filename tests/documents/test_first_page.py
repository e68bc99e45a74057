"""Page one of the sheet fits its page, on either paper, whatever was proposed, decided or told."""

from dataclasses import replace
from datetime import date

import pytest

from kneedesk.assessment.readiness import Document
from kneedesk.bundle import resources
from kneedesk.documents.first_page import SHORT, pair
from kneedesk.documents.issue import issue
from kneedesk.domain.decision import Outcome
from kneedesk.domain.history import RedFlag
from kneedesk.domain.preferences import Priority
from kneedesk.domain.treatment import ProductStatus, Treatment
from kneedesk.language import language
from kneedesk.presentation.content import Fields, Notice, PageBreak, Table
from kneedesk.presentation.wording import lower
from tests.amending import amended, proposing
from tests.documents.issuing import blocks_of, columns_of, material_of, of_kind, words_in
from tests.documents.reading import pages_of


def page_of(consultation, library):
    blocks = blocks_of(Document.SHEET, consultation, library)
    return blocks[: blocks.index(of_kind(blocks, PageBreak)[0])]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("outcome", [None, *Outcome])
@pytest.mark.parametrize("treatment", Treatment)
def test_all_of_it_fits_one_page(treatment, outcome, paper, cases, library):
    told = amended(
        proposing(cases["reference"], treatment),
        "decision",
        outcome=outcome,
        reason="We want to try training for the whole winter before anything else is done.",
        review_date=date(2027, 2, 18),
    )
    first, second = pages_of(issue(Document.SHEET, material_of(told, library), paper))[:2]
    assert "Call us the same day" in first
    assert "18 February 2027" in " ".join(first.split())
    assert "Your other choices" in second


@pytest.mark.parametrize("outcome", [None, Outcome.PROCEED])
@pytest.mark.parametrize("treatment", Treatment)
def test_all_of_it_fits_one_page_in_spanish(treatment, outcome, cases, library):
    told = amended(proposing(cases["reference"], treatment), "decision", outcome=outcome, review_date=date(2027, 2, 18))
    spanish = replace(material_of(told, library), language=language("es", resources() / "translations"))
    first, second = pages_of(issue(Document.SHEET, spanish, "letter"))[:2]
    assert "Llámenos el mismo día" in first
    assert "Sus otras opciones" in second


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_is_long_moves_to_page_two_and_is_kept(paper, cases, library):
    wordy = amended(cases["declined"], "preferences", goals=("walk " * 100, "swim"))
    wordy = amended(wordy, "decision", reason="because " * 60)
    first, second = pages_of(issue(Document.SHEET, material_of(wordy, library), paper))[:2]
    assert "Call us the same day" in first
    assert second.count("walk") == 100
    assert second.count("because") == 60


@pytest.mark.parametrize(
    ("priorities", "rows"),
    [
        (None, ["What it may do", "What can go wrong", "Everyday life", "Cost"]),
        ((Priority.COST, Priority.RECOVERY_TIME), ["Cost", "Everyday life", "What it may do", "What can go wrong"]),
        ((Priority.FEWER_VISITS, Priority.LOW_RISK), ["Everyday life", "What can go wrong", "What it may do", "Cost"]),
        ((Priority.LASTING_EFFECT,), ["What it may do", "What can go wrong", "Everyday life", "Cost"]),
    ],
)
def test_X9_what_matters_most_to_the_patient_leads(priorities, rows, cases, library):
    wanting = amended(cases["reference"], "preferences", priorities=priorities)
    (glance,) = of_kind(page_of(wanting, library), Table)
    assert [row[0] for row in columns_of(glance)] == rows


@pytest.mark.parametrize("status", ProductStatus)
def test_E30_the_status_of_the_product_stands_beside_its_name(status, cases, library):
    (glance,) = of_kind(page_of(amended(cases["reference"], "proposal", product_status=status), library), Table)
    words = library.findings["proposal.product_status"].values[status].en
    assert glance.header[1] == f"Stem-cell injection ({lower(words)})"


@pytest.mark.parametrize("treatment", [Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT])
def test_an_operation_is_talked_about_again_and_not_stopped(treatment, cases, library):
    said = words_in(page_of(proposing(cases["reference"], treatment), library))
    assert "we talk again" in said
    assert "we stop" not in said


def test_nothing_is_held_against_itself(cases, library):
    alone = material_of(proposing(cases["reference"], Treatment.CONSERVATIVE), library)
    both = material_of(proposing(cases["reference"], Treatment.PRP), library)
    assert [option.treatment for option in pair(alone)] == [Treatment.CONSERVATIVE]
    assert [option.treatment for option in pair(both)] == [Treatment.PRP, Treatment.CONSERVATIVE]


def test_nothing_recorded_leaves_nothing_empty(cases, library):
    page = page_of(cases["barely-recorded"], library)
    assert all(words_in(cell) for fields in of_kind(page, Fields) for _, cell in fields.pairs)


def notices_of(consultation, library):
    return {notice.title: notice for notice in of_kind(blocks_of(Document.SHEET, consultation, library), Notice)}


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("flag", RedFlag)
def test_a_red_flag_leads_page_one_with_what_to_do_and_whom_to_call(flag, tag, cases, library):
    flagged = amended(cases["reference"], "history", red_flags=(flag,))
    spoken = language(tag, resources() / "translations")
    first = pages_of(issue(Document.SHEET, replace(material_of(flagged, library), language=spoken), "letter"))[0]
    said = " ".join(first.split())
    text = library.texts[f"red_flag-{flag}"]
    assert said.index(text.title.spoken(tag)) < said.index("+1 555 0199") < said.index("walk my dog")
    rows = SHORT.values() if tag == "en" else ("Qué puede lograr", "Qué puede salir mal", "Vida diaria", "Costo")
    assert all(row in said for row in rows), "what all others read on page one stands there too"


def test_several_red_flags_lose_nothing(cases, library):
    flagged = amended(cases["reference"], "history", red_flags=tuple(RedFlag))
    printed = " ".join(" ".join(pages_of(issue(Document.SHEET, material_of(flagged, library), "a4"))).split())
    assert all(library.texts[f"red_flag-{flag}"].title.en in printed for flag in RedFlag)


@pytest.mark.parametrize("treatment", [None, *Treatment])
def test_an_infection_says_what_a_procedure_waits_for(treatment, cases, library):
    notices = notices_of(proposing(cases["infection"], treatment), library)
    assert list(notices) == ["Why a procedure has to wait", "Call us the same day"]
    assert notices["Why a procedure has to wait"].tone == "stop"
    assert "The infection needs to be treated first" in words_in(notices["Why a procedure has to wait"])


def test_what_speaks_against_the_course_for_good_is_said_without_a_verdict(cases, library):
    notices = notices_of(amended(cases["reference"], "history", active_cancer=True), library)
    notice = notices["What matters for you in particular"]
    assert "it is not known what the cells would do" in words_in(notice)
    assert "not suitable" not in words_in(notice).casefold()
