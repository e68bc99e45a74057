"""The consent form has every element of the consent checklist (E1 to E44) that applies now."""

from datetime import UTC, date, datetime
from itertools import takewhile

import pytest

from kneedesk.assessment.candidacy import NEEDS_REASON, Verdict
from kneedesk.assessment.readiness import Document, Element
from kneedesk.documents import consent_form
from kneedesk.domain.consent import digest_of
from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.decision import Outcome, Override
from kneedesk.domain.history import Condition
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.treatment import PROCEDURES, CellSource, ProductStatus, Treatment
from kneedesk.presentation.content import Checkboxes, Fields, Heading, Notice, Signature, Table, WritingLines, text_of
from tests.amending import amended, proposing, ready_to_sign, recorded
from tests.documents.issuing import (
    blocks_of,
    columns_of,
    fields_of,
    flat,
    headings_of,
    issued,
    material_of,
    of_kind,
    paragraphs_of,
    section,
    spans_in,
    words_in,
)
from tests.documents.reading import pages_of
from tests.knowledge.practice_pack import COUNSEL

VISIBLE = "Draft: not for signature"


def form_of(consultation, library):
    return blocks_of(Document.CONSENT, consultation, library)


@pytest.fixture(scope="module")
def form(ready, library):
    return form_of(ready, library)


@pytest.fixture(scope="module", params=PROCEDURES)
def any_form(request, cases, library):
    """The form of each procedure, with all that it asks for."""
    consultation = ready_to_sign(proposing(cases["reference"], request.param), library)
    return request.param, form_of(consultation, library)


def signature(form, role):
    return next(each for each in of_kind(form, Signature) if each.role == role)


def labels_to_fill(form):
    """Return the labels of fields and lines that are left empty for a pen."""
    empty = [label for label, words in fields_of(form).items() if not words]
    return [*empty, *(each.label for each in of_kind(form, WritingLines))]


def test_E1_facility_is_named(form):
    assert fields_of(form)["Practice"] == "Riverside Knee Clinic"


def test_E2_procedure_is_named_in_lay_and_clinical_words_with_the_side_of_the_knee(any_form, library):
    treatment, form = any_form
    option = library.options[treatment]
    (title,) = [heading for heading in of_kind(form, Heading) if heading.level == 1]
    assert title.text == f"{option.name.en}, right knee"
    assert option.clinical_name.en in paragraphs_of(form, "lead")[0]
    assert fields_of(form)["Knee"] == "RIGHT KNEE"


def test_E3_practitioner_is_named_with_role_and_registration(form):
    named = fields_of(form)["Physician who does the procedure"]
    assert named == "Dr Helen Marsh Sports and musculoskeletal physician MD-44810"


def test_E4_who_held_the_discussion_signs_that_they_explained_it(form):
    physician = signature(form, "Physician")
    assert physician.printed_name == "Dr Helen Marsh"
    assert "I explained all of the above" in physician.meaning


def test_E5_other_staff_and_trainees_have_a_place(form):
    assert "Other staff or trainees, and their tasks" in labels_to_fill(form)


def test_E6_procedure_benefits_risks_and_alternatives_are_said_to_have_been_explained(form):
    explained = words_in(section(form, "What was explained to me"))
    for part in ("what will be done", "what it may do", "what can go wrong", "the other choices"):
        assert part in explained


def test_E7_every_risk_of_the_course_is_listed_with_its_frequency_or_as_not_known(any_form, cases, library):
    treatment, form = any_form
    rows = [row for table in of_kind(section(form, "What can go wrong"), Table) for row in columns_of(table)]
    risks = library.risks_of(treatment, cases["reference"].proposal.cell_source)
    assert sorted(name for name, _, _ in rows) == sorted(risk.name.en for risk in risks)
    assert all("out of 100" in often or often == "Not known" for _, _, often in rows)
    assert all(meaning for _, meaning, _ in rows)


def test_E8_what_matters_to_this_patient_is_said_and_has_a_place_to_be_written(ready, library):
    form = form_of(amended(ready, "history", anticoagulant=True), library)
    particular = words_in(section(form, "What matters for you in particular"))
    (rule,) = [rule for rule in library.rules[Treatment.STEM_CELL] if rule.id == "anticoagulant-and-harvest"]
    assert rule.plain.en in particular
    assert "Other risks that matter to you in particular" in labels_to_fill(form)


