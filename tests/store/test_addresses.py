"""An address is read, and refused where it would send anything unprotected or hold a password."""

import pytest

from kneedesk.store import addresses
from kneedesk.store.addresses import Address, is_server
from kneedesk.store.faults import Unavailable

PLAIN = "postgresql://desk@knee.example/practice"


@pytest.mark.parametrize(
    ("place", "expected"),
    [(PLAIN, True), ("postgres://x", True), ("/srv/x", False), ("C:\\knees", False), ("postgresql", False)],
)
def test_a_place_is_a_server_where_it_is_written_as_one(place, expected):
    assert is_server(place) is expected


def test_an_address_says_who_where_and_which_database():
    address = Address.read("postgresql://desk%20one@knee.example:5433/our%20practice?sslrootcert=/etc/clinic.pem")
    assert address == Address("desk one", "knee.example", 5433, "our practice", {"sslrootcert": "/etc/clinic.pem"})
    assert str(address) == "desk one@knee.example/our practice"


@pytest.mark.parametrize("text", [PLAIN, f"{PLAIN}?sslmode=verify-full"])
def test_hipaa_164_312_e_transmission_security_the_server_is_verified_in_full(text):
    parameters = Address.read(text).parameters()
    assert parameters["sslmode"] == "verify-full"
    assert parameters["gssencmode"] == "disable"


def test_a_socket_of_this_computer_needs_no_certificate():
    address = Address.read("postgresql://desk@localhost/practice?host=/run/postgresql")
    assert address.is_local
    assert address.parameters()["sslmode"] == "disable"
    assert address.parameters()["host"] == "/run/postgresql"


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "VERIFY-FULL", "x"])
@pytest.mark.parametrize("host", ["knee.example", "127.0.0.1", "localhost", "[::1]"])
def test_hipaa_164_312_e_transmission_security_less_than_a_verified_server_is_refused(mode, host):
    with pytest.raises(Unavailable) as caught:
        Address.read(f"postgresql://desk@{host}/practice?sslmode={mode}")
    assert caught.value.sentence == addresses.UNVERIFIED


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("postgresql://desk:secret@knee.example/practice", addresses.TELLS_TOO_MUCH),
        ("postgresql://desk:@knee.example/practice", addresses.TELLS_TOO_MUCH),
        (f"{PLAIN}?password=secret", addresses.TELLS_TOO_MUCH),
        (f"{PLAIN}?service=other", addresses.UNKNOWN_OPTION),
        (f"{PLAIN}?hostaddr=10.0.0.1", addresses.UNKNOWN_OPTION),
        (f"{PLAIN}?channel_binding=disable", addresses.UNKNOWN_OPTION),
        (f"{PLAIN}#x", addresses.UNKNOWN_OPTION),
        ("postgresql://a@one,two/practice", addresses.UNVERIFIED),
        ("postgresql://a@localhost/practice?host=/tmp,knee.example", addresses.UNVERIFIED),
        ("postgresql://knee.example/practice", addresses.NO_ADDRESS),
        ("postgresql://desk@/practice", addresses.NO_ADDRESS),
        ("postgresql://desk@knee.example", addresses.NO_ADDRESS),
        ("postgresql://desk@knee.example:x/practice", addresses.NO_ADDRESS),
        ("postgresql://desk@[knee/practice", addresses.NO_ADDRESS),
        (f"{PLAIN}?sslmode", addresses.NO_ADDRESS),
        ("mysql://desk@knee.example/practice", addresses.NO_ADDRESS),
        ("", addresses.NO_ADDRESS),
    ],
)
def test_what_cannot_be_used_is_refused_by_a_sentence_without_what_was_typed(text, sentence):
    with pytest.raises(Unavailable) as caught:
        Address.read(text)
    assert caught.value.sentence == sentence
    assert "secret" not in str(caught.value)
