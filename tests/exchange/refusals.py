"""What every refusal must be: short, printable sentences for a person, and nothing of the file beyond them."""

import traceback

import pytest

from kneedesk.exchange.consultation_file import loads
from kneedesk.exchange.faults import Refused

LONGEST_SENTENCE = 1000
WHAT_IS_ALLOWED = (
    "; allowed is ",
    "; allowed are ",
    "the only encoding that is read",
    "the most that is read",
    "which reads version 1",
    "further faults that are not listed",
)


def check(refused: Refused) -> tuple[str, ...]:
    """Return the sentences of a refusal after a look at each."""
    assert refused.sentences
    assert str(refused) == "\n".join(refused.sentences)
    for sentence in refused.sentences:
        assert sentence.isprintable(), sentence
        assert len(sentence) <= LONGEST_SENTENCE, sentence
        assert any(words in sentence for words in WHAT_IS_ALLOWED), sentence
        assert "Traceback" not in sentence
        assert "pydantic" not in sentence
        assert "Value error" not in sentence
    # What was being handled holds the whole file: no report of an error may show it.
    assert "ValidationError" not in "".join(traceback.format_exception(refused))
    return refused.sentences


def refusal(content: bytes) -> tuple[str, ...]:
    """Return the sentences with which the bytes of a file are refused."""
    with pytest.raises(Refused) as caught:
        loads(content)
    return check(caught.value)
