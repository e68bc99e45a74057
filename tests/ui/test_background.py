"""Work on another thread: answers come on the window's own, those that nobody waits for do not come."""

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from kneedesk.ui.background import Background, Ticket, while_there


def fail(error: Exception) -> None:
    raise AssertionError(error)


def test_work_is_done_elsewhere_and_answered_here(qtbot):
    threads = []
    background = Background()
    background.run(threading.current_thread, threads.append, fail)
    background.run(threading.current_thread, lambda _: threads.append(threading.current_thread()), fail)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.current_thread()
    assert threads[1] is threading.current_thread()
    background.deleteLater()


def test_work_is_answered_in_the_order_in_which_it_was_asked(qtbot):
    background, answers = Background(), []
    for number in range(20):
        background.run(lambda number=number: number, answers.append, fail)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))
    background.deleteLater()


def test_a_failure_is_answered_as_one(qtbot):
    background, failures = Background(), []
    background.run(lambda: 1 // 0, fail, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ZeroDivisionError)
    background.deleteLater()


def test_work_that_nobody_waits_for_is_not_begun_and_not_answered(qtbot):
    background, go, begun, answers = Background(), threading.Event(), [], []
    first, second = Ticket(), Ticket()
    background.run(go.wait, answers.append, fail, first)
    background.run(lambda: begun.append("second"), answers.append, fail, second)
    first.valid = second.valid = False
    go.set()
    background.run(lambda: "third", answers.append, fail)
    qtbot.waitUntil(lambda: answers == ["third"])
    assert not begun
    background.deleteLater()


def test_when_the_parent_goes_the_thread_goes_after_it_has_done_what_must_not_be_lost(qtbot):
    before = threading.active_count()
    parent, go, done = QObject(), threading.Event(), []
    background = Background(parent)
    background.run(go.wait, fail, fail)
    background.run(lambda: done.append("written"), lambda _: None, fail)
    background.run(lambda: done.append("shown"), lambda _: None, fail, Ticket())
    threading.Timer(0.05, go.set).start()
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(20)
    assert done == ["written"]
    assert threading.active_count() <= before


def test_an_answer_for_a_widget_that_is_gone_is_not_given():
    heard, widget = [], QObject()
    answer = while_there(widget, heard.append)
    answer(1)
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    answer(2)
    assert heard == [1]
