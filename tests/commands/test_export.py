"""`kneedesk export` writes every document, says what the consent form lacks, and refuses a final one that lacks it."""

import json
import os
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from pypdf import PdfReader

from kneedesk.assessment.assessment import assess
from kneedesk.commands.command_line import run
from kneedesk.domain.consent import digest_of
from kneedesk.domain.treatment import Treatment
from kneedesk.exchange.consultation_file import load
from tests.knowledge.practice_pack import COUNSEL, practice_files
from tests.knowledge.small_pack import write

pytestmark = pytest.mark.usefixtures("pack_at_hand")

CASES = Path(__file__).parents[1] / "cases"
FILES = ["consent.pdf", "sheet.pdf", "discussed.pdf", "record.pdf", "blank.pdf"]
MADE_AT = ["--made-at", "2026-11-18T14:02:00+01:00"]


def export(case: str | Path, folder: Path, *options: str) -> int:
    file = CASES / f"{case}.json" if isinstance(case, str) else case
    return run(["export", str(file), "--out", str(folder), *MADE_AT, *options])


def text_of(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.fixture
def complete(tmp_path, library) -> Path:
    """The reference consultation with everything a consent form needs, as a file."""
    tree = json.loads((CASES / "reference.json").read_text())
    risks = library.risks_of(Treatment.STEM_CELL, tree["proposal"]["cell_source"])
    tree["patient"]["language"] = "en"
    tree["counselling"] |= {"discussed": [risk.id for risk in risks], "teach_back": "It may not work."}
    tree["decision"] = {"outcome": "proceed", "treatment": "stem_cell"}
    path = tmp_path / "complete.json"
    path.write_text(json.dumps(tree))
    return path


@pytest.mark.parametrize("case", [path.stem for path in sorted(CASES.glob("*.json"))])
def test_every_case_exports_every_document(case, tmp_path, capsys):
    assert export(case, tmp_path / "out") == 0
    paths = [tmp_path / "out" / name for name in FILES]
    assert capsys.readouterr().out.split() == [str(path) for path in paths]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in paths)
    assert sorted(os.listdir(tmp_path / "out")) == sorted(FILES)


def test_T8_no_file_name_and_no_message_names_the_patient(tmp_path, capsys):
    assert export("reference", tmp_path) == 0
    printed = capsys.readouterr()
    said = " ".join((*os.listdir(tmp_path), printed.out, printed.err))
    assert not [each for each in ("Ruiz", "Ana ", "1964", "MRN-10293") if each in said]


def test_files_are_readable_by_their_owner_only(tmp_path):
    export("trial", tmp_path)
    assert {(tmp_path / name).stat().st_mode & 0o777 for name in FILES} == {0o600}


def test_a_draft_is_headed_as_one_on_every_page_and_names_what_is_missing(tmp_path, capsys):
    assert export("reference", tmp_path, "--language", "en") == 0
    pages = [page.extract_text() for page in PdfReader(tmp_path / "consent.pdf").pages]
    assert all("Draft: not for signature" in page for page in pages)
    assert "The patient’s decision to go ahead with this procedure" in pages[0].replace("\n", " ")
    assert "lacks: The patient’s decision to go ahead" in capsys.readouterr().err


def test_final_refuses_a_form_that_lacks_an_element_and_writes_nothing(tmp_path, capsys):
    assert export("reference", tmp_path / "out", "--final") == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "refused as final" in printed.err
    assert not (tmp_path / "out").exists()


def test_final_writes_a_complete_form_without_a_banner(complete, tmp_path, capsys):
    assert export(complete, tmp_path / "out", "--final") == 0
    assert "Draft" not in text_of(tmp_path / "out" / "consent.pdf")
    assert capsys.readouterr().err == ""


def test_a_trial_product_gets_no_consent_form_of_ours(tmp_path):
    assert export("trial", tmp_path, "--final") == 0
    text = text_of(tmp_path / "consent.pdf")
    assert "trial" in text
    assert "This page is not a consent form" in text
    assert "Draft" not in text


def test_documents_are_in_the_patient_s_language(tmp_path):
    assert export("reference", tmp_path) == 0
    pages = [page.extract_text() for page in PdfReader(tmp_path / "consent.pdf").pages]
    assert all("Borrador: no firmar" in page for page in pages)


def test_the_record_carries_a_copy_in_the_physician_s_language_where_that_is_another(tmp_path):
    tree = json.loads((CASES / "reference.json").read_text())
    tree["clinician"]["language"] = "en"
    path = tmp_path / "english.json"
    path.write_text(json.dumps(tree))
    for folder, file, times in (("one", path, 1), ("none", CASES / "reference.json", 0)):
        assert export(file, tmp_path / folder) == 0
        assert text_of(tmp_path / folder / "record.pdf").count("Stem-cell injection, right knee") == times
        assert "Stem-cell injection, right knee" not in text_of(tmp_path / folder / "consent.pdf")


