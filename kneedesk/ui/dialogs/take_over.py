"""Ask before what another desk writes is taken over: it writes no more from then on."""

from PySide6.QtWidgets import QWidget

from kneedesk.language import Language
from kneedesk.store.holds import Hold
from kneedesk.ui.dialogs.question import QuestionDialog
from kneedesk.ui.widgets.text import body_label
from kneedesk.ui.widgets.words import breakable

_WIDTH = 500


class TakeOverDialog(QuestionDialog):
    """Nothing is taken over unless it is confirmed."""

    def __init__(self, hold: Hold, language: Language, parent: QWidget | None = None, *, silent: bool = False) -> None:
        say, name = language.say, breakable(hold.name)
        super().__init__("take_over", say("Take over from {name}?").format(name=name), _WIDTH, parent)
        since = say("{name} has been writing this at {place} since {moment}.")
        since = since.format(name=name, place=breakable(hold.place), moment=language.moment(hold.since))
        self.body.addWidget(body_label(since))
        if silent:
            gone = say("Nothing has been heard from that desk since {moment}: it may be switched off or cut off.")
            self.body.addWidget(body_label(gone.format(moment=language.moment(hold.renewed))))
        words = say(
            "What was saved there stays. What was typed there and is not saved yet is not lost: it stays at that desk, "
            "to be compared with yours."
        )
        self.body.addWidget(body_label(words))
        self.body.addSpacing(6)
        self.offer(("cancel", say("Read along")), say("Take over"), kind="")
