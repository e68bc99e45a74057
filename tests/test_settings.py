"""Settings are read strictly, written whole, and never lost where they cannot be used."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from kneedesk.domain.consultation import Jurisdiction
from kneedesk.domain.patient import LanguageTag
from kneedesk.domain.practice import Clinician, Practice
from kneedesk.settings import (
    FILE,
    JURISDICTIONS,
    LANGUAGES,
    ClinicianSettings,
    PracticeSettings,
    Settings,
    changed,
    folders,
    load,
    save,
)

FULL = Settings(
    PracticeSettings("Riverside Knee Clinic", "12 Quay Street", "+1 555 0100", "+1 555 0199", "Paid for it."),
    ClinicianSettings("Dr Helen Marsh", "MD-44810", "Physician"),
    "us-fl",
    "es",
    "dark",
    text_size=150,
    drawer_open=False,
    elapsed_time=True,
    show_lines_to_say=False,
    logo="/srv/riverside/" + "long/" * 60 + "logo.png",
    practice_pack="/srv/riverside/" + "long/" * 60,
    backup_folder="/srv/riverside/" + "long/" * 60,
    retention_years=10,
)


def test_what_was_saved_is_loaded(tmp_path):
    save(FULL, tmp_path / "new")
    assert load(tmp_path / "new").settings == FULL
    assert load(tmp_path / "new").fault == ""
    assert [path.name for path in (tmp_path / "new").iterdir()] == [FILE]


def test_no_file_means_defaults_and_is_no_fault(tmp_path):
    assert load(tmp_path).settings == Settings()
    assert load(tmp_path).fault == ""


def test_an_absent_key_has_its_default(tmp_path):
    (tmp_path / FILE).write_text('{"practice": {"name": "Riverside"}}')
    assert load(tmp_path).settings == Settings(PracticeSettings(name="Riverside"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no JSON object"),
        ('{"theme": "pink"}', "theme is none of light, dark, system"),
        ('{"theme": ["dark"]}', "theme is no text"),
        ('{"text_size": 110}', "text_size is none of 100, 125, 150, 175, 200"),
        ('{"text_size": true}', "text_size is no whole number"),
        ('{"drawer_open": 1}', "drawer_open is no true or false"),
        ('{"practice": []}', "practice holds no JSON object"),
        ('{"practice": {"fax": ""}}', "'practice.fax' is not known"),
        ('{"patient": {}}', "'patient' is not known"),
        (json.dumps({"clinician": {"name": "x" * 201}}), "clinician.name has more than 200 characters"),
    ],
)
def test_a_file_that_cannot_be_used_is_said_and_kept_aside(tmp_path, content, said):
    (tmp_path / FILE).write_text(content)
    loaded = load(tmp_path)
    assert loaded.settings == Settings()
    assert said in loaded.fault
    assert (tmp_path / "settings.unusable.json").read_text() == content
    assert load(tmp_path).fault == ""


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    (tmp_path / FILE).mkdir()
    assert load(tmp_path).fault.startswith("The settings cannot be read")


def test_one_setting_is_changed_by_its_path_and_checked():
    assert changed(FULL, "practice.phone", "1") == replace(FULL, practice=replace(FULL.practice, phone="1"))
    assert changed(FULL, "theme", "light") == replace(FULL, theme="light")
    with pytest.raises(ValueError, match="jurisdiction is none of us, "):
        changed(FULL, "jurisdiction", "france")


def test_a_save_that_fails_leaves_the_old_file(tmp_path):
    save(FULL, tmp_path)
    (tmp_path / f"{FILE}.part").mkdir()
    with pytest.raises(OSError, match=r"settings\.json\.part"):
        save(Settings(), tmp_path)
    assert load(tmp_path).settings == FULL


def test_one_variable_moves_settings_and_consultations(tmp_path):
    moved = folders({"KNEEDESK_HOME": str(tmp_path)})
    assert moved.config == moved.data == tmp_path
    usual = folders({})
    assert "kneedesk" in str(usual.config).lower()


def test_the_lists_are_those_of_the_domain():
    assert [each.value for each in Jurisdiction] == list(JURISDICTIONS)
    assert [each.value for each in LanguageTag] == list(LANGUAGES)
    assert set(Practice.model_fields) == set(PracticeSettings.__slots__)
    assert set(Clinician.model_fields) == {*ClinicianSettings.__slots__, "language"}  # that of the screens


def test_settings_load_without_the_heavy_libraries():
    program = (
        "import sys, kneedesk.settings;"
        "print([each for each in ('pydantic', 'PySide6', 'sqlalchemy') if each in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