def test_E9_all_other_courses_are_named_with_what_to_expect_also_no_procedure(any_form, library):
    treatment, form = any_form
    choices = section(form, "Your other choices")
    (table,) = of_kind(choices, Table)
    others = sorted((o for o in library.options.values() if o.treatment is not treatment), key=lambda o: o.order)
    assert [row[0] for row in columns_of(table)] == [option.name.en for option in others]
    assert all(all(row) for row in columns_of(table))
    assert library.options[Treatment.CONSERVATIVE].name.en in words_in(table)
    assert library.texts["natural_course"].title.en in headings_of(choices)


def test_E10_it_says_that_it_may_not_work(any_form):
    assert "This one may not work for you." in words_in(section(any_form[1], "What it may do, and what it may not"))


def test_E11_numbing_or_anaesthesia_is_explained(any_form, library):
    treatment, form = any_form
    surgery = treatment in (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
    text = library.texts["anaesthesia-surgery" if surgery else "anaesthesia-injection"]
    assert words_in(section(form, text.title.en))


def test_E12_aftercare_warning_signs_and_a_telephone_number_are_given(any_form, library):
    treatment, form = any_form
    surgery = treatment in (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)
    afterwards = section(form, "Afterwards")
    assert library.texts["aftercare-surgery" if surgery else "aftercare-injection"].title.en in headings_of(afterwards)
    (warning,) = of_kind(afterwards, Notice)
    assert warning.title == library.texts["warning_signs"].title.en
    assert "Emergency telephone: +1 555 0199" in words_in(warning)


def test_E13_the_patient_s_questions_are_printed_with_room_for_the_answers(form):
    assert words_in(section(form, "Your questions")).startswith("How long will I be off work?")
    assert "Answers, and further questions" in labels_to_fill(form)


def test_E14_the_teach_back_is_printed_in_the_patient_s_words(form, ready):
    words = words_in(section(form, "What this can and cannot do, in your own words"))
    assert words == ready.counselling.teach_back


def test_E14_a_teach_back_that_is_missing_has_lines_to_write_it(cases, library):
    assert "What this can and cannot do, in your own words" in labels_to_fill(form_of(cases["reference"], library))


def test_E15_interpreter_and_language_have_a_place(form):
    assert "Interpreter: name and language" in labels_to_fill(form)


def test_E16_capacity_or_who_signs_instead_has_a_place(form):
    boxes = words_in(of_kind(form, Checkboxes))
    assert "I can decide this for myself, or the person who signs for me is named below" in boxes
    assert "Signed for the patient by: name and relationship" in labels_to_fill(form)


def test_E17_it_is_voluntary_can_be_withdrawn_and_refusal_changes_no_care(form):
    said = words_in(section(form, "Your decision"))
    assert "You may say no." in said
    assert "You may change your mind at any time before it begins." in said
    assert "If you say no, your physician goes on caring for you." in said


def test_E18_E19_patient_and_physician_sign_with_printed_name_date_time_and_meaning(form):
    for role, name in (("Patient", "Ana Ruiz Peña"), ("Physician", "Dr Helen Marsh")):
        place = signature(form, role)
        assert place.printed_name == name
        assert place.meaning
        assert place.labels == ("Printed name", "Signature", "Date", "Time")


def test_E20_a_witness_has_a_place(form):
    assert signature(form, "Witness, where one is used").meaning == "I saw the patient sign."


def test_E21_E22_a_copy_and_each_other_use_is_a_choice_of_its_own(form):
    boxes = [words_in(item) for each in of_kind(form, Checkboxes) for item in each.items]
    for use in (
        "I was given a copy of this form",
        "Photographs for my record",
        "My data in a register",
        "Use for teaching",
    ):
        assert sum(use in box for box in boxes) == 1


def test_E24_consent_is_confirmed_on_the_day(form):
    assert signature(form, "On the day of the procedure").meaning.startswith("I still agree.")


def test_E25_the_time_between_talk_and_signature_is_asked(form):
    assert fields_of(form)["Talked about on"] == "18 November 2026"
    assert "Time between the talk and the signature" in labels_to_fill(form)


@pytest.mark.parametrize("status", ["approved", "unapproved"])
def test_E30_E33_the_status_of_the_product_stands_above_the_fold(status, ready, library):
    form = form_of(amended(ready, "proposal", product_status=ProductStatus(status)), library)
    above = list(takewhile(lambda block: not isinstance(block, Fields), flat(form)))
    (notice,) = of_kind(above, Notice)
    assert notice.title == library.texts[f"stem_cell-{status}"].title.en
    assert notice.tone == ("stop" if status == "unapproved" else "plain")
    page_one = pages_of(issued(Document.CONSENT, ready, library))[0]
    assert "This product is not approved" in page_one


@pytest.mark.parametrize(("place", "office"), [("mx", "COFEPRIS"), ("eu", "EMA"), ("uk", "MHRA"), ("us-tx", "FDA")])
def test_E33_the_office_of_the_place_is_named_before_that_of_another(place, office, ready, library):
    there = recorded(ready, jurisdiction=Jurisdiction(place))
    notice = next(each for each in of_kind(flat(form_of(there, library)), Notice) if "approved" in each.title)
    assert office in text_of(notice.items[1])
    assert "FDA" in "".join(map(text_of, notice.items))


@pytest.mark.parametrize("jurisdiction", [Jurisdiction.FLORIDA, Jurisdiction.UTAH, Jurisdiction.WASHINGTON])
def test_E31_a_form_without_the_notice_of_the_jurisdiction_is_a_draft(jurisdiction, ready, library):
    there = amended(recorded(ready, jurisdiction=jurisdiction), "patient", language=LanguageTag.ENGLISH)
    assert [each.element for each in material_of(there, library).missing(Document.CONSENT)] == [Element.NOTICE]
    form = form_of(there, library)
    assert library.notices[jurisdiction].name.en in words_in(form[0])
    (sample,) = [box for box in of_kind(form, Notice) if "a sample, not the words of the law" in box.title]
    assert words_in(sample).partition(". ")[0].endswith("Sample")


def test_E31_the_words_that_the_practice_supplied_are_printed_as_they_are_and_the_form_is_no_draft(ready, riverside):
    unseen = recorded(ready, jurisdiction=Jurisdiction.FLORIDA)
    lacking = material_of(unseen, riverside).missing(Document.CONSENT)
    assert [each.element for each in lacking] == [Element.NOTICE_SHOWN]
    seen = {"digest": digest_of(riverside.notices["us-fl"].text), "shown_at": datetime(2026, 11, 18, 14, 2, tzinfo=UTC)}
    there = amended(unseen, "notice", **seen)
    assert material_of(there, riverside).missing(Document.CONSENT) == ()
    form = form_of(there, riverside)
    title = f"{riverside.notices['us-fl'].name.en} (from the practice)"
    (notice,) = [box for box in of_kind(form, Notice) if box.title == title]
    assert words_in(notice).endswith(COUNSEL)
    assert "Shown on 18 November 2026, 14:02 UTC." in words_in(form)
    assert not any("a sample" in box.title for box in of_kind(form, Notice))


def test_what_the_practice_says_is_labelled_and_cited_on_paper(ready, riverside):
    there = amended(ready, "proposal", treatment=Treatment.PRP)
    everyday = "You are with us for a morning. Bring a book. (from the practice)"
    assert everyday in words_in(form_of(there, riverside))
    assert "The nurse: 555 0142, until 18:00. (from the practice)" in words_in(form_of(there, riverside))
    printed = " ".join(" ".join(pages_of(issued(Document.CONSENT, there, riverside))).split())
    assert "Riverside Knee Clinic. [Statements of the practice, version riverside-3]." in printed
    assert f"Content {riverside.pack.version} + riverside-3" in printed


@pytest.mark.parametrize("source", CellSource)
def test_E32_where_the_cells_come_from_is_explained(source, cases, library):
    consultation = amended(cases["reference"], "proposal", cell_source=source)
    title = library.texts[f"stem_cell-source-{source}"].title.en
    others = [library.texts[f"stem_cell-source-{other}"].title.en for other in CellSource if other is not source]
    form = form_of(consultation, library)
    assert title in headings_of(form)
    assert not set(others) & set(headings_of(form))


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("How far the research has come", "stem_cell-evidence"),
        ("If something goes wrong", "stem_cell-report_harm"),
        ("Talk with your own doctor first", "own_doctor"),
    ],
    ids=["E34_evidence_and_longest_follow_up", "E42_how_to_report_harm", "E44_own_physician"],
)
def test_stem_cell_section(heading, text, form, library):
    said = words_in(section(form, heading))
    assert len(said.split()) > 20
    assert library.texts[text].title.en == heading


