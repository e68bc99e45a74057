"""The name of every finding, the same in the file, in a rule, on a control and in a report."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from kneedesk.domain.consultation import Consultation
from kneedesk.domain.record import Record

Choice = StrEnum | bool | int


@cache
def finding_types() -> Mapping[str, tuple[Any, ...]]:
    """Return every finding path with the types its value may have, ``None`` left out."""
    types: dict[str, tuple[Any, ...]] = {}
    for name, field in Consultation.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, Record):
            for inner, finding in field.annotation.model_fields.items():
                types[f"{name}.{inner}"] = _alternatives(finding.annotation)
        else:
            types[name] = _alternatives(field.annotation)
    return MappingProxyType(types)


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) in (Union, UnionType):
        return tuple(each for each in get_args(annotation) if each is not type(None))
    return (annotation,)


def value_of(consultation: Consultation, path: str) -> Any:
    """Return what is recorded under a finding path, ``None`` where nothing is."""
    return _reader(path)(consultation)


@lru_cache(maxsize=512)
def _reader(path: str) -> Callable[[Consultation], Any]:
    return attrgetter(path)


@cache
def choices(path: str) -> tuple[Choice, ...]:
    """Return the values of a finding that has a closed list of them, else nothing."""
    values: list[Choice] = []
    for each in finding_types()[path]:
        if each is bool:
            values += [True, False]
        elif isinstance(each, type) and issubclass(each, StrEnum):
            values += each
        elif get_origin(each) is Literal:
            values += [value for value in get_args(each) if not isinstance(value, str)]
    return tuple(values)


def entry_choices(path: str) -> tuple[Choice, ...]:
    """Return the values that an entry may have, where a finding is a list of values from a closed list."""
    lists = [each for kind in finding_types()[path] for each in (kind, *get_args(kind)) if get_origin(each) is tuple]
    entries = [get_args(each)[0] for each in lists]
    return tuple(choice for each in entries if isinstance(each, type) and issubclass(each, StrEnum) for choice in each)


def bounds(path: str) -> tuple[float, float]:
    """Return the lowest and the highest number that a finding may have.

    :raises ValueError: where the finding is no number with bounds.
    """
    for each in finding_types()[path]:
        limits = [limit for field in get_args(each) if isinstance(field, FieldInfo) for limit in field.metadata]
        lowest = next((limit.ge for limit in limits if isinstance(limit, Ge)), None)
        highest = next((limit.le for limit in limits if isinstance(limit, Le)), None)
        if lowest is not None and highest is not None:
            return float(str(lowest)), float(str(highest))
    raise ValueError(f"{path} has no bounds")
