"""Bytes become the text they were, in whatever encoding an office machine writes."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officegen.errors import InputError
from officegen.reading.encodings import decode

_TEXT = "文种: 会议通知\n标题: 关于召开工作例会的通知\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
def test_usual_encodings(encoding: str) -> None:
    assert decode(_TEXT.encode(encoding)) == _TEXT


def test_utf16_big_endian_with_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be")) == _TEXT


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_all_utf8_is_read(text: str) -> None:
    assert decode(text.encode()) == text


def test_rare_han_in_gb18030() -> None:
    assert decode("𠮷野家与㐂，会议通知。".encode("gb18030")) == "𠮷野家与㐂，会议通知。"


@pytest.mark.parametrize("data", [b"PK\x03\x04\x00\x00", b"\xff\xff\xff\xff", "a通知".encode("utf-16-le")])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="另存为 UTF-8"):
        decode(data, "f.yaml")


def test_damaged_utf8_is_not_taken_for_something_else() -> None:
    data = _TEXT.encode()
    with pytest.raises(InputError, match=r"f\.yaml 第2行：这一行里有损坏的字符"):
        decode(data.replace("例会".encode(), "例会".encode()[:-1]), "f.yaml")


def test_mark_of_utf16_before_something_else() -> None:
    with pytest.raises(InputError, match="已损坏"):
        decode(codecs.BOM_UTF16_LE + b"a", "f.yaml")
