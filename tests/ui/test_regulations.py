"""What rules for records of health ask of the software that keeps them, as far as software alone can show it.

45 CFR 164.312 (HIPAA) and 21 CFR part 11 ask for more: for policies, training and procedures of the practice, which no
test can show. Nothing here is a claim of compliance. What concerns unlocking is shown in ``tests/ui/lock``.
"""

import json
from collections import Counter
from contextlib import closing

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton

from kneedesk.assessment.assessment import assess
from kneedesk.assessment.readiness import Document
from kneedesk.documents.issue import issue
from kneedesk.documents.material import Material
from kneedesk.documents.sealing.check import Reason, Verdict
from kneedesk.documents.sealing.seal import seal
from kneedesk.documents.sealing.verification import verify
from kneedesk.domain.changes import Change
from kneedesk.domain.digest import content_digest
from kneedesk.domain.history import Diabetes
from kneedesk.domain.signature import Method, Role, Signature
from kneedesk.domain.versions import finalise
from kneedesk.domain.voiding import voided_by
from kneedesk.exchange.consultation_file import dumps, loads
from kneedesk.store.chain import Fault, Kind
from kneedesk.store.checking import check
from kneedesk.store.connections import connect
from kneedesk.store.database import FILE
from kneedesk.store.everything import export_everything
from kneedesk.store.faults import Unavailable
from kneedesk.store.practice_keys import practice_key
from kneedesk.store.vault import FILE as VAULT
from kneedesk.store.vault import Vault
from kneedesk.ui.dialogs.all_asked import AllAskedDialog
from tests.amending import amended, recorded
from tests.documents.reading import MADE_AT, words_of
from tests.files import CASES
from tests.people import ANA, OTHER_PASSPHRASE, QUICK, store_in, unlocked_in
from tests.ui.running import NOW, running

PACK = "2026.11"


@pytest.fixture
def store(tmp_path):
    with store_in(tmp_path) as opened:
        yield opened


@pytest.fixture
def signed(cases):
    """Return the reference consultation with the patient's signature."""
    signature = Signature(
        role=Role.PATIENT, name="Ana Ruiz Peña", at=MADE_AT, method=Method.TYPED, meaning="I agree to this injection."
    )
    return recorded(cases["reference"], signatures=(signature,))


def flexed(case, degrees):
    return amended(case, "examination", flexion_degrees=degrees)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_HIPAA_164_312_b_each_view_change_export_print_and_failed_unlock_is_one_entry(qtbot, theme, tmp_path):
    unlocked_in(tmp_path)
    with pytest.raises(Unavailable):
        Vault(tmp_path / VAULT, QUICK).unlock(ANA.id, OTHER_PASSPHRASE, NOW)
    with running(tmp_path, theme, qtbot) as application:
        window, desk = application.window, application.window.desk

        def settle():
            qtbot.waitUntil(lambda: application.shelf.settled)

        application._opening.open_file(CASES / "reference.json")
        qtbot.waitUntil(lambda: desk.isVisible() and desk.session is not None)
        key, session = desk.session.key, desk.session
        settle()
        session.amend("examination.flexion_degrees", 91)
        settle()
        session.amend("history.diabetes", None)
        settle()
        desk.visit("evaluation")
        desk.page("evaluation").findChild(QPushButton, "evaluation.all_asked").click()
        window.findChild(AllAskedDialog).confirmed.emit({"history.diabetes": Diabetes.NONE})
        window.findChild(AllAskedDialog).reject()
        settle()
        window.go("consultations")
        qtbot.waitUntil(lambda: desk.session is None)
        application._opening.resume(key)
        qtbot.waitUntil(lambda: desk.session is not None)
        desk.visit("documents")
        page = desk.page("documents")
        qtbot.waitUntil(lambda: page.issued(Document.CONSENT) is not None)
        issued, told = page.issued(Document.CONSENT), []
        page.exporter.exported.connect(told.append)
        page.exporter.write(tmp_path, {"consent.pdf": issued})
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        page.exporter.print_on(printer, issued)
        qtbot.waitUntil(lambda: len(told) == 2)
        settle()
    with store_in(tmp_path) as store:
        done = [link.deed for link in store.journal.of(key)]
        others = Counter(link.deed for link in store.journal.of(""))
        assert Counter(done[:5]) == Counter(change=4, **{"all asked": 1})
        assert done[5:] == ["view", "export", "print"]
        assert (others["failed unlock"], others["unlock"]) == (1, 1)
        assert check(store.engine) == []