@pytest.mark.parametrize(
    "words",
    [
        "a tumour",
        "the body fights the cells",
        "wrong place",
        "take them out again",
        "later trial",
        "knee operation",
        "more injections",
    ],
    ids=["E35_tumour", "E35_immune", "E35_ectopic", "E36_for_good", "E37_trials", "E37_surgery", "E38_repeats"],
)
def test_what_is_not_known_and_cannot_be_undone_is_said(words, form):
    assert words in words_in(section(form, "What is not known, and what cannot be undone"))


def test_E39_E40_cost_and_interest_are_printed(form):
    particulars = fields_of(form)
    assert particulars["Total cost"] == "5200 USD"
    assert particulars["What the practice earns"] == "The clinic is paid for this procedure."
    assert "What is refunded, and who pays if something goes wrong" in labels_to_fill(form)


def test_E41_follow_up_visits_and_who_pays_have_a_place(form):
    assert "Follow-up visits, and who pays for them" in labels_to_fill(form)


def test_E41_the_day_on_which_it_is_looked_at_again_is_printed(ready, library):
    agreed = amended(ready, "decision", review_date=date(2027, 2, 18))
    assert fields_of(form_of(agreed, library))["We look at it again on"] == "18 February 2027"
    assert "We look at it again on" in labels_to_fill(form_of(ready, library))