def test_the_patient_s_language_is_noted_where_we_do_not_have_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("kneedesk.commands.export.languages", lambda _: ("en",))
    export("reference", tmp_path)
    assert "no texts in 'es' yet; the documents are in English" in capsys.readouterr().err


def test_characters_that_no_face_has_are_named(tmp_path, capsys):
    export("hostile-text", tmp_path)
    said = capsys.readouterr().err.splitlines()
    assert any(each.endswith("preferences.goals: characters set as their codes: U+0007") for each in said)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_paper_is_the_one_asked_for(tmp_path, paper):
    export("trial", tmp_path, "--paper", paper)
    width = float(PdfReader(tmp_path / "sheet.pdf").pages[0].mediabox.width)
    assert round(width) == {"a4": 595, "letter": 612}[paper]


def test_a_logo_is_printed_and_one_that_is_refused_is_named(tmp_path, capsys):
    picture = tmp_path / "logo.png"
    Image.new("RGB", (60, 20), (20, 120, 160)).save(picture)
    assert export("trial", tmp_path / "with", "--logo", str(picture)) == 0
    assert len(PdfReader(tmp_path / "with" / "sheet.pdf").pages[0].images) == 1
    assert export("trial", tmp_path / "without", "--logo", str(CASES / "trial.json")) == 0
    assert "The logo is no PNG or JPEG picture" in capsys.readouterr().err
    assert not PdfReader(tmp_path / "without" / "sheet.pdf").pages[0].images


def test_large_print_takes_more_pages_and_says_the_same(tmp_path):
    export("reference", tmp_path / "usual")
    export("reference", tmp_path / "large", "--large-print")
    for name in FILES:
        usual, large = (len(PdfReader(tmp_path / size / name).pages) for size in ("usual", "large"))
        assert large >= usual
    assert "Borrador: no firmar" in text_of(tmp_path / "large" / "consent.pdf")


def test_equal_input_gives_equal_bytes(tmp_path):
    export("reference", tmp_path / "one")
    export("reference", tmp_path / "two")
    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_refused_file_writes_nothing(tmp_path, capsys):
    path = tmp_path / "file.json"
    path.write_text("{}")
    assert export(path, tmp_path / "out") == 2
    assert capsys.readouterr().out == ""
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_named(tmp_path, capsys):
    (tmp_path / "out").write_text("")
    assert export("trial", tmp_path / "out") == 1
    assert f"{tmp_path / 'out'}: cannot be written" in capsys.readouterr().err


def test_an_instant_without_an_offset_is_refused(tmp_path, capsys):
    with pytest.raises(SystemExit) as stop:
        run(["export", str(CASES / "trial.json"), "--out", str(tmp_path), "--made-at", "2026-11-18T14:02:00"])
    assert stop.value.code == 2
    assert "no instant with a UTC offset" in capsys.readouterr().err


def test_an_override_is_printed_in_plain_words(tmp_path, library):
    tree = json.loads((CASES / "meniscal-tear.json").read_text())
    tree["proposal"] = {"treatment": "prp"}
    tree["overrides"] = [{"treatment": "prp", "reason": "She asks for it & knows the odds."}]
    path = tmp_path / "override.json"
    path.write_text(json.dumps(tree))
    export(path, tmp_path)
    text = text_of(tmp_path / "consent.pdf")
    candidacy = assess(load(path), library).candidacies[Treatment.PRP]
    plain = [reason.rule.plain.en for reason in candidacy.reasons if reason.speaks_against]
    assert "She asks for it & knows the odds." in text
    assert plain
    assert all(words in text for words in plain)


def test_a_form_is_final_with_the_notice_that_the_practice_supplied(complete, tmp_path, capsys):
    tree = json.loads(complete.read_text())
    shown = {"digest": digest_of(COUNSEL), "shown_at": "2026-11-18T14:02:00+01:00"}
    complete.write_text(json.dumps(tree | {"jurisdiction": "us-fl", "notice": shown}))
    assert export(complete, tmp_path / "none", "--final") == 3
    folder = write(tmp_path / "practice", practice_files())
    assert export(complete, tmp_path / "out", "--final", "--pack", str(folder)) == 0
    assert COUNSEL in text_of(tmp_path / "out" / "consent.pdf")
    assert export(complete, tmp_path / "none", "--pack", str(tmp_path)) == 2
    assert not (tmp_path / "none").exists()
