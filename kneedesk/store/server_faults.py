"""Say in one sentence why a server could not keep or read something; its own words hold values and stay here."""

# Messages of the application.
UNREACHABLE = "The server of the practice cannot be reached."
NOT_VERIFIED = "The server does not prove that it is the practice's: nothing was sent to it."
NO_AUTHORITY = "This desk has no certificate by which it could know the server: name its file by sslrootcert."
NOT_ADMITTED = "The server does not admit this desk: its user or its password is another one."
NO_DATABASE = "The server does not hold this database."
NOT_ALLOWED = "The server does not allow this desk to do that."
OTHERS_WRITE = "Other desks are writing; it is tried again."
SERVER_FULL = "The disk of the server is full."
SERVER_FAILING = "The disk of the server reports an error, or what it holds is damaged."
HELD = "Another desk writes this consultation now."
CROWDED = "The server has no room for another desk."
NO_TABLES = "This database does not hold consultations of KneeDesk: an administrator prepares it first."
REFUSED_HERE = "What stands is not changed: the server refused it."
UNKNOWN_THERE = "The server could not keep it, for a reason that KneeDesk does not know."

LOST = (UNREACHABLE, NOT_VERIFIED, NOT_ADMITTED, CROWDED)
"""What is said while nothing can be written to the server, whatever it is."""

_BY_STATE = {
    "KD001": HELD,
    "28000": NOT_ADMITTED,
    "28P01": NOT_ADMITTED,
    "3D000": NO_DATABASE,
    "40001": OTHERS_WRITE,
    "40P01": OTHERS_WRITE,
    "42501": NOT_ALLOWED,
    "42P01": NO_TABLES,
    "53100": SERVER_FULL,
    "53300": CROWDED,
    "55P03": OTHERS_WRITE,
    "25P03": UNREACHABLE,
    "P0001": REFUSED_HERE,
}
_BY_CLASS = {"08": UNREACHABLE, "57": UNREACHABLE, "58": SERVER_FAILING, "XX": SERVER_FAILING, "53": SERVER_FAILING}
# What libpq says itself, before a server has answered with a state; whatever else it says, there is no connection.
_BY_WORDS = (
    (("root certificate file",), NO_AUTHORITY),
    (("SSL SYSCALL", "unexpected eof", "connection has been closed"), UNREACHABLE),
    (("certificate", "SSL"), NOT_VERIFIED),
    (("password", "authentication", "pg_hba", "role "), NOT_ADMITTED),
    (("database ",), NO_DATABASE),
    (("too many", "remaining connection slots"), CROWDED),
)


def explain_server(error: Exception) -> tuple[str, str]:
    """Return the sentence for a fault that psycopg raised, and PostgreSQL's own code of it, empty where it has none."""
    state = getattr(error, "sqlstate", None) or ""
    if state:
        return _BY_STATE.get(state) or _BY_CLASS.get(state[:2], UNKNOWN_THERE), state
    if type(error).__name__ not in ("OperationalError", "InterfaceError", "ConnectionTimeout"):
        return UNKNOWN_THERE, ""
    words = str(error)
    found = (sentence for signs, sentence in _BY_WORDS if any(sign in words for sign in signs))
    return next(found, UNREACHABLE), ""
