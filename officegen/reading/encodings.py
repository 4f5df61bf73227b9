"""Bytes → text, whatever a Chinese office machine has written them in."""

from __future__ import annotations

import codecs

from officegen.errors import InputError, Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The byte order marks by which a file says what it is written in."""

_REMEDY = "请在编辑器里另存为 UTF-8 编码的文本文件。"


def decode(data: bytes, source: str = "") -> str:
    """Read bytes as UTF-8, as UTF-16 where a mark says so, or else as GB18030, which holds GBK.

    Raises:
        InputError: The bytes are no text in any of them.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise InputError(
                    "文件开头说明了编码，内容却不是这种编码，文件可能已损坏。" + _REMEDY, source
                ) from None
    try:
        return _without_nul(data.decode("utf-8"), source)
    except UnicodeDecodeError as error:
        return _as_gb18030(data, error, source)


def _as_gb18030(data: bytes, utf8_error: UnicodeDecodeError, source: str) -> str:
    # Damaged UTF-8 often makes sense as GB18030, as other characters; to take it so would change the text.
    if _is_damaged_utf8(data):
        line = data.count(b"\n", 0, utf8_error.start) + 1
        raise InputError([Problem("这一行里有损坏的字符（不是完整的 UTF-8）。" + _REMEDY, line=line)], source)
    try:
        return _without_nul(data.decode("gb18030"), source)
    except UnicodeDecodeError:
        raise InputError("认不出这个文件的文字编码，它可能不是文本文件。" + _REMEDY, source) from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is beyond ASCII is sound UTF-8."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    beyond_ascii = sum(character > "\x7f" for character in text)
    return beyond_ascii > 2 * damaged


def _without_nul(text: str, source: str) -> str:
    if "\0" in text:
        raise InputError("这不是文本文件。" + _REMEDY, source)
    return text
