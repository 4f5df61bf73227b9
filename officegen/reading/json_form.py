"""JSON → a form, and where each value stands in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json import JSONDecodeError

from officegen.errors import InputError, Problem
from officegen.reading.form import TOO_DEEP, Form, duplicate
from officegen.reading.lines import Lines
from officegen.reading.places import Place
from officegen.reading.plain_values import plain


def parse(text: str, source: str) -> list[Form]:
    """The one form of a JSON file; numbers stay the text that was typed.

    Raises:
        InputError: The file is not sound JSON, or a key stands twice in one object.
    """
    doubled = False

    def collect(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal doubled
        found = dict(pairs)
        doubled = doubled or len(found) < len(pairs)
        return found

    try:
        value = plain(json.loads(text, parse_int=str, parse_float=str, object_pairs_hook=collect))
    except JSONDecodeError as error:
        raise InputError([_explain(error, text)], source) from None
    except RecursionError:
        raise InputError(TOO_DEEP, source) from None
    if doubled:
        raise InputError(_Locator(text).duplicates, source)
    return [Form(value, lambda: _Locator(text).root)]


class _Locator:
    """Finds where each value of a sound JSON text stands.

    Attributes:
        root: The place of the whole, and in it of all values.
        duplicates: Every key that stands twice in one object.
    """

    _TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s{}\[\],:"]+')

    def __init__(self, text: str) -> None:
        self.duplicates: list[Problem] = []
        tokens = self._read(text)
        self.root = self._place(*next(tokens), tokens)

    def _read(self, text: str) -> Iterator[tuple[str, int]]:
        line, passed = 1, 0
        for match in self._TOKEN.finditer(text):
            line += text.count("\n", passed, match.start())
            passed = match.start()
            yield match.group(), line

    def _place(self, token: str, line: int, tokens: Iterator[tuple[str, int]]) -> Place:
        place = Place.at(line)
        if token == "{":  # noqa: S105 - a token of JSON
            while (pair := next(tokens))[0] != "}":
                key, at = json.loads(pair[0]), pair[1]
                if key in place.keys:
                    self.duplicates.append(duplicate(key, place.keys[key].line, at))
                value = self._place(*next(tokens), tokens)
                place.keys[key] = Place(at, value.keys, value.items)
        elif token == "[":  # noqa: S105
            while (item := next(tokens))[0] != "]":
                place.items.append(self._place(*item, tokens))
        return place


_CAUSES = (
    ("property name", "名称要写在英文双引号里；最后一项后面不能有逗号。"),
    ("delimiter", "两项之间要有英文逗号，名称和内容之间要有英文冒号，引号要成对。"),
    ("Extra data", "一个 JSON 文件只能写一份表单，请删去多余的内容。"),
    ("control character", "引号里不能直接换行，请把换行写成 \\n。"),
    ("Unterminated", "引号没有成对。"),
    ("escape", "反斜杠“\\”要写成“\\\\”。"),
    ("Expecting value", "文字要写在英文双引号里；最后一项后面不能有逗号。"),
)
"""Words of Python's JSON reader, and the usual cause."""


def _explain(error: JSONDecodeError, text: str) -> Problem:
    cause = next((cause for words, cause in _CAUSES if words in error.msg), "请检查引号、逗号和括号。")
    if text[error.pos : error.pos + 1] in tuple("“”：，‘’｛｝［］"):
        cause = f"JSON 的标点要用半角，这里的“{text[error.pos]}”是全角。"
    return Problem(
        f"JSON 写法有误（第{error.colno}列附近）：“{Lines(text).quote(error.lineno)}”。",
        line=error.lineno,
        remedy=cause,
    )
