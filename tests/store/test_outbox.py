"""What could not be sent lies on this desk where nobody reads it without the key, and is there after a restart."""

import pytest
from cryptography.exceptions import InvalidTag

from kneedesk.store import faults
from kneedesk.store.faults import Unavailable
from kneedesk.store.outbox import FOLDER, Outbox
from kneedesk.store.parcel import Parcel, Unwritten
from tests.amending import amended
from tests.people import ANA, BEN
from tests.store.conftest import KEY


@pytest.fixture
def unwritten(cases):
    marked = amended(cases["reference"], "patient", family_name="Marker4711")
    return Unwritten({"k": (marked, {})}, {"n": "He rang, Marker4711."}, (), {"k": 7})


def test_what_is_kept_is_read_back_with_whose_it_is_and_what_it_was_made_from(tmp_path, unwritten):
    Outbox(tmp_path / "new").keep(Parcel.pack(unwritten, ANA, KEY))
    parcel = Outbox(tmp_path / "new").read(ANA.id)
    assert (parcel.user, parcel.count) == (ANA, 2)
    assert parcel.unpack(KEY) == unwritten
    with pytest.raises(InvalidTag):
        parcel.unpack(bytes(32))


def test_nothing_of_a_patient_can_be_read_in_the_file_or_in_its_name(tmp_path, unwritten):
    Outbox(tmp_path).keep(Parcel.pack(unwritten, ANA, KEY))
    (path,) = (tmp_path / FOLDER).iterdir()
    assert path.name == "ana-1.json"
    assert b"4711" not in path.read_bytes()


def test_the_newest_of_a_user_is_kept_until_it_is_forgotten(tmp_path, unwritten):
    outbox = Outbox(tmp_path)
    assert outbox.read(ANA.id) is None
    assert outbox.others("") == []
    outbox.keep(Parcel.pack(unwritten, ANA, KEY))
    outbox.keep(Parcel.pack(Unwritten({}, {"n": "later"}), ANA, KEY))
    outbox.keep(Parcel.pack(unwritten, BEN, KEY))
    assert outbox.read(ANA.id).unpack(KEY).notes == {"n": "later"}
    assert outbox.others(ANA.id) == [BEN]
    outbox.forget(ANA.id)
    outbox.forget(ANA.id)
    assert outbox.read(ANA.id) is None
    assert outbox.read(BEN.id).user == BEN


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": "other"}', b'{"format": "kneedesk-unsent-1"}'])
def test_what_cannot_be_read_is_left_where_it_is(tmp_path, content):
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "x.json").write_bytes(content)
    assert Outbox(tmp_path).read("x") is None
    assert Outbox(tmp_path).others("y") == []
    assert (tmp_path / FOLDER / "x.json").read_bytes() == content


def test_a_folder_that_is_none_is_said(tmp_path, unwritten):
    (tmp_path / "file").touch()
    with pytest.raises(Unavailable) as caught:
        Outbox(tmp_path / "file").keep(Parcel.pack(unwritten, ANA, KEY))
    assert caught.value.sentence == faults.CLOSED
