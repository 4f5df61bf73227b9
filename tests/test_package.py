"""The zip file under a .docx: what is written can be read by everybody, and what is dangerous is not opened."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from collections.abc import Callable

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from officegen.package import FAST, PackageError, deflate, read_package, write_package
from officegen.packs.build import build_template

NAMES = st.text(st.sampled_from("abcXYZ0189_-一二.[]"), min_size=1, max_size=12).filter(
    lambda name: name not in (".", "..")
)
PARTS = st.dictionaries(NAMES, st.binary(max_size=300), max_size=8)


def _zip(parts: dict[str, bytes], **options: int) -> bytes:
    """A package as any other program would write it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", options.get("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _written(parts: dict[str, bytes]) -> bytes:
    return write_package(deflate(name, data) for name, data in parts.items())


@given(PARTS)
def test_what_is_written_is_read_back_in_order(parts: dict[str, bytes]) -> None:
    assert list(read_package(_written(parts)).items()) == list(parts.items())


@given(PARTS)
def test_others_can_read_what_is_written(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(_written(parts))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


@given(PARTS)
def test_what_others_write_is_read(parts: dict[str, bytes]) -> None:
    assert read_package(_zip(parts)) == parts
    assert read_package(_zip(parts, compression=zipfile.ZIP_STORED)) == parts


def test_folders_in_the_zip_are_no_parts() -> None:
    assert read_package(_zip({"word/": b"", "word/document.xml": b"<w/>"})) == {"word/document.xml": b"<w/>"}


@given(PARTS)
def test_the_same_parts_give_the_same_bytes(parts: dict[str, bytes]) -> None:
    assert _written(parts) == _written(dict(parts))


def test_no_clock_and_no_machine_stand_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    before = _written({"word/document.xml": b"<w/>"})
    monkeypatch.setattr(time, "time", lambda: 4e9)
    assert _written({"word/document.xml": b"<w/>"}) == before
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        (entry,) = archive.infolist()
    assert entry.date_time == (1980, 1, 1, 0, 0, 0)
    assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (0, 0, b"", b"")


def test_python_docx_opens_a_template_that_was_written() -> None:
    document = docx.Document(io.BytesIO(build_template("speech")))
    assert "{{ 标题 }}" in [paragraph.text for paragraph in document.paragraphs]


def test_a_part_squeezed_in_haste_holds_the_same() -> None:
    text = "各县（区）人民政府，市政府有关部门：".encode() * 500
    hasty, careful = deflate("a", text, FAST), deflate("a", text)
    assert len(careful.deflated) < len(hasty.deflated) < len(text) / 10
    assert read_package(write_package([hasty])) == read_package(write_package([careful])) == {"a": text}


# What is not opened -----------------------------------------------------------------------------------------


def _bomb() -> bytes:
    return _zip({"word/document.xml": b"0" * 30_000_000})


def _many_parts() -> bytes:
    return _zip({f"word/part{number}.xml": b"" for number in range(501)})


def _large() -> bytes:
    """Many parts that are each allowed and together are not."""
    noise = bytes(range(256)) * 400
    return _zip({f"word/part{number}.xml": noise for number in range(490)}, compression=zipfile.ZIP_STORED)


def _named(name: str) -> Callable[[], bytes]:
    return lambda: _zip({"word/document.xml": b"", name: b"x"})


def _twice() -> bytes:
    return write_package([deflate("word/document.xml", b"a"), deflate("word/document.xml", b"b")])


def _encrypted() -> bytes:
    """A part whose header says that it is encrypted, as password-protected zips have."""
    data = bytearray(_zip({"word/document.xml": b"secret"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + offset
        (flags,) = struct.unpack_from("<H", data, place)
        struct.pack_into("<H", data, place, flags | 1)
    return bytes(data)


def _unknown_method() -> bytes:
    data = bytearray(_zip({"word/document.xml": b"text"}))
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", data, data.index(signature) + offset, 99)
    return bytes(data)


def _wrong_checksum() -> bytes:
    data = bytearray(_zip({"word/document.xml": b"text"}, compression=zipfile.ZIP_STORED))
    data[data.index(b"text")] ^= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (_bomb, "压缩比异常"),
        (_many_parts, "501个部件"),
        (_large, "展开后有50兆字节"),
        (_named("../../etc/passwd"), "不安全的部件名“../../etc/passwd”"),
        (_named("word/../../x"), "不安全的部件名"),
        (_named("/etc/passwd"), "不安全的部件名"),
        (_named("word\\..\\x"), "不安全的部件名"),
        (_twice, "重名的部件"),
        (_encrypted, "已损坏或加密"),
        (_unknown_method, "已损坏或加密"),
        (_wrong_checksum, "已损坏或加密"),
        (lambda: b"", "不是可以打开的 Word 文件"),
        (lambda: b"PK", "不是可以打开的 Word 文件"),
        (lambda: "关于召开会议的通知".encode(), "不是可以打开的 Word 文件"),
        (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "不是可以打开的 Word 文件",
        ),  # .doc, or locked
    ],
    ids=lambda value: getattr(value, "__name__", None) and value.__name__.strip("_<>"),
)
def test_what_must_not_be_opened_is_refused_in_chinese(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(PackageError, match=said):
        read_package(make())


def test_a_file_cut_off_anywhere_is_refused_and_never_half_read() -> None:
    whole = build_template("speech")
    for end in range(0, len(whole) - 1, 97):
        with pytest.raises(PackageError):
            read_package(whole[:end])


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        parts = read_package(data)
    except PackageError:
        return
    assert read_package(_written(parts)) == parts


def test_a_template_is_far_below_the_limits() -> None:
    """The limits are for bombs; a template with a dozen photographs has to pass."""
    noise = b"".join(struct.pack("<Q", number * 0x9E3779B97F4A7C15 % 2**64) for number in range(200_000))
    parts = read_package(build_template("meeting-notice")) | {
        f"word/media/image{number}.png": noise + bytes([number]) for number in range(12)
    }
    assert read_package(_zip(parts)) == parts
