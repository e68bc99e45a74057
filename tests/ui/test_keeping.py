"""What is on its way to the store is known until it is committed."""

from kneedesk.ui.keeping import Keeping
from tests.ui.stand_in import SAVED_AT, KeeperStandIn


def other(consultation):
    return type(consultation).model_validate({**dict(consultation), "measures": None})


def test_it_hands_on_and_answers(qtbot, cases):
    keeper, answers = KeeperStandIn(), []
    keeping = Keeping(keeper)
    keeping.keep("k", cases["reference"], answers.append, answers.append)
    assert keeping.pending("k") == (cases["reference"], None)
    assert not keeping.settled
    with qtbot.waitSignal(keeping.saved, check_params_cb=lambda key: key == "k"):
        keeper.commit()
    assert answers == [SAVED_AT]
    assert keeping.pending("k") is None
    assert keeping.settled


def test_a_failure_is_told_and_the_state_stays(qtbot, cases):
    keeper, answers = KeeperStandIn(), []
    keeping = Keeping(keeper)
    keeping.keep("k", cases["reference"], answers.append, answers.append)
    with qtbot.waitSignal(keeping.failed, check_params_cb=lambda key, why: (key, why) == ("k", "full")):
        keeper.fail("full")
    assert answers == ["full"]
    assert keeping.pending("k") == (cases["reference"], None)


def test_the_commit_of_an_older_state_settles_nothing(cases):
    keeper = KeeperStandIn()
    keeping = Keeping(keeper)
    keeping.keep("k", cases["reference"], lambda _: None, lambda _: None)
    older = keeper.kept.pop()
    newest = other(cases["reference"])
    keeping.keep("k", newest, lambda _: None, lambda _: None)
    older[2](SAVED_AT)
    assert keeping.pending("k") == (newest, None)
