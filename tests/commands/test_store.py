"""An administrator prepares a server by one command, and is told what was done or why not."""

from kneedesk.commands.command_line import run
from kneedesk.store.addresses import TELLS_TOO_MUCH
from kneedesk.store.migrations import REVISIONS
from kneedesk.store.postgres import open_server
from kneedesk.store.server_faults import NOT_ALLOWED
from tests.store.serving import DESK, OWNER


def test_a_server_is_prepared_and_then_opened_by_a_desk(server, capsys):
    with server.database("fresh") as name:
        assert run(["store", "--prepare", server.place(OWNER, name)]) == 0
        said = capsys.readouterr().out
        assert f"revision {REVISIONS[-1]}" in said
        assert "IN ROLE kneedesk_desks" in said
        assert run(["store", "--prepare", server.place(OWNER, name)]) == 0
        assert "up to date" in capsys.readouterr().out
        open_server(server.address(DESK, name), "x").dispose()


def test_what_is_refused_is_said_in_one_sentence_and_no_traceback(server, capsys):
    assert run(["store", "--prepare", "postgresql://a:secret@b/c"]) == 1
    assert capsys.readouterr().err == f"kneedesk: {TELLS_TOO_MUCH}\n"
    assert run(["store", "--prepare", server.place(DESK, "postgres")]) == 1
    assert capsys.readouterr().err == f"kneedesk: {NOT_ALLOWED}\n"
