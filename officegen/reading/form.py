"""A form as it stands in a file: values, and where each of them stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from officegen.errors import Problem
from officegen.reading.places import Place

MAX_DEPTH = 64
"""How deep lists and mappings may be nested. A body needs about a dozen levels; beyond this a file is broken
or made to exhaust the machine."""

TOO_DEEP = f"层次太深，超过了{MAX_DEPTH}层。请检查缩进或括号。"


class Form(NamedTuple):
    """One form.

    Attributes:
        value: What it says, in mappings, lists and text.
        locate: Makes its tree of places; called only when a line must be shown.
    """

    value: object
    locate: Callable[[], Place]


def duplicate(key: str, first: int, second: int) -> Problem:
    """The problem that a key stands twice in one mapping."""
    return Problem(f"“{key}”写了两次，第{first}行已经写过。", line=second, remedy="请只留一处。")
