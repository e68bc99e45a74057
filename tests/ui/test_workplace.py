"""The desk with all that works beside it is made when somebody is let in, and is gone after a lock."""

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
