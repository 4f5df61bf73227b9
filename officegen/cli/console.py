"""Talking to the person at the console."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def use_utf8() -> None:
    """Write UTF-8 whatever the system's code page is; file names that are no text come through as they are."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    if isinstance(sys.stderr, TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(text: str) -> None:
    """Say what was asked for, on standard output."""
    sys.stdout.write(f"{text}\n")


def hint(text: str) -> None:
    """Say on the side what may be worth a look."""
    _aside("提示", text)


def complain(text: str) -> None:
    """Say what went wrong, one fault on each line."""
    _aside("错误", text)


def _aside(word: str, text: str) -> None:
    for line in text.splitlines():
        sys.stderr.write(f"{word}：{line}\n")
