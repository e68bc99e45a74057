"""What ships inside names its licence, and the text of each licence that no package brings along ships too."""

import re

from kneedesk.bundle import resources

FOLDER = resources() / "licences"
NOTICES = (FOLDER / "NOTICES.txt").read_text("utf-8")


def test_every_licence_that_is_named_is_there_and_every_one_that_is_there_is_named():
    named = set(re.findall(r"[\w.-]+\.txt", NOTICES))
    assert named == {path.name for path in FOLDER.iterdir()} - {"NOTICES.txt"}
    assert all((FOLDER / name).stat().st_size > 1000 for name in named)


def test_what_asks_to_be_named_is_named():
    for owed in ("PySide6", "SQLCipher", "OpenSSL", "psycopg", "fonts", "icons"):
        assert owed in NOTICES
    assert "ZETETIC LLC" in (FOLDER / "SQLCipher.txt").read_text("utf-8")


def test_typefaces_and_icons_have_their_licences_beside_them():
    assert all([*(resources() / folder).glob("*LICENSE.txt")] for folder in ("fonts", "icons"))
