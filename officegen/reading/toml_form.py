"""TOML → a form, and where its keys stand in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from officegen.errors import InputError, Problem
from officegen.reading.form import TOO_DEEP, Form
from officegen.reading.lines import Lines
from officegen.reading.places import Place
from officegen.reading.plain_values import plain


def parse(text: str, source: str) -> list[Form]:
    """The one form of a TOML file; numbers stay the text that was typed.

    Raises:
        InputError: The file is not sound TOML.
    """
    try:
        value = plain(tomllib.loads(text, parse_float=str))
    except tomllib.TOMLDecodeError as error:
        raise InputError([_explain(str(error), text)], source) from None
    except RecursionError:
        raise InputError(TOO_DEEP, source) from None
    return [Form(value, lambda: locate(text))]


_KEY = r"""(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_LINE = re.compile(
    rf"\s*(?:\[\[\s*(?P<many>{_DOTTED})\s*\]\]|\[\s*(?P<table>{_DOTTED})\s*\]|(?P<key>{_DOTTED})\s*=)"
)
# Text that may run over several lines, comments, and brackets, in which no line is a line of its own.
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}]|\n', re.DOTALL
)


def locate(text: str) -> Place:
    """The places of all keys and tables; what stands inside an inline value is found at its key."""
    root = here = Place.at(1)
    for number, line in _statements(text):
        match = _LINE.match(line)
        if match is None:
            continue
        names = [_bare(name) for name in re.findall(_KEY, match[match.lastgroup or 0])]
        if match["key"]:
            _descend(here, names, number)
        elif match["table"]:
            here = _descend(root, names, number)
        else:
            tables = _descend(root, names, number).items
            here = Place.at(number)
            tables.append(here)
    return root


def _bare(name: str) -> str:
    value = tomllib.loads(f"{name} = 0")
    return next(iter(value))


def _descend(place: Place, names: list[str], line: int) -> Place:
    for name in names:
        place = place.keys.setdefault(name, Place.at(line))
        if name is not names[-1] and place.items:
            place = place.items[-1]
    return place


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each line that begins a statement, with its number; the lines that go on with one are passed over."""
    lines = text.split("\n")
    number, depth = 1, 0
    yield 1, lines[0]
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token == "\n":  # noqa: S105 - a token of TOML
            number += 1
            if depth == 0:
                yield number, lines[number - 1]
        elif token in ("[", "{"):
            depth += 1
        elif token in ("]", "}"):
            depth -= 1
        else:
            number += token.count("\n")


_CAUSES = (
    ("Cannot overwrite", "同一项写了两次，请只留一处。"),
    ("Cannot declare", "同一项写了两次，请只留一处。"),
    ("Invalid value", "文字要写在英文双引号里。"),
    ("Invalid statement", '中文名称要写在英文双引号里，如 "标题" = "……"。'),
    ("Expected '='", '名称和内容之间要有等号；中文名称要写在英文双引号里，如 "标题" = "……"。'),
    ("Illegal character", "引号里不能直接换行，也不能有控制字符；多行文字请用三个双引号括起来。"),
    ("Unescaped", "反斜杠“\\”要写成“\\\\”。"),
    ("Unterminated", "引号没有成对。"),
    ("Unclosed", "括号没有成对。"),
)
"""Words of Python's TOML reader, and the usual cause."""


def _explain(words: str, text: str) -> Problem:
    cause = next((cause for said, cause in _CAUSES if said in words), "请检查引号、等号和括号。")
    if found := re.search(r"at line (\d+), column (\d+)", words):
        line = int(found[1])
        return Problem(
            f"TOML 写法有误（第{found[2]}列附近）：“{Lines(text).quote(line)}”。", line=line, remedy=cause
        )
    return Problem("TOML 写法有误。", remedy=cause)
