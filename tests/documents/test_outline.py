"""A line of plain text: which mark, which heading, which text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officegen.documents.outline import OutlineLine, read_lines
from officegen.documents.text import plain
from tests.strategies import plain_bodies, words

Parts = tuple[str | None, str | None, str | None]

WORDS = words()


def _parts(line: OutlineLine) -> Parts:
    return line.mark.typed if line.mark else None, line.heading, line.text


def _read(text: str) -> Parts:
    (line,) = read_lines(text)
    return _parts(line)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("同志们：", (None, None, "同志们：")),
        # a heading on its own line
        ("一、肯定成绩，正视问题", ("一、", "肯定成绩，正视问题", None)),
        ("一、肯定成绩，正视问题。", ("一、", "肯定成绩，正视问题。", None)),
        ("（一）提升设施", ("（一）", "提升设施", None)),
        ("1.会议材料", ("1.", "会议材料", None)),
        # a heading that runs into its text
        ("（一）提升设施。年内新建12个。", ("（一）", "提升设施。", "年内新建12个。")),
        ("(二)、整治环境！抓紧办。", ("(二)、", "整治环境！", "抓紧办。")),
        ("一是加强领导。主要负责同志亲自抓。", ("一是", "加强领导。", "主要负责同志亲自抓。")),
        ("1、会议纪律。请提前入场。不得请假。", ("1、", "会议纪律。", "请提前入场。不得请假。")),
        # one whole sentence
        ("1.请提前10分钟入场，手机调至静音。", ("1.", None, "请提前10分钟入场，手机调至静音。")),
        ("一是要提高政治站位。", ("一是", None, "要提高政治站位。")),
        # a first sentence too long for a heading is text
        (
            "一是" + "各级各部门要切实提高政治站位增强责任感使命感紧迫感并且层层压实责任。抓好落实。",
            ("一是", None, "各级各部门要切实提高政治站位增强责任感使命感紧迫感并且层层压实责任。抓好落实。"),
        ),
        # indents are layout
        ("　　一、　提高认识", ("一、", "提高认识", None)),
        ("\t 各单位： ", (None, None, "各单位：")),
        # a mark with nothing behind it is text
        ("一、", (None, None, "一、")),
        ("1.5万元以上", (None, None, "1.5万元以上")),
        # bold is never torn
        ("（一）**提升设施。**年内新建。", ("（一）", "**提升设施。**", "年内新建。")),
        ("（一）提升设施。**年内**新建。", ("（一）", "提升设施。", "**年内**新建。")),
        ("（一）**提升设施。年内**新建。", ("（一）", None, "**提升设施。年内**新建。")),
    ],
)
def test_lines_of_a_speech(line: str, parts: Parts) -> None:
    assert _read(line) == parts


def test_blank_lines_are_layout() -> None:
    text = "一、提高认识\n\n  \n\u3000\u3000统一思想。\n"
    assert [_parts(line) for line in read_lines(text)] == [
        ("一、", "提高认识", None),
        (None, None, "统一思想。"),
    ]


@given(plain_bodies(WORDS))
def test_the_parts_of_a_line_are_the_whole_line(text: str) -> None:
    lines = [line for line in (raw.strip(" \t\u3000\u00a0") for raw in text.split("\n")) if line]
    for line, parts in zip(lines, map(_parts, read_lines(text)), strict=True):
        typed = parts[0] or ""
        said = (parts[1] or "") + (parts[2] or "")
        assert line.startswith(typed)
        assert line[len(typed) :].lstrip(" \t\u3000\u00a0") == said


@given(
    st.lists(st.sampled_from(("**", "*", "\\*", "重点", "。", "！", "a", " ")), min_size=1, max_size=9).map(
        "".join
    )
)
def test_bold_is_the_same_in_parts_as_in_the_whole(rest: str) -> None:
    for parts in map(_parts, read_lines(f"（一）{rest}")):
        if parts[0]:
            assert plain(parts[1] or "") + plain(parts[2] or "") == plain(rest.strip())
