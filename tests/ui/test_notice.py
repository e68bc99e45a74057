"""A notice says something with a sign, and is put away by mouse and by key."""

from PySide6.QtCore import Qt


def test_it_is_there_only_when_there_is_something_to_say(notice, qtbot):
    assert notice.isHidden()
    notice.show_message("Not opened", ["one", "two"], "stop")
    assert notice.isVisible()
    assert (notice.title.text(), notice.text.text()) == ("Not opened", "one\ntwo")
    assert (notice.accessibleName(), notice.accessibleDescription()) == ("Not opened", "one\ntwo")
    qtbot.keyClick(notice, Qt.Key.Key_Escape)
    assert notice.isHidden()


def test_of_many_sentences_the_first_and_how_many_more(notice):
    notice.show_message("Not opened", [str(number) for number in range(20)], "stop")
    assert notice.text.text().splitlines()[-1] == "and 13 more"
    notice.hide()


def test_something_to_do_about_it_is_a_button(notice, qtbot):
    notice.show_message("Not opened")
    assert notice.action.isHidden()
    notice.offer("Try again")
    assert notice.action.isVisible()
    done = []
    notice.offer("Save", lambda: done.append("saved"))
    notice.action.click()
    notice.show_message("Something else")
    notice.offer("Show")
    notice.action.click()
    assert done == ["saved"]
    with qtbot.waitSignal(notice.dismissed):
        qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)


def test_what_a_file_held_is_never_markup(notice):
    notice.show_message("Not opened", ["<img src='/etc/passwd'>"], "stop")
    assert notice.text.textFormat() is Qt.TextFormat.PlainText
    notice.hide()
