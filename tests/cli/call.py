"""What a call of the command line gives."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Protocol

SPEECH = "文种: 讲话稿\n标题: 在推进会上的讲话\n发言人: 周海涛\n正文: 一、提高认识\n"


class Result(NamedTuple):
    """How a call ended, and what it said."""

    status: int
    stdout_bytes: bytes
    errors: str

    @property
    def stdout(self) -> str:
        """Standard output as text."""
        return self.stdout_bytes.decode()


class Call(Protocol):
    """Calls ``officegen``."""

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Result: ...


def write(folder: Path, name: str, text: str = SPEECH, encoding: str = "utf-8") -> str:
    """Write a form and return its name."""
    (folder / name).write_bytes(text.encode(encoding))
    return name


def names(folder: Path) -> list[str]:
    """Everything in a folder, by name."""
    return sorted(path.name for path in folder.iterdir())
