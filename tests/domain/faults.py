"""What a value refuses."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError


def faults(kind: type[BaseModel], **values: Any) -> list[tuple[str, str]]:
    """Return the place and the kind of every fault with which the values are refused."""
    with pytest.raises(ValidationError) as caught:
        kind(**values)
    return [(".".join(map(str, fault["loc"])), fault["type"]) for fault in caught.value.errors()]
