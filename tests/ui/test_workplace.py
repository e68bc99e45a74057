"""The desk with all that works beside it is made when somebody is let in, and is gone after a lock."""

from kneedesk.ui.workplace import read_knowledge
from tests.knowledge.practice_pack import practice_files
from tests.knowledge.small_pack import write
from tests.ui.running import running


def test_it_is_there_once_somebody_is_let_in_and_gone_after_a_lock(tmp_path, theme, qtbot):
    with running(tmp_path, theme, qtbot) as application:
        workplace = application._workplace
        assert application.window.desk is workplace.desk
        assert application.asking.seals is workplace.seals
        application.lock()
        assert application._workplace is None
        assert application.asking.seals is None
        assert application.window.desk is None


def test_what_the_practice_adds_is_read_over_the_pack(tmp_path, library):
    read, faults = read_knowledge(str(write(tmp_path / "practice", practice_files())))
    assert faults == ()
    assert read.version == f"{library.version} + riverside-3"


def test_without_the_practice_s_folder_it_is_ours_alone(library):
    read, faults = read_knowledge("")
    assert (read.version, faults) == (library.version, ())


def test_a_folder_that_cannot_be_used_is_said_and_the_pack_stands(tmp_path, library):
    read, faults = read_knowledge(str(tmp_path / "nowhere"))
    assert read.version == library.version
    assert all(fault.startswith("practice.yaml") for fault in faults)
    assert faults
