"""Parts of the window and pages beside pictures that were looked at, by day and by night.

To renew them: KNEEDESK_RENEW_PICTURES=1 .venv/bin/python -m pytest tests/ui/test_pictures.py
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kneedesk.ui.lock.first_run import FirstRun
from kneedesk.ui.lock.recovery_page import RecoveryPage
from kneedesk.ui.lock.unlock_page import UnlockPage
from tests.people import ANA, BEN
from tests.ui.hosting import host
from tests.ui.pictures import MEAN, WORST, differs, off
from tests.ui.running import running

REFERENCE = Path(__file__).parents[1] / "cases" / "reference.json"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_window_looks_as_it_did(name, tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        window = application.window
        application._opening.open_file(REFERENCE)
        qtbot.waitUntil(lambda: window.desk.isVisible() and window.desk.session is not None)
        theme.switch(name)
        try:
            desk = window.desk
            desk.show_basis(True)
            found = []
            for step in ("evaluation", "candidacy"):
                window.go(step)
                desk.setFocus()  # the cursor of a line comes and goes
                settle()
                found.append(differs(f"{step}-{name}", desk.page(step)))
            parts = {"rail": window.rail, "banner": desk.banner, "footer": desk.footer, "drawer": desk.drawer}
            found += [differs(f"{part}-{name}", widget) for part, widget in parts.items()]
        finally:
            theme.switch("light")
    assert [each for each in found if each] == []


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_way_in_looks_as_it_did(name, theme, english, qtbot):
    unlock, recovery, first = UnlockPage(english, theme), RecoveryPage(ANA, english, theme), FirstRun(english, theme)
    unlock.show_users([ANA, BEN])
    unlock.show_note("Changes not saved yet: 1. They are kept here, locked, until you unlock.")
    unlock.refuse("This passphrase does not unlock. Nothing else opens the consultations but it or the recovery key.")
    theme.switch(name)
    try:
        found = []
        for page, of in ((unlock, "unlock"), (recovery, "recovery"), (first, "first-run")):
            host(qtbot, page, 900, 640)
            page.setFocusProxy(None)
            page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            page.setFocus()  # the cursor of a line comes and goes
            settle()
            found.append(differs(f"{of}-{name}", page.card))
    finally:
        theme.switch("light")
    assert [each for each in found if each] == []


def test_a_changed_letter_is_seen_and_a_shade_is_not():
    plain = QImage(320, 160, QImage.Format.Format_RGB32)
    plain.fill(QColor(255, 255, 255))
    shaded, lettered = plain.copy(), plain.copy()
    shaded.fill(QColor(254, 254, 254))
    for x in range(4):
        for y in range(8):
            lettered.setPixelColor(40 + x, 50 + y, QColor(0, 0, 0))
    mean, worst = off(plain, shaded)
    assert (mean, worst) <= (MEAN, WORST)
    assert off(plain, lettered)[1] > WORST
    assert off(plain, plain) == (0, 0)


def settle() -> None:
    """Let a page be laid out, what stands in it, and what that one has hidden."""
    for _ in range(20):
        QApplication.processEvents()