def test_E33_the_permission_of_the_product_is_printed_or_has_a_place(form, ready, library):
    label = "Permission for the product: number and office, or none"
    assert label in labels_to_fill(form)
    registered = amended(ready, "product", registration="none")
    assert fields_of(form_of(registered, library))[label] == "none"


def test_E42_in_mexico_it_is_said_which_office_and_what_was_not_looked_up(ready, library):
    there = form_of(recorded(ready, jurisdiction=Jurisdiction.MEXICO), library)
    said = words_in(section(there, "If something goes wrong"))
    assert "MedWatch" in said
    assert "COFEPRIS" in said
    assert "We did not look up how" in said


def test_E25_there_is_time_to_decide(form):
    assert "a night or more between the talk and your signature" in words_in(section(form, "Your decision"))


def test_E43_a_register_of_results_is_a_choice(form):
    assert any("register of results" in words_in(each) for each in of_kind(form, Checkboxes))


@pytest.mark.parametrize("treatment", [each for each in PROCEDURES if each is not Treatment.STEM_CELL])
def test_other_courses_say_nothing_of_stem_cell_products(treatment, cases, library):
    headings = headings_of(form_of(proposing(cases["reference"], treatment), library))
    texts = [text for name, text in library.texts.items() if name.startswith("stem_cell-")]
    assert not {text.title.en for text in texts} & set(headings)


def test_T1_a_form_that_lacks_an_element_opens_with_what_is_missing(cases, library):
    reference = cases["reference"]
    first = form_of(reference, library)[0]
    assert isinstance(first, Notice)
    assert first.tone == "stop"
    assert first.title.startswith(VISIBLE)
    assert consent_form.is_draft(material_of(reference, library))


def test_T1_a_form_that_lacks_nothing_is_no_draft(ready, library):
    assert not consent_form.is_draft(material_of(ready, library))
    assert not any(notice.title.startswith("Draft") for notice in of_kind(form_of(ready, library), Notice))


