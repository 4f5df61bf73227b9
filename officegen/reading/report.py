"""What reading gives: the documents, and a report of what was dropped, changed and doubted on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from officegen.documents.document import Document


class Dropped(NamedTuple):
    """Text that did not become part of a document.

    Attributes:
        line: Its line in the source, from 1; None where it cannot be told.
        text: The text.
        reason: Why, in English, stable.
    """

    line: int | None
    text: str
    reason: str


class Changed(NamedTuple):
    """Text that stands in the document otherwise than it was typed.

    Attributes:
        line: Its line in the source, from 1; None where it cannot be told.
        before: As it was typed.
        after: As it stands in the document.
        reason: Why, in English, stable.
    """

    line: int | None
    before: str
    after: str
    reason: str


class Doubt(NamedTuple):
    """Something a person should look at.

    Attributes:
        line: Its line in the source, from 1; None where it cannot be told.
        code: What it is, in English, stable.
        message: What there is to see, a Chinese sentence.
        excerpt: The line as it was typed.
    """

    line: int | None
    code: str
    message: str
    excerpt: str


@dataclass(frozen=True)
class Report:
    """Everything that reading did not carry over exactly as it stood, or is not sure of."""

    dropped: tuple[Dropped, ...] = ()
    changed: tuple[Changed, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The report as ``officegen outline --json`` shows it."""
        return {
            "dropped": [each._asdict() for each in self.dropped],
            "changed": [each._asdict() for each in self.changed],
            "doubts": [each._asdict() for each in self.doubts],
        }


@dataclass(frozen=True)
class Reading:
    """The documents that a source holds, in order, and the report."""

    documents: tuple[Document, ...]
    report: Report
