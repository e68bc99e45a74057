"""Settings of the practice and of this desk; nothing in them is about a patient."""

from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kneedesk.language import Language
from kneedesk.presentation.asked import ANSWERS
from kneedesk.settings import JURISDICTIONS, LANGUAGES, LOCK_MINUTES, TEXT_SIZES, THEMES, Settings, changed
from kneedesk.ui.dialogs.fitted import room_of
from kneedesk.ui.theme import Theme, scaled
from kneedesk.ui.widgets.card import Card
from kneedesk.ui.widgets.choice import ChoiceField, YesNoField
from kneedesk.ui.widgets.field import Field
from kneedesk.ui.widgets.folder import FolderField, PictureField
from kneedesk.ui.widgets.pick import PickField
from kneedesk.ui.widgets.server_form import ServerForm
from kneedesk.ui.widgets.text import body_label, heading
from kneedesk.ui.widgets.written import LongTextField, TextField

_THEMES: Final = {"light": "Light", "dark": "Dark", "system": "As the computer"}
_LANGUAGES: Final = {"en": "English", "es": "Español"}
_LOGO: Final = "A PNG or JPEG picture of at most 2 MB, for the letterhead of every document."
_OWN_PACK: Final = (
    "A folder with the practice's prices, contacts, courses and notices. It is read when KneeDesk is started again."
)