def test_T1_draft_stands_on_every_page_and_only_there(cases, ready, library):
    assert all(VISIBLE in page for page in pages_of(issued(Document.CONSENT, cases["reference"], library)))
    assert not any("Draft" in page for page in pages_of(issued(Document.CONSENT, ready, library)))


def test_T2_no_box_starts_ticked(pages):
    for (_, document), texts in pages.items():
        if document is Document.CONSENT:
            assert not set("☑☒✔✗✘") & set("".join(texts))


def test_T5_no_form_can_be_signed_after_a_refusal(cases, library):
    declined = cases["declined"]
    assert declined.decision.outcome is Outcome.DECLINE
    missing = material_of(declined, library).missing(Document.CONSENT)
    assert Element.DECISION in {each.element for each in missing}
    form = form_of(declined, library)
    assert not of_kind(form, Signature)
    assert [notice.title for notice in of_kind(form, Notice)] == ["No consent form"]
    assert "Not to have it. There is no consent to sign." in words_in(of_kind(form, Notice)[0])


def test_a_trial_s_own_form_applies_and_there_is_nothing_to_sign(cases, library):
    form = form_of(cases["trial"], library)
    assert "The trial’s own form applies" in [notice.title for notice in of_kind(form, Notice)]
    assert not of_kind(form, Signature)
    assert not of_kind(form, Checkboxes)
    (page,) = pages_of(issued(Document.CONSENT, cases["trial"], library))
    assert "About consent" in page
    assert "Consent form" not in page
    assert VISIBLE not in page


def test_care_without_a_procedure_has_nothing_to_sign(cases, library):
    form = form_of(proposing(cases["reference"], Treatment.CONSERVATIVE), library)
    assert [notice.title for notice in of_kind(form, Notice)] == ["No consent form"]
    assert not of_kind(form, Signature)


def test_without_a_proposal_there_is_a_draft_that_says_so_and_nothing_to_sign(cases, library):
    form = form_of(proposing(cases["reference"], None), library)
    assert "The procedure that is proposed" in words_in(form[0])
    assert not of_kind(form, Signature)


SAID_OF = {
    Verdict.NOT_INDICATED: "This treatment does not fit what is described for people like you",
    Verdict.UNDETERMINED: "We do not know yet whether this treatment fits what is described for people like you",
    Verdict.DEFERRED: "Why a procedure has to wait",
    Verdict.CONTRAINDICATED: "There are reasons against this treatment for you",
}


@pytest.mark.parametrize("case", ["meniscal-tear", "barely-recorded", "steroid-before-replacement", "infection"])
def test_a_course_that_needs_a_reason_says_why_in_plain_words_and_why_it_is_offered(case, cases, library):
    for treatment in PROCEDURES:
        proposed = proposing(cases[case], treatment)
        reason = Override(treatment=treatment, reason="She knows the odds & asks for it.", clinician="Dr Lee")
        form = form_of(recorded(proposed, overrides=(reason,)), library)
        candidacy = material_of(proposed, library).candidacy
        title = SAID_OF.get(candidacy.verdict)
        boxes = [box for box in of_kind(form, Notice) if box.tone == "caution" and box.title == title]
        assert len(boxes) == (candidacy.verdict in NEEDS_REASON)
        for box in boxes:
            assert "She knows the odds & asks for it. (Dr Lee)" in words_in(box)
            assert any(reason.rule.plain.en.rstrip(".") in words_in(box) for reason in candidacy.reasons)


@pytest.mark.parametrize("condition", [None, *Condition])
def test_Q1_the_condition_is_explained_whatever_it_is(condition, cases, library):
    material = material_of(amended(cases["reference"], "history", condition=condition), library)
    name = material.condition_text
    assert name in library.texts
    assert library.texts[name].title.en in headings_of(consent_form.blocks(material))


def test_a_sample_in_the_patient_s_language_says_so_to_who_hears_the_form(ready, library):
    there = recorded(ready, jurisdiction=Jurisdiction.FLORIDA)
    sample = library.notices["us-fl"].sample
    for tag, marked in (("es", "es"), ("en", "")):
        form = form_of(amended(there, "patient", language=LanguageTag(tag)), library)
        (span,) = [span for span in spans_in(form) if span.text == sample.spoken(tag)]
        assert span.language == marked
