"""All that a document is made from, and the few things that every document says of itself."""

from dataclasses import dataclass, replace
from datetime import datetime

from kneedesk.assessment.assessment import Assessment
from kneedesk.assessment.candidacy import Candidacy
from kneedesk.assessment.readiness import Document, Missing
from kneedesk.documents.logo import Logo
from kneedesk.domain.consultation import Consultation
from kneedesk.domain.decision import Outcome
from kneedesk.domain.treatment import Treatment
from kneedesk.knowledge.library import Library
from kneedesk.knowledge.option import Option
from kneedesk.language import Language
from kneedesk.presentation.content import (
    Block,
    Bullets,
    Cell,
    Continued,
    Fields,
    Heading,
    Paragraph,
    Signature,
    Span,
    Together,
    WritingLines,
    say,
    text_of,
)
from kneedesk.presentation.outlook import natural_course
from kneedesk.presentation.people import knee_words
from kneedesk.presentation.wording import lower, speak_text, title_of, with_label

OUTCOMES = {
    Outcome.PROCEED: "To go ahead",
    Outcome.NOT_TODAY: "Not today",
    Outcome.REFER: "To see another specialist",
    Outcome.DECLINE: "Not to have it",
}
"""How a talk may end, in the order of the forms, as messages to the patient."""


@dataclass(frozen=True, slots=True)
class Material:
    """A consultation, what follows from it, what is known, in which language, and when the page is made."""

    consultation: Consultation
    assessment: Assessment
    library: Library
    language: Language
    made_at: datetime
    facing: Language | None = None
    """The physician's language, in which the record carries a copy of what was signed in another."""
    logo: Logo | None = None
    copied: bool = False
    """Whether it is what a copy says, on which nothing is written or signed."""

    def say(self, message: str) -> str:
        """Return a message of the application in the document's language."""
        return self.language.say(message)

    @property
    def treatment(self) -> Treatment | None:
        """Return the course that the document is about: the one proposed."""
        return self.consultation.proposal.treatment

    @property
    def option(self) -> Option | None:
        """Return the pack's words on the proposed course."""
        return self.library.options[self.treatment] if self.treatment else None

    @property
    def subject(self) -> str:
        """Return what it is about, within a sentence: the proposed course, where there is one, and the knee."""
        knee = knee_words(self.consultation, self.language)
        if self.option is None:
            return knee
        procedure = lower(self.option.name.spoken(self.language.tag))
        return self.say("{procedure}, {knee}").format(procedure=procedure, knee=knee)

    @property
    def condition_text(self) -> str:
        """Return the id of the text that explains the patient's condition."""
        name = f"condition-{self.consultation.history.condition}"
        return name if name in self.library.texts else "condition-other"

    @property
    def natural_course(self) -> tuple[Heading, Bullets]:
        """Return what may happen without a procedure, as a section."""
        return self.titled_text(natural_course(self.consultation))

    @property
    def candidacy(self) -> Candidacy | None:
        """Return the verdict on the proposed course."""
        return self.assessment.candidacies[self.treatment] if self.treatment else None

    @property
    def is_surgery(self) -> bool:
        """Tell whether the proposed course is an operation."""
        return self.treatment in (Treatment.ARTHROSCOPY, Treatment.KNEE_REPLACEMENT)

    @property
    def goes_on(self) -> bool:
        """Tell whether the proposed course was chosen or is still open."""
        return self.consultation.decision.outcome in (None, Outcome.PROCEED)

    @property
    def outcome(self) -> str:
        """Return how the talk ended, as the patient is told; empty where that is open."""
        outcome = self.consultation.decision.outcome
        return self.say(OUTCOMES[outcome]) if outcome else ""

    def missing(self, document: Document) -> tuple[Missing, ...]:
        """Return the mandatory elements that a document lacks; what is final lacks nothing that was asked for then."""
        return () if self.consultation.finalised is not None else self.assessment.missing[document]

    def text(self, name: str) -> Cell:
        """Return the statements of a text of the pack."""
        return speak_text(name, self.library, self.language)

    def labelled(self, lines: Cell) -> Cell:
        """Return statements with a label on those that rest on what was read second-hand and do not say so."""
        return tuple(tuple(self._labelled(span) for span in line) for line in lines)

    def _labelled(self, span: Span) -> Span:
        facts = [self.library.facts[name] for name in span.basis if name in self.library.facts]
        label = self.say("second-hand")
        if label in span.text.casefold() or not any(fact.status == "secondary" for fact in facts):
            return span
        return replace(span, text=with_label(span.text, label))

    def titled_text(self, name: str) -> tuple[Heading, Bullets]:
        """Return a text of the pack as a section: its title over its statements."""
        return Heading(title_of(name, self.library, self.language), 3), Bullets(self.text(name))

    def section(self, heading: Heading, *blocks: Block) -> Continued:
        """Return blocks under a heading that comes again on every page that goes on with them."""
        return Continued(self.continued(heading.text), (heading, *blocks))

    def continued(self, heading: str) -> str:
        """Return a heading as it stands over what goes on overleaf."""
        return self.say("{heading}, continued").format(heading=heading)

    @property
    def left_empty(self) -> str:
        """Return why lines of a form that is final are empty; nothing where it is a draft."""
        finalised = self.consultation.finalised
        if finalised is None or self.copied:
            return ""
        words = self.language.say("Left for the pen when this form was made final on {day}.")
        return words.format(day=self.language.day(finalised.at))

    @property
    def left_empty_note(self) -> tuple[Paragraph, ...]:
        """Return the same as it stands beneath lines that are in no table."""
        words = f"{self.language.say('Empty lines and boxes')}: {lower(self.left_empty)}"
        return (Paragraph(say(words), style="note"),) if self.left_empty else ()

    def written(self, lines: Fields | WritingLines) -> Block:
        """Return lines to write on; a form that is final says of those that are empty that they were left so."""
        if not self.left_empty:
            return lines
        if isinstance(lines, WritingLines):
            return Together((lines, *self.left_empty_note))
        if all(any(map(text_of, cell)) for _, cell in lines.pairs):
            return lines
        left = (self.language.say("Empty lines"), (say(self.left_empty),))
        return replace(lines, pairs=(*lines.pairs, left))

    @property
    def signature_labels(self) -> tuple[str, str, str, str]:
        """Return the words under the lines of a place to sign."""
        return self.say("Printed name"), self.say("Signature"), self.say("Date"), self.say("Time")

    def signature(self, role: str, printed_name: str, meaning: str) -> Signature:
        """Return an empty place to sign, its lines named in the document's language."""
        return Signature(self.say(role), printed_name, self.say(meaning), self.signature_labels)

    def paragraphs(self, name: str) -> tuple[Paragraph, ...]:
        """Return the statements of a text of the pack as one paragraph each."""
        return tuple(Paragraph(line) for line in self.text(name))
