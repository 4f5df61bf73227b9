"""YAML → forms. Every value stays the text that was typed: 14:30, 012, 1.10 and 2025-03-14 mean themselves.

Built on the events of the parser and not on PyYAML's own construction, which makes dates, numbers and
truth values of text, lets a later key replace an earlier one in silence, and does not bound aliases.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from officegen.errors import InputError, Problem
from officegen.reading.form import MAX_DEPTH, TOO_DEEP, Form, duplicate
from officegen.reading.places import Place

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of libyaml, about ten times as fast, where PyYAML was built with it."""

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TEXT_TAG = "tag:yaml.org,2002:str"

_MAX_REPEATED = 1_000_000
"""How many values and characters aliases may repeat, all together."""

_QUOTE = "如果它是文字的一部分，请给整段文字加上引号。"


class _Node(NamedTuple):
    """A value that was read.

    Attributes:
        value: The value.
        place: Where it stands.
        size: How many values and characters it holds, for the bound on aliases.
    """

    value: object
    place: Place
    size: int


class _Anchor:
    """A value that was given a name; it has no node as long as it is being read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.node: _Node | None = None
        self.used = False


class _FormError(Exception):
    """What stands in the file cannot be taken as a form."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Builder:
    """Builds values from the events of one file."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[Event] = yaml.parse(text, Loader=_LOADER)
        self._anchors: dict[str, _Anchor] = {}
        self._repeated = 0

    def forms(self) -> Iterator[Form]:
        """Every document of the file."""
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._anchors = {}
                node = self._node(next(self._events), 0)
                self._refuse_unused_anchors()
                yield Form(node.value, lambda place=node.place: place)  # type: ignore[misc]

    def _node(self, event: Event, depth: int) -> _Node:
        line = _line(event)
        if isinstance(event, AliasEvent):
            return self._alias(event, line)
        if depth > MAX_DEPTH:
            raise _FormError(Problem(TOO_DEEP, line=line))
        assert isinstance(event, NodeEvent)  # noqa: S101 - what the parser promises
        anchor = self._new_anchor(event.anchor, line)
        if isinstance(event, MappingStartEvent):
            node = self._mapping(event, line, depth)
        elif isinstance(event, SequenceStartEvent):
            node = self._sequence(event, line, depth)
        else:
            node = _scalar(event, line)
        if anchor:
            anchor.node = node
        return node

    def _mapping(self, event: MappingStartEvent, line: int, depth: int) -> _Node:
        _refuse_tag(event.tag, line)
        values: dict[str, object] = {}
        place, size = Place.at(line), 1
        while not isinstance(key_event := next(self._events), MappingEndEvent):
            key, at = self._key(key_event)
            node = self._node(next(self._events), depth + 1)
            if key in values:
                raise _FormError(duplicate(key, place.keys[key].line, at))
            values[key] = node.value
            place.keys[key] = Place(at, node.place.keys, node.place.items)
            size += node.size
        return _Node(values, place, size)

    def _key(self, event: Event) -> tuple[str, int]:
        line = _line(event)
        if not isinstance(event, ScalarEvent):
            raise _FormError(
                Problem(
                    "这里的名称不是一个词。",
                    line=line,
                    remedy="文字以 {、[、? 或 * 开头时，请给整段文字加上引号。",
                )
            )
        _refuse_tag(event.tag, line)
        if event.anchor:
            raise _FormError(Problem(f"名称前面不能有“&{event.anchor}”。", line=line, remedy=_QUOTE))
        if event.value == "<<" and event.implicit[0]:
            raise _FormError(
                Problem("表单不支持“<<”合并写法。", line=line, remedy="请把要合并的内容直接写出来。")
            )
        return event.value, line

    def _sequence(self, event: SequenceStartEvent, line: int, depth: int) -> _Node:
        _refuse_tag(event.tag, line)
        values: list[object] = []
        place, size = Place.at(line), 1
        while not isinstance(item := next(self._events), SequenceEndEvent):
            node = self._node(item, depth + 1)
            values.append(node.value)
            place.items.append(node.place)
            size += node.size
        return _Node(values, place, size)

    def _new_anchor(self, name: str | None, line: int) -> _Anchor | None:
        if not name:
            return None
        self._refuse_unused_anchors(name)
        anchor = self._anchors[name] = _Anchor(line)
        return anchor

    def _alias(self, event: AliasEvent, line: int) -> _Node:
        anchor = self._anchors.get(event.anchor or "")
        if anchor is None:
            raise _FormError(
                Problem(f"“*{event.anchor}”引用的内容没有在前面写过。", line=line, remedy=_QUOTE)
            )
        if anchor.node is None:
            raise _FormError(
                Problem(f"“*{event.anchor}”引用了它自己。", line=line, remedy="请改写成具体内容。")
            )
        anchor.used = True
        self._repeated += anchor.node.size
        if self._repeated > _MAX_REPEATED:
            raise _FormError(Problem("“*”引用展开后的内容太多。", line=line, remedy="请改写成具体内容。"))
        return anchor.node

    def _refuse_unused_anchors(self, name: str | None = None) -> None:
        """A name that nothing refers to was probably meant as text, which would be lost without a word."""
        for each, anchor in self._anchors.items():
            if not anchor.used and name in (None, each):
                raise _FormError(
                    Problem(f"“&{each}”会被当作记号而不出现在公文里。", line=anchor.line, remedy=_QUOTE)
                )


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _scalar(event: Event, line: int) -> _Node:
    assert isinstance(event, ScalarEvent)  # noqa: S101 - the only event left
    _refuse_tag(event.tag, line)
    plain = event.implicit[0] and event.tag is None
    value = None if plain and event.value in _NOTHING else event.value
    return _Node(value, Place.at(line), 1 + len(event.value))


def _refuse_tag(tag: str | None, line: int) -> None:
    if tag not in (None, "!", _TEXT_TAG):
        raise _FormError(
            Problem(
                f"“{tag}”会被当作记号而不出现在公文里。",
                line=line,
                remedy="文字以 ! 开头时，请给整段文字加上引号。",
            )
        )


def parse(text: str, source: str) -> list[Form]:
    """Every form of a YAML file, which parts them by ``---``.

    Raises:
        InputError: The file is not sound YAML, or uses what a form must not.
    """
    try:
        return list(_Builder(text).forms())
    except _FormError as error:
        raise InputError([error.problem], source) from None
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise InputError([Problem("这一行里有残缺的字符，请删去它。", line=line)], source) from None
    except yaml.YAMLError as error:
        from officegen.reading.yaml_faults import explain

        raise InputError([explain(error, text)], source) from None
