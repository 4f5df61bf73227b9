"""What is wrong with broken YAML, in words that help somebody who does not know YAML.

The parser tells where it gave up; the cause is often on the line above, and nearly always one of a few
slips of the hand. They are looked for in the text, because the parser's own words mislead.
"""

from __future__ import annotations

import re

import yaml

from officegen.errors import Problem
from officegen.reading.lines import Lines

_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FULL_WIDTH_COLON = re.compile(r"\s*(?:- +)*([^\s:：#\"'“]{1,12})：")
_TIGHT_COLON = re.compile(r"\s*(?:- +)*([^\s:：#\"'“\[{]{1,12}):[^\s/\d]")
_VALUE = r"\s*(?:- +)*(?:[^\s:：#\"']+:\s+)?(?:- +)*"
_SPECIAL_START = re.compile(_VALUE + r"([@`%*&!?|>{}\[\]\"',])")
_TWO_COLONS = re.compile(r"\s*(?:- +)*[^\s:]+:\s+[^\"'\[{|>].*:(?:\s|$)")

_QUOTE = '请给冒号后面的整段文字加上引号，如 标题: "……"。'


def explain(error: yaml.YAMLError, text: str) -> Problem:
    """The fault that stopped the parser, with its usual cause."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return _control_character(text)
    lines = text.split("\n")
    opened = _opened_line(error)
    line = _last_written(lines, min(mark.line, len(lines) - 1)) if opened is None else opened
    found = _slip_near(lines, line, str(getattr(error, "problem", "") or ""), opened is not None)
    where, remedy = found or (line, "请检查这一行和上一行的缩进、冒号和引号。")
    column = f"（第{mark.column + 1}列附近）" if where == mark.line else ""
    return Problem(
        f"YAML 写法有误{column}：“{Lines(text).quote(where + 1)}”。",
        line=where + 1,
        remedy=remedy,
    )


def _control_character(text: str) -> Problem:
    found = _CONTROL.search(text)
    if found is None:
        return Problem("YAML 写法有误。", remedy="请检查缩进、冒号和引号。")
    return Problem(
        f"这一行里有看不见的控制字符（U+{ord(found.group()):04X}）。",
        line=text.count("\n", 0, found.start()) + 1,
        remedy="请删去它。",
    )


def _opened_line(error: yaml.YAMLError) -> int | None:
    """The line on which a quote or bracket was opened that is never closed."""
    context, mark = str(getattr(error, "context", "") or ""), getattr(error, "context_mark", None)
    if mark is not None and ("quoted scalar" in context or "flow" in context):
        return int(mark.line)
    return None


def _last_written(lines: list[str], line: int) -> int:
    """The line itself, or the nearest above that is not blank: the parser often gives up behind the fault."""
    while line > 0 and not lines[line].strip():
        line -= 1
    return line


def _slip_near(lines: list[str], line: int, problem: str, opened: bool) -> tuple[int, str] | None:
    """The slip on the line where the parser gave up or on the one above, and what to write instead."""
    for number in (line, line - 1):
        if number >= 0 and (remedy := _colon_slip(lines[number]) or _tab_slip(lines[number])):
            return number, remedy
    if "escape" in problem:
        return line, "双引号里的反斜杠“\\”要写成“\\\\”，或者改用单引号。"
    if opened and lines[line].strip():
        return line, _OPEN_REMEDY
    if found := _SPECIAL_START.match(lines[line]):
        return line, f"文字以“{found[1]}”开头时会被当作记号。{_QUOTE}"
    if _TWO_COLONS.match(lines[line]):
        return line, f"文字里有冒号加空格。{_QUOTE}"
    if "mapping values" in problem or "expected" in problem:
        return line, "请检查这一行和上一行的缩进：同一层的各项要左对齐，下一层多缩进两个空格。"
    return None


_OPEN_REMEDY = (
    "引号或括号没有成对，或者它后面还有多余的文字。如果引号、括号是文字的一部分，请给整段文字再加一层引号。"
)


def _tab_slip(line: str) -> str | None:
    indent = line[: len(line) - len(line.lstrip())]
    return "行首用了制表符（Tab），请改用空格缩进。" if "\t" in indent else None


def _colon_slip(line: str) -> str | None:
    if found := _FULL_WIDTH_COLON.match(line):
        return f"“{found[1]}”后面用了全角冒号，请改成半角冒号加一个空格，如“{found[1]}: ……”。"
    if found := _TIGHT_COLON.match(line):
        return f"“{found[1]}”的冒号后面缺一个空格，请写成“{found[1]}: ……”。"
    return None
