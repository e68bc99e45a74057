"""What stands leaves the desk again: an addendum as its page, an earlier version as its documents were kept."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton

from kneedesk.assessment.readiness import Document
from kneedesk.domain.signature import Method
from kneedesk.store.archive import Copy
from kneedesk.store.chain import Deed
from kneedesk.ui.copies import file_name
from kneedesk.ui.dialogs.addendum import AddendumDialog
from kneedesk.ui.dialogs.amendment import AmendmentDialog
from kneedesk.ui.dialogs.earlier_versions import EarlierVersionsDialog
from kneedesk.ui.sealing import Seals
from kneedesk.ui.widgets.segment import Segment
from tests.documents.reading import words_of
from tests.files import CASES
from tests.people import PASSPHRASE
from tests.ui.running import NOW, running

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
_KEPT = [each for each in Document if each is not Document.BLANK]


def test_a_name_says_which_document_of_which_version_and_never_whose():
    assert file_name(2, Copy("1" * 64, "consent", "es", "letter")) == "version-2-consent-es-letter.pdf"
    assert file_name(1, Copy("1" * 64, "sheet", "en", "a4 large")) == "version-1-sheet-en-a4-large.pdf"


def count_added(desk):
    """Return how many the strip says were added."""
    found = re.search(r"^(\d+) addend(?:um|a), ", desk.version.accessibleDescription())
    return int(found[1]) if found else 0


class Hand:
    """Works the desk of one window as a clinician does."""

    def __init__(self, desk, qtbot, seals):
        self.desk, self.qtbot, self.seals = desk, qtbot, seals

    def press(self, name):
        self.qtbot.mouseClick(self.desk.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    def finalise(self):
        """Finalise from the page of documents, and wait until each is kept."""
        self.desk.visit("documents")
        page = self.desk.page("documents")
        page.finalising_asked.emit()
        self.desk.findChild(QLineEdit, "finalise.passphrase").setText(PASSPHRASE)
        self.press("finalise.confirm")
        self.qtbot.waitUntil(lambda: self.desk.session.stands and all(map(page.issued, _KEPT)))

    def save_consent(self, path):
        page = self.desk.page("documents")
        page.exporter.write(path.parent, {path.name: page.issued(Document.CONSENT)})
        self.qtbot.waitUntil(path.exists)

    def add(self, words):
        before = count_added(self.desk)
        self.press("version.add")
        dialog = QApplication.activeModalWidget()
        dialog.words.setPlainText(words)
        (paper,) = [each for each in dialog.findChildren(Segment) if each.value is Method.PAPER]
        self.qtbot.mouseClick(paper, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: count_added(self.desk) == before + 1)

    def amend(self, reason):
        self.press("version.amend")
        self.desk.findChild(AmendmentDialog).reason.setPlainText(reason)
        self.press("amendment.confirm")

    def accept(self, path):
        """Answer the dialog that asks where to."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        dialog = QApplication.activeModalWidget()
        offered = [each.rpartition("/")[2] for each in dialog.selectedFiles()]
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.accept()
        return offered


@pytest.fixture
def hand(qtbot, theme, tmp_path):
    with running(tmp_path, theme, qtbot) as application:
        application._opening.open_file(CASES / "reference.json")
        desk = application.window.desk
        qtbot.waitUntil(lambda: desk.isVisible() and desk.session is not None)
        yield Hand(desk, qtbot, Seals(lambda: application.shelf.store, lambda: NOW))


def verified(paths, seals):
    """Return what is said of each when it is checked, by its name."""
    checks = {path.stem: seals.check(path) for path in paths}
    return {name: (each.verdict.value, each.standing) for name, each in checks.items()}


def test_what_was_saved_is_known_again_when_it_is_checked(hand, qtbot, tmp_path):
    first, second, addendum = (tmp_path / f"{name}.pdf" for name in ("first", "second", "addendum-1"))
    hand.finalise()
    hand.save_consent(first)
    hand.add("Given as planned.")
    qtbot.mouseClick(hand.desk.notice.action, Qt.MouseButton.LeftButton)
    assert hand.accept(addendum) == ["addendum-1.pdf"]
    qtbot.waitUntil(addendum.exists)
    qtbot.waitUntil(lambda: hand.desk.notice.title.text().startswith("Saved addendum-1.pdf"))
    assert "Given as planned." in words_of(addendum.read_bytes())
    assert verified((first, addendum), hand.seals) == {
        "first": ("intact", "current"),
        "addendum-1": ("intact", "current"),
    }
    hand.amend("The dose was wrong.")
    assert hand.desk.notice.isHidden()
    hand.finalise()
    hand.save_consent(second)
    assert verified((first, second, addendum), hand.seals) == {
        "first": ("superseded", "superseded"),
        "second": ("intact", "current"),
        "addendum-1": ("intact", "superseded"),
    }
    assert "1 addendum, of 18 November 2026." in hand.desk.version.accessibleDescription()


def test_the_page_of_what_was_added_before_is_the_same_to_the_byte(hand, qtbot, tmp_path):
    hand.finalise()
    for words in ("Given as planned.", "Pain 3 of 10."):
        hand.add(words)
    pages = []
    for name in ("once", "again"):
        page = tmp_path / name / "addendum-2.pdf"
        page.parent.mkdir()
        hand.press("version.add")
        dialog = QApplication.activeModalWidget()
        qtbot.waitUntil(dialog.earlier.isVisible)
        hand.press("addendum.earlier.save.1")
        assert hand.accept(page) == ["addendum-2.pdf"]
        news = dialog.findChild(QLabel, "addendum.news")
        qtbot.waitUntil(news.isVisible)
        assert news.text() == f"Saved addendum-2.pdf in {name}. Sealed: addendum-2.pdf."
        pages.append(page.read_bytes())
        dialog.reject()
        qtbot.waitUntil(lambda: hand.desk.findChild(AddendumDialog) is None)
    assert pages[0] == pages[1]
    assert "Pain 3 of 10." in words_of(pages[0])


def test_the_documents_of_an_earlier_version_are_saved_as_they_were_kept(hand, qtbot, tmp_path):
    hand.finalise()
    consent = hand.desk.page("documents").issued(Document.CONSENT)
    tag, paper = consent.request.material.language.tag, consent.request.paper
    hand.amend("The dose was wrong.")
    hand.press("version.earlier")
    qtbot.waitUntil(lambda: hand.desk.findChild(EarlierVersionsDialog) is not None)
    dialog = hand.desk.findChild(EarlierVersionsDialog)
    folder = tmp_path / "papers"
    folder.mkdir()
    hand.press("versions.save.0")
    hand.accept(folder)
    qtbot.waitUntil(dialog.news.isVisible)
    assert dialog.news.text() == "Saved 4 documents in papers, sealed as they were kept."
    expected = sorted(f"version-1-{each}-{tag}-{paper}.pdf" for each in _KEPT)
    assert sorted(path.name for path in folder.iterdir()) == expected
    assert (folder / f"version-1-consent-{tag}-{paper}.pdf").read_bytes() == consent.content
    dialog.accept()
    store = hand.seals.lend()
    looked = [link.what for link in store.journal.of(hand.desk.session.key) if link.deed == Deed.VIEW]
    assert looked[-1] == "versions"