def test_HIPAA_164_312_c1_what_is_altered_or_destroyed_elsewhere_is_found(store, cases, tmp_path):
    for degrees in (90, 95):
        store.consultations.save("k", flexed(cases["reference"], degrees), NOW)
    store.consultations.save("other", cases["declined"], NOW)
    with closing(connect(tmp_path / FILE, store.key)) as connection:
        connection.execute("UPDATE consultations SET content = replace(content, '95', '59') WHERE key = 'k'")
        connection.execute("DELETE FROM consultations WHERE key = 'other'")
    assert check(store.engine) == [Fault(2, Kind.CONTENT), Fault(3, Kind.CONTENT)]


def test_HIPAA_164_312_c2_a_byte_that_was_changed_in_the_file_is_refused_when_it_is_read(cases, tmp_path):
    with store_in(tmp_path) as store:
        for number in range(20):
            store.consultations.save(f"k-{number}", cases["reference"], NOW)
    path = tmp_path / FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    def read_all():
        with store_in(tmp_path) as store:
            for number in range(20):
                store.consultations.read(f"k-{number}")
            check(store.engine)

    with pytest.raises(Unavailable):
        read_all()


def test_21_CFR_11_10_b_a_record_is_copied_for_people_and_for_machines(store, signed, library, english, tmp_path):
    final = finalise(signed, PACK, NOW)
    store.consultations.save("k", final, NOW)
    made = export_everything(store.engine, tmp_path, NOW, dumps).folder
    assert loads((made / "000001" / "version-1.json").read_bytes()) == final
    told = json.loads((made / "000001" / "history.json").read_bytes())
    assert (told[0]["deed"], told[0]["name"]) == ("change", ANA.name)
    assert ["patient.family_name", None, final.patient.family_name] in told[0]["changes"]
    material = Material(final, assess(final, library), library, english, MADE_AT)
    pages = words_of(issue(Document.RECORD, material, "a4"))
    assert final.patient.identifier in pages
    assert "Dr Helen Marsh" in pages or final.clinician.name in pages


def test_21_CFR_11_10_e_each_change_has_its_time_its_author_and_the_old_value_which_nothing_obscures(store, cases):
    for degrees in (90, 95, 90):
        store.consultations.save("k", flexed(cases["reference"], degrees), NOW)
    newest, before, begun = store.history.page("k", 10)
    assert before.changes == (Change("examination.flexion_degrees", 90, 95),)
    assert newest.changes == (Change("examination.flexion_degrees", 95, 90),)
    assert {(each.link.name, each.link.at) for each in (newest, before, begun)} == {
        (ANA.name, NOW.isoformat(timespec="microseconds"))
    }
    for statement in ("UPDATE changes SET content = ''", "DELETE FROM changes", "DELETE FROM journal"):
        with pytest.raises(Exception, match="this stands"), store.engine.connect() as connection:
            connection.exec_driver_sql(statement)


def test_21_CFR_11_50_a_signature_shows_the_name_the_time_and_its_meaning(signed, library, english, tmp_path):
    material = Material(signed, assess(signed, library), library, english, MADE_AT)
    pages = words_of(issue(Document.CONSENT, material, "a4"))
    for shown in ("Ana Ruiz Peña", "20 November 2026, 14:02", "I agree to this injection."):
        assert shown in pages
    pdf = issue(Document.CONSENT, material, "a4", to_be_sealed=True)
    key = practice_key(tmp_path, "Riverside Knee Clinic", MADE_AT)
    found = verify(seal(pdf, key, MADE_AT, meaning="Sealed as given", content="5e" * 32), {key.fingerprint})
    assert (found.seal.practice, found.seal.sealed_at) == ("Riverside Knee Clinic", MADE_AT)


def test_21_CFR_11_70_a_signature_cannot_be_taken_over_to_another_record(signed, library, english, tmp_path):
    final = finalise(signed, PACK, NOW)
    material = Material(final, assess(final, library), library, english, MADE_AT)
    key, digest = practice_key(tmp_path, "Riverside Knee Clinic", MADE_AT), content_digest(final)
    plain = issue(Document.CONSENT, material, "a4", to_be_sealed=True)
    sealed = seal(plain, key, MADE_AT, meaning="Sealed", content=digest)
    other = Material(flexed(signed, 90), material.assessment, library, english, MADE_AT)
    forged = issue(Document.CONSENT, other, "letter", to_be_sealed=True) + sealed[len(plain) :]
    assert verify(sealed, {key.fingerprint}).reason is Reason.OURS
    assert verify(sealed, {key.fingerprint}).seal.content == final.finalised.digest
    assert verify(forged, {key.fingerprint}).verdict in (Verdict.CHANGED, Verdict.NOT_VERIFIABLE)
    assert voided_by({"proposal.sessions": 3}, signed), "a change of what was signed makes the signature void"
