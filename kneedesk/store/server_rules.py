"""What a server refuses whoever asks, what it announces, and what the role of the desks may do with each table."""

from collections.abc import Iterator

DESKS = "kneedesk_desks"
"""The role that each desk's user is a member of; it owns nothing."""
CHANNEL = "kneedesk"
"""On which changes are announced: which table, which key and which desk, and nothing of a patient."""

_CHANGED = "SELECT, INSERT, UPDATE, DELETE"
_ADDED = "SELECT, INSERT"
_ADDED_UNTIL_DELETED = "SELECT, INSERT, DELETE"  # which a trigger allows only where a tombstone stands
RIGHTS = {
    "consultations": _CHANGED,
    "notes": _CHANGED,
    "versions": _ADDED_UNTIL_DELETED,
    "addenda": _ADDED_UNTIL_DELETED,
    "issued": _ADDED_UNTIL_DELETED,
    "changes": _ADDED_UNTIL_DELETED,
    "tombstones": _ADDED,
    "journal": _ADDED,
    "holds": _CHANGED,
    "locked_keys": "SELECT, INSERT, UPDATE",
    "alembic_version": "SELECT",
}
"""What the desks may do with each table; a table that is not named here they cannot even read."""
_SEQUENCES = ("addenda_number_seq",)
_ANNOUNCED = ("consultations", "notes", "versions", "addenda", "holds")
HELD_STATE = "KD001"
"""PostgreSQL's code of the fault that another desk writes a consultation."""

_FUNCTIONS = {
    "refuse": "BEGIN RAISE EXCEPTION 'this stands'; END",
    # What was deleted by rule leaves a tombstone first: in its place, and only there.
    "refuse_key": """
BEGIN
    IF NOT EXISTS (SELECT FROM tombstones WHERE key = OLD.key) THEN RAISE EXCEPTION 'this stands'; END IF;
    RETURN OLD;
END""",
    "refuse_digest": """
BEGIN
    IF NOT EXISTS (SELECT FROM versions JOIN tombstones USING (key) WHERE digest = OLD.digest) THEN
        RAISE EXCEPTION 'this stands';
    END IF;
    RETURN OLD;
END""",
    "refuse_kept": """
BEGIN
    IF EXISTS (SELECT FROM consultations WHERE key = OLD.key)
       AND NOT EXISTS (SELECT FROM tombstones WHERE key = OLD.key) THEN
        RAISE EXCEPTION 'this stands';
    END IF;
    RETURN OLD;
END""",
    "stay_away": """
BEGIN
    IF EXISTS (SELECT FROM tombstones WHERE key = NEW.key) THEN RAISE EXCEPTION 'this was deleted'; END IF;
    RETURN NEW;
END""",
    # An entry follows the one before it, or is not taken; two that are made at once have one number.
    "follow": """
DECLARE
    head record;
BEGIN
    SELECT number, digest INTO head FROM journal ORDER BY number DESC LIMIT 1;
    IF NEW.number IS DISTINCT FROM coalesce(head.number, 0) + 1
       OR NEW.previous IS DISTINCT FROM coalesce(head.digest, repeat('0', 64)) THEN
        RAISE EXCEPTION 'this does not follow';
    END IF;
    RETURN NEW;
END""",
    "follow_journal": """
BEGIN
    IF NEW.number IS DISTINCT FROM (SELECT max(number) FROM journal) THEN
        RAISE EXCEPTION 'this does not follow';
    END IF;
    RETURN NEW;
END""",
    # One desk writes; that a consultation was looked at is no change of it.
    "keep_out": f"""
BEGIN
    IF (TG_OP = 'DELETE' OR NEW.version IS DISTINCT FROM OLD.version) AND EXISTS (
        SELECT FROM holds WHERE key = OLD.key AND desk <> split_part(current_setting('application_name'), ' ', 2)
    ) THEN
        RAISE EXCEPTION 'another desk writes' USING ERRCODE = '{HELD_STATE}';
    END IF;
    RETURN coalesce(NEW, OLD);
END""",
    "announce": f"""
BEGIN
    PERFORM pg_notify('{CHANNEL}', concat_ws(' ', TG_TABLE_NAME, coalesce(NEW.key, OLD.key),
                      split_part(current_setting('application_name'), ' ', 2)));
    RETURN NULL;
END""",
}
_DELETED_BY = {
    "versions": "refuse_key",
    "addenda": "refuse_key",
    "issued": "refuse_digest",
    "changes": "refuse_kept",
}
_STANDING = ("versions", "addenda", "issued", "changes", "tombstones", "journal")


def rules() -> Iterator[str]:
    """Yield the statements that put up what is refused and announced, also in the place of what stood there before."""
    # A table that a desk makes for itself must not stand in for one of ours.
    yield "SET LOCAL search_path = public, pg_temp"
    for name, body in _FUNCTIONS.items():
        yield (
            f"CREATE OR REPLACE FUNCTION kneedesk_{name}() RETURNS trigger LANGUAGE plpgsql "
            f"SET search_path FROM CURRENT AS $${body}$$"
        )
    for table in _STANDING:
        yield _trigger(table, "stays", "UPDATE OR TRUNCATE", "STATEMENT", "refuse")
        deleted = _DELETED_BY.get(table)
        yield _trigger(table, "delete", "DELETE", "ROW" if deleted else "STATEMENT", deleted or "refuse")
    yield _trigger("consultations", "held", "UPDATE OR DELETE", "ROW", "keep_out")
    yield _trigger("consultations", "insert", "INSERT", "ROW", "stay_away")
    yield _trigger("journal", "insert", "INSERT", "ROW", "follow")
    yield _trigger("changes", "insert", "INSERT", "ROW", "follow_journal")
    for table in _ANNOUNCED:
        yield _trigger(table, "announced", "INSERT OR UPDATE OR DELETE", "ROW", "announce", when="AFTER")


def rights() -> Iterator[str]:
    """Yield the statements that give the desks what they need, and take everything else from everybody."""
    for table, allowed in RIGHTS.items():
        yield f"REVOKE ALL ON {table} FROM PUBLIC, {DESKS}"
        yield f"GRANT {allowed} ON {table} TO {DESKS}"
    for sequence in _SEQUENCES:
        yield f"GRANT USAGE, SELECT, UPDATE ON SEQUENCE {sequence} TO {DESKS}"


def _trigger(table: str, name: str, deeds: str, each: str, does: str, when: str = "BEFORE") -> str:
    return (
        f"CREATE OR REPLACE TRIGGER {table}_{name} {when} {deeds} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION kneedesk_{does}()"
    )
