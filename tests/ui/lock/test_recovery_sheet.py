"""The recovery key on paper: one page that says what it opens, and no markup from a practice's name."""

from kneedesk.ui.lock.recovery_sheet import KEEP, OPENS, save_sheet, sheet

KEY = "-".join(["ABCDE"] * 7)


def test_it_says_what_it_is_and_where_to_keep_it(qapp, english):
    words = sheet(KEY, "Riverside <b>& Sons</b>", english).toPlainText()
    assert words.count("ABCDE") == 7
    assert "Riverside <b>& Sons</b>" in words
    assert OPENS in words
    assert KEEP in words
    assert sheet(KEY, "", english).pageCount() == 1


def test_a_folder_that_takes_nothing_is_told(qapp, english, tmp_path):
    assert not save_sheet(KEY, "", english, tmp_path / "gone" / "key.pdf")
    assert save_sheet(KEY, "", english, tmp_path / "key.pdf")


def test_it_can_be_read_on_paper(qapp, english):
    document = sheet(KEY, "", english)
    block, sizes = document.begin(), set()
    while block.isValid():
        sizes |= {each.format.font().pointSizeF() for each in block.textFormats()}
        block = block.next()
    assert min(sizes) >= 11