class SettingsDialog(QDialog):
    """What is changed takes effect with *Save*, all of it at once."""

    saved = Signal(object)
    """The settings as they are to be from now on."""
    users_asked = Signal()
    about_asked = Signal()
    backups_asked = Signal()
    retention_asked = Signal()
    journal_asked = Signal()
    server_asked = Signal(str)
    """The address of a server is to be tried, and :attr:`server` to be told what it answers."""

    def __init__(
        self,
        settings: Settings,
        language: Language,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle("KneeDesk")
        self.setAccessibleName(language.say("Settings"))
        self.setModal(True)
        self.resize(QSize(scaled(720), scaled(620)).boundedTo(room_of(self)))
        self._settings = settings
        self._language = language
        self._fields: dict[str, Field] = {}
        self._tried = ""
        self.server = ServerForm(settings.store, language)
        self.server.asked.connect(self.server_asked)
        self.server.known.connect(self._go_on)
        self._fields["store"] = self.server.field
        self.save = QPushButton(language.say("Save"))
        self.save.setObjectName("settings.save")
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.cancel = QPushButton(language.say("Cancel"))
        self.cancel.setObjectName("settings.cancel")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.about = QPushButton(language.say("About KneeDesk"))
        self.about.setObjectName("settings.about")
        self.about.setAutoDefault(False)
        self.about.clicked.connect(self.about_asked)
        self._arrange()
        for path, field in self._fields.items():
            field.mark.withhold()
            field.mark.hide()
            field.show_value(_value(settings, path))
            field.recorded.connect(lambda value, path=path: self._take(path, value))

    def field(self, path: str) -> Field:
        """Return the field of a setting."""
        return self._fields[path]

    def _take(self, path: str, value: Any) -> None:
        if path == "store" and not self.server.judge():
            return
        self._settings = changed(self._settings, path, "" if value is None else value)

    def _save(self) -> None:
        """Save, or go to the first field with a value that cannot be taken."""
        for field in self._fields.values():
            field.commit()
        self.server.judge()  # what a server answered is asked again
        refused = next((field for field in self._fields.values() if field.fault()), None)
        if refused is not None:
            self._go_to(refused)
        elif not self.server.is_sound:
            self._tried = self.server.address  # with a server that does not answer KneeDesk would not open again
            self._area.ensureWidgetVisible(self.server)
            self.server.ask()
        else:
            self.saved.emit(self._settings)
            self.accept()

    def _go_on(self, sound: bool) -> None:
        """Go on with saving, now that it is known whether the server answers."""
        tried, self._tried = self._tried, ""
        if tried and tried == self.server.address:
            if sound:
                self._save()
            else:
                self._go_to(self.server.field)

    def _go_to(self, field: Field) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(field)

    def _arrange(self) -> None:
        say = self._language.say
        body = QWidget()
        cards = QVBoxLayout(body)
        cards.setContentsMargins(24, 4, 14, 12)  # the scroll bar takes the rest
        cards.setSpacing(14)
        for card in (self._practice(), self._clinician(), self._desk(), self._security(), self._shared(), self._kept()):
            cards.addWidget(card)
        cards.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        head = QVBoxLayout()
        head.setContentsMargins(24, 22, 24, 10)
        head.setSpacing(6)
        head.addWidget(heading(say("Settings"), 1))
        said = "A new consultation copies the practice, the physician, the place and the language from here."
        head.addWidget(body_label(say(said), "quiet"))
        foot = QFrame()
        foot.setProperty("tone", "footer")
        ends = QHBoxLayout(foot)
        ends.setContentsMargins(24, 12, 24, 12)
        ends.setSpacing(10)
        ends.addWidget(self.about)
        ends.addStretch(1)
        ends.addWidget(self.cancel)
        ends.addWidget(self.save)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(area, 1)
        lines.addWidget(foot)

    def _practice(self) -> Card:
        say = self._language.say
        return self._card(
            say("Practice"),
            say("As the letterhead of every document names it."),
            (
                self._text("practice.name", say("Name")),
                self._text("practice.address", say("Address")),
                self._text("practice.phone", say("Telephone")),
                self._text("practice.emergency_phone", say("Emergency telephone")),
            ),
            LongTextField(
                "practice.financial_interest",
                say("Financial interest"),
                self._language,
                help_text=say("What the practice earns from a treatment, as the consent form says it."),
                lines=2,
            ),
            PictureField("logo", say("Logo"), self._language, help_text=say(_LOGO)),
        )

    def _clinician(self) -> Card:
        say = self._language.say
        return self._card(
            say("Physician at this desk"),
            "",
            (
                self._text("clinician.name", say("Name")),
                self._text("clinician.registration", say("Registration")),
                self._text("clinician.role", say("Role")),
            ),
        )

    def _desk(self) -> Card:
        say = self._language.say
        places = tuple((place, say(ANSWERS["jurisdiction"][place])) for place in JURISDICTIONS)
        note = say("Takes effect when KneeDesk is started again.")
        return self._card(
            say("This desk"),
            "",
            (
                PickField("jurisdiction", say("Place of treatment"), self._language, places, required=True),
                self._choice("language", say("Language"), LANGUAGES, _LANGUAGES, note),
            ),
            self._choice("theme", say("Look"), THEMES, _THEMES),
            self._text_size(),
            YesNoField(
                "elapsed_time",
                say("Show how long a consultation has been open"),
                self._language,
            ),
            YesNoField("show_lines_to_say", say("Show a line to say under each heading"), self._language),
            YesNoField("drawer_open", say("Open the basis beside the page"), self._language),
            FolderField("practice_pack", say("The practice's own pack"), self._language, help_text=say(_OWN_PACK)),
        )

    def _security(self) -> Card:
        say = self._language.say
        times = tuple((minutes, str(minutes)) for minutes in LOCK_MINUTES)
        said = say("Counted from the last key or movement; then only a passphrase leads back.")
        name = say("Lock after so many minutes")
        after = ChoiceField("lock_minutes", name, self._language, times, help_text=said, required=True)
        card = self._card(say("Security"), "", (), after)
        users = QPushButton(say("Users and passphrases…"))
        users.setObjectName("settings.users")
        users.setAutoDefault(False)
        users.clicked.connect(self.users_asked)
        card.body.addWidget(users, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _shared(self) -> Card:
        say = self._language.say
        card = Card(say("Many desks"), say("Desks that name the same server work on the same consultations."))
        card.body.addWidget(self.server)
        return card

    def _kept(self) -> Card:
        """Return what leads to what is done for all consultations at once; it takes effect without *Save*."""
        say = self._language.say
        card = Card(say("All consultations"), say("What is done here is done at once."))
        row = QHBoxLayout()
        row.setSpacing(10)
        for name, words, asked in (
            ("backups", say("Backups\N{HORIZONTAL ELLIPSIS}"), self.backups_asked),
            ("retention", say("Delete patients\N{HORIZONTAL ELLIPSIS}"), self.retention_asked),
            ("journal", say("Journal\N{HORIZONTAL ELLIPSIS}"), self.journal_asked),
        ):
            button = QPushButton(words)
            button.setObjectName(f"settings.{name}")
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            row.addWidget(button)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _card(self, title: str, subtitle: str, pairs: tuple[Field, ...], *below: Field) -> Card:
        card = Card(title, subtitle)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(12)
        for place, field in enumerate(pairs):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        for field in below:
            card.body.addWidget(field)
        self._fields |= {field.path: field for field in (*pairs, *below)}
        return card

    def _text(self, path: str, name: str) -> TextField:
        return TextField(path, name, self._language)

    def _text_size(self) -> ChoiceField:
        said = self._language.say("Text size")
        sizes = tuple((size, f"{size} %") for size in TEXT_SIZES)
        keys = self._language.say("Ctrl and plus or minus change it at any time; Ctrl+0 is the usual size.")
        return ChoiceField("text_size", said, self._language, sizes, help_text=keys, required=True)

    def _choice(
        self, path: str, name: str, values: tuple[str, ...], words: dict[str, str], help_text: str = ""
    ) -> ChoiceField:
        options = tuple((value, self._language.say(words[value])) for value in values)
        return ChoiceField(path, name, self._language, options, help_text=help_text, required=True)


def _value(settings: Settings, path: str) -> Any:
    value: Any = settings
    for name in path.split("."):
        value = getattr(value, name)
    return value
