"""Everything that can go wrong, in one tree.

OfficegenError
├── InputError          what the user wrote is at fault; nothing was written   (exit status 1)
│   └── OutputError     the file cannot be written where it was asked for      (exit status 1)
├── UsageError          the call itself is wrong                               (exit status 2)
├── TemplateError       a template or its pack is at fault                     (exit status 3)
└── MissingToolError    this machine lacks something: LibreOffice, a font      (exit status 4)

Texts are Chinese, because office users read them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong, where, and what to write instead.

    Attributes:
        message: What is wrong, a Chinese sentence.
        field: The field by both names, such as ``会议地点（place）``; empty where none is meant.
        line: The line in the file, from 1; None where it cannot be told.
        remedy: What to write instead; empty where the message says it all.
    """

    message: str
    field: str = ""
    line: int | None = None
    remedy: str = ""

    def describe(self, source: str = "") -> str:
        """The problem as one line of text, headed by its place."""
        place = " ".join(
            part for part in (source, f"第{self.line}行" if self.line else "", self.field) if part
        )
        return "".join((f"{place}：" if place else "", self.message, self.remedy))


class OfficegenError(Exception):
    """Whatever officegen raises on purpose."""

    exit_status: ClassVar[int] = 1


class InputError(OfficegenError):
    """What the user wrote is at fault.

    Attributes:
        source: The file's name, or empty.
        problems: Every problem found, in reading order.
    """

    def __init__(self, problems: Sequence[Problem] | str, source: str = "") -> None:
        self.source = source
        self.problems = (Problem(problems),) if isinstance(problems, str) else tuple(problems)
        super().__init__("\n".join(problem.describe(source) for problem in self.problems))


class OutputError(InputError):
    """The file cannot be written where it was asked for."""


class UsageError(OfficegenError):
    """The call itself is wrong: an unknown kind, layout option or numbering mode."""

    exit_status = 2


class TemplateError(OfficegenError):
    """A template or the pack that holds it is at fault."""

    exit_status = 3


class MissingToolError(OfficegenError):
    """This machine lacks something that was asked for."""

    exit_status = 4
