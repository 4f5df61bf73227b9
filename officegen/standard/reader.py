"""From TOML tables to frozen records: every key known, every value of its declared type."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeGuard, TypeVar, Union, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


class StandardError(ValueError):
    """The data file of the standard is wrong; the message names the place."""


def record(kind: type[Record], table: object, place: str) -> Record:
    """Read one TOML table into a record.

    A field that is a record is read from a table; a field that maps names to records, from a table of
    tables, where each record learns its own name as ``key``.

    Args:
        kind: The dataclass to make.
        table: The TOML table.
        place: Dotted path of the table, for error messages; empty for the whole file.

    Returns:
        The record.

    Raises:
        StandardError: A key is unknown or missing, or a value has the wrong type.
    """
    entries = _table(table, place)
    schema: Any = kind
    annotations = _annotations(schema)
    if unknown := sorted(entries.keys() - annotations.keys()):
        raise StandardError(f"{place or 'top level'}: unknown key {', '.join(unknown)}")
    if missing := sorted(_required(schema) - entries.keys()):
        raise StandardError(f"{place or 'top level'}: missing key {', '.join(missing)}")
    prefix = place and f"{place}."
    return kind(**{key: _value(annotations[key], value, prefix + key) for key, value in entries.items()})


@cache
def _annotations(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _required(kind: Any) -> frozenset[str]:
    return frozenset(
        each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING
    )


def _table(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise StandardError(f"{place}: expected a table, got {value!r}")
    return value


def _value(annotation: Any, value: object, place: str) -> object:
    if _is_record(annotation):
        return record(annotation, value, place)
    origin, members = get_origin(annotation), get_args(annotation)
    if origin is Mapping:
        return _mapping(members[1], _table(value, place), place)
    if origin is tuple and isinstance(value, list):
        return tuple(_value(members[0], item, place) for item in value)
    if not _fits(annotation, value):
        raise StandardError(f"{place}: {value!r} is not {_wording(annotation)}")
    return value


def _mapping(annotation: Any, table: dict[str, object], place: str) -> dict[str, object]:
    if not _is_record(annotation):
        return {key: _value(annotation, value, f"{place}.{key}") for key, value in table.items()}
    return {
        key: record(annotation, _table(value, f"{place}.{key}") | {"key": key}, f"{place}.{key}")
        for key, value in table.items()
    }


def _is_record(annotation: Any) -> TypeGuard[type[object]]:
    return isinstance(annotation, type) and is_dataclass(annotation)


def _fits(annotation: Any, value: object) -> bool:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return any(_fits(member, value) for member in get_args(annotation))
    if origin is Literal:
        return value in get_args(annotation)
    if annotation in (int, float):
        return isinstance(value, int | annotation) and not isinstance(value, bool)
    return isinstance(value, annotation)


def _wording(annotation: Any) -> str:
    origin = get_origin(annotation)
    if origin in (Union, UnionType):
        return " or ".join(_wording(member) for member in get_args(annotation))
    if origin is Literal:
        return "one of " + ", ".join(map(str, get_args(annotation)))
    return str(getattr(annotation, "__name__", annotation))
