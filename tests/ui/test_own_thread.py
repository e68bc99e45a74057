"""Classes of Qt are made on the window's own thread: PySide crashes now and then where another one makes them."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime

from kneedesk.exchange.consultation_file import load
from kneedesk.store.store import open_store
from kneedesk.store.vault import FILE, Vault
from tests.files import CASES
from tests.people import ANA, PASSPHRASE

# From the start to the pages of a consultation that is resumed and its documents, in a process that has loaded nothing.
OPENED = """
import builtins, json, sys, threading
made, build = [], builtins.__build_class__
def watched(body, name, *bases, **named):
    found = build(body, name, *bases, **named)
    own = threading.current_thread() is threading.main_thread()
    if not own and any(each.__module__.startswith("PySide6") for each in getattr(found, "__mro__", ())):
        made.append(f"{found.__module__}.{name}")
    return found
builtins.__build_class__ = watched
from PySide6.QtCore import QTimer
from kneedesk import application
begin = application.Application.begin
def began(self, *rest):
    def rested():
        self.window.desk.stack.visit("documents")
        QTimer.singleShot(3000, lambda: application.QApplication.exit(0))
    def filled():
        QTimer.singleShot(500, lambda: self._opening.resume("k"))
        wait()
    def wait():
        desk = self.window.desk
        if desk is None or not desk.isVisible():
            QTimer.singleShot(50, wait)
        else:
            QTimer.singleShot(1500, rested)
    def press():
        page = self.gate.page
        page.secret.edit.setText(sys.argv[1])
        page.open.click()
    self.window.list.filled.connect(filled)
    begin(self, *rest)
    QTimer.singleShot(1000, press)
application.Application.begin = began
status = application.run([])
print(json.dumps([made, "kneedesk.ui.pages.documents" in sys.modules]))
sys.exit(status)
"""


def test_no_class_of_qt_is_made_on_another_thread(tmp_path, cases):
    key, _ = Vault(tmp_path / FILE).make(ANA, PASSPHRASE)
    store = open_store(tmp_path, ANA, key, datetime(2026, 11, 18, 14, 2, tzinfo=UTC))
    store.consultations.save("k", load(CASES / "reference.json"), datetime(2026, 11, 18, 14, 2, tzinfo=UTC))
    store.close()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KNEEDESK_HOME": str(tmp_path)}
    command = [sys.executable, "-c", OPENED, PASSPHRASE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    elsewhere, shown = json.loads(done.stdout.splitlines()[-1])
    assert elsewhere == []
    assert shown
