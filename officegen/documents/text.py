r"""The text that users write: which characters it may hold, and how bold is marked in it.

Bold is typed as ``**重点**``. The two stars mark bold only where they enclose something and touch it on
the inside; any other star is an ordinary character, those of ``5**3**2`` too, and ``\\*`` is always a star.
"""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from pydantic_core import PydanticCustomError

from officegen.documents.fields import Read, is_blank

# What XML 1.0 cannot hold or says to avoid: control characters, lone surrogates, U+FFFE and U+FFFF. A
# carriage return is among them on purpose: an XML reader would turn it into a line feed behind the user's back.
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BOLD = r"\\\*|\*\*(?=[^\s*])((?:\\\*|[^*])*?[^\s*\\]|\\\*)\*\*"


def _read_text(value: object) -> object:
    """Let a number stand where text is wanted (a phone, a room), read line ends of any system, check."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return value
    text = (
        value.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if "\r" in value or "\n" in value
        else value
    )
    if found := _ILLEGAL.search(text):
        raise PydanticCustomError(
            "illegal_character",
            "第{place}个字符是看不见的控制字符（U+{code}），Word 文件里不能有它。请删去它，它前后的文字是“{around}”。",
            {
                "place": found.start() + 1,
                "code": f"{ord(found.group()):04X}",
                "around": _ILLEGAL.sub("▯", text[max(0, found.start() - 8) : found.start() + 9]),
            },
        )
    return text


def _read_line(value: object) -> object:
    text = _read_text(value)
    if isinstance(text, str) and "\n" in text:
        raise PydanticCustomError("one_line", "这里只能写一行，不能换行。", {})
    return text


_TYPED = {"type": ["string", "number"]}

Text = Annotated[str, Read(_read_text, _TYPED)]
"""Text of one or several lines."""

Line = Annotated[str, Read(_read_line, _TYPED)]
"""Text of one line."""


def as_list(value: object) -> object:
    """Let one value stand where a list is wanted."""
    return value if isinstance(value, list | tuple) or value is None else [value]


def _texts(value: object) -> object:
    listed = as_list(value)
    return [item for item in listed if not is_blank(item)] if isinstance(listed, list | tuple) else listed


OneOrMany = Annotated[list[Line], Read(_texts)]
"""A list of one-line texts, where a single one may be typed without a list; blank ones say nothing."""


class Span(NamedTuple):
    """A stretch of text of one weight."""

    text: str
    bold: bool


def spans(text: str) -> list[Span]:
    """Part a text with ``**`` in it into plain and bold stretches; the characters between stay as they are."""
    if "*" not in text:
        return [Span(text, False)] if text else []
    found: list[Span] = []

    def add(piece: str, bold: bool) -> None:
        if piece and found and found[-1].bold == bold:
            found[-1] = Span(found[-1].text + piece, bold)
        elif piece:
            found.append(Span(piece, bold))

    end = 0
    for match in re.finditer(_BOLD, text):
        add(text[end : match.start()], False)
        inside = match.group(1)
        if inside is None:
            add("*", False)
        elif _is_power(text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1], inside):
            add(match.group(), False)
        else:
            add(inside.replace("\\*", "*"), True)
        end = match.end()
    add(text[end:], False)
    return found


def _is_power(around: str, inside: str) -> bool:
    """Whether the stars raise to a power, as in ``5**3**2``: letters or digits on both sides of both pairs."""
    pressed = around + inside[0] + inside[-1]
    return len(around) == 2 and pressed.isascii() and pressed.isalnum()


def plain(text: str) -> str:
    """The text without the marks of bold."""
    return "".join(span.text for span in spans(text)) if "*" in text else text
