"""The file of the vault: kept and read again, refused where it is damaged or newer."""

import json
from datetime import UTC, datetime

import pytest

from kneedesk.store import faults, vault_file
from kneedesk.store.faults import Unavailable
from kneedesk.store.users import Role, User
from kneedesk.store.vault_file import RECOVERY, Contents, read_contents, write_contents
from kneedesk.store.wraps import Cost, wrap

AT = datetime(2026, 11, 18, 13, 2, tzinfo=UTC)
COPY = wrap(bytes(32), "secret", b"", Cost(memory=8, passes=1, lanes=1))
ANA = User("a", "Dr. Ana Núñez", Role.PHYSICIAN)
HELD = Contents("0f" * 32, (ANA,), {"a": COPY, RECOVERY: COPY}, {"a": (AT,)})


def refusal(path):
    with pytest.raises(Unavailable) as caught:
        read_contents(path)
    return caught.value.sentence


def edited(path, change):
    tree = json.loads(path.read_bytes())
    change(tree)
    path.write_text(json.dumps(tree))


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "vault.json"
    write_contents(path, HELD)
    return path


def test_what_is_kept_is_read_again(kept):
    assert read_contents(kept) == HELD


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100_000, b"{}", b'{"format": 3}'])
def test_a_damaged_file_is_said_and_kept_as_it_is(kept, content):
    kept.write_bytes(content)
    assert refusal(kept) == vault_file.VAULT_DAMAGED
    assert kept.read_bytes() == content


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: tree.update(format="letter"),
        lambda tree: tree.update(fingerprint="xyz"),
        lambda tree: tree.pop("recovery"),
        lambda tree: tree["users"].append(tree["users"][0]),
        lambda tree: tree["users"][0].update(role="owner"),
        lambda tree: tree["users"][0].update(id=RECOVERY),
        lambda tree: tree["users"][0]["copy"].update(memory=2**40),
        lambda tree: tree.update(failures={"nobody": [AT.isoformat()]}),
        lambda tree: tree.update(failures={"a": ["2026-11-18T13:02:00"]}),
        lambda tree: tree.update(failures=[]),
    ],
)
def test_a_file_that_was_edited_into_nonsense_is_damaged(kept, change):
    edited(kept, change)
    assert refusal(kept) == vault_file.VAULT_DAMAGED


def test_a_newer_file_is_refused_by_name(kept):
    edited(kept, lambda tree: tree.update(format="kneedesk-vault-2", users="otherwise"))
    assert refusal(kept) == faults.NEWER


def test_what_is_missing_or_closed_is_said(tmp_path):
    assert refusal(tmp_path / "nowhere.json") == vault_file.VAULT_MISSING
    assert refusal(tmp_path) == vault_file.VAULT_CLOSED


def test_what_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable) as caught:
        write_contents(tmp_path / "file" / "vault.json", HELD)
    assert caught.value.sentence == vault_file.VAULT_NOT_KEPT
