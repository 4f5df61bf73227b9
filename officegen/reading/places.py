"""Where each value stands in a file: each format makes a tree of places, shaped as its values are."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where a value stands, and where the values in it stand.

    Attributes:
        line: The line of its key, or of itself where it has none, from 1.
        keys: The values of a mapping by key.
        items: The values of a list.
    """

    line: int
    keys: dict[str, Place]
    items: list[Place]

    @classmethod
    def at(cls, line: int) -> Place:
        """A place that holds no others yet."""
        return cls(line, {}, [])
