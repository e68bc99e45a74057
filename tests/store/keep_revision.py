"""Keep a file of the newest revision, for the tests of all later ones: ``python -m tests.store.keep_revision``."""

from datetime import timedelta
from pathlib import Path

from kneedesk.exchange.consultation_file import load
from kneedesk.store.consultations import Consultations
from kneedesk.store.database import open_database
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.users import Role, User
from tests.files import CASES
from tests.store.conftest import BEGIN

FOLDER = Path(__file__).parent / "revisions"
HELD = {"first": "reference", "second": "hostile-text"}
USER = User("ana-1", "Dr. Ana Núñez", Role.PHYSICIAN)


def keep() -> Path:
    """Write the file; one that is there already stays as it was written then."""
    path = FOLDER / f"{REVISIONS[-1]}.db"
    if path.exists():
        raise SystemExit(f"{path.name} is there already: an old revision's file is never written again")
    engine = open_database(path)
    consultations = Consultations(engine, USER)
    for minutes, (key, case) in enumerate(HELD.items()):
        consultations.save(key, load(CASES / f"{case}.json"), BEGIN + timedelta(minutes=minutes))
    consultations.close()
    return path


if __name__ == "__main__":
    keep()
