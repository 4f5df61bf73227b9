"""What pydantic found wrong with a form, in Chinese, with the line and what to write instead.

Loaded only when something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from officegen.documents.fields import Part, label_of
from officegen.errors import Problem
from officegen.reading.paths import Step, name_of, nearest_place, parts_in, trace
from officegen.reading.places import Place

_HAN = re.compile("[\u4e00-\u9fff]")
_COLON_SLIP = re.compile(r"\s*([^\s:：]{1,12})(?:：|:(?!\s))")
_LONGEST_EXAMPLE = 40


def problems(error: ValidationError, model: type[Part], place: Place) -> list[Problem]:
    """Everything that is wrong with one form, in the order of its lines."""
    found = [
        problem for details in error.errors(include_url=False) for problem in _explain(details, model, place)
    ]
    return sorted(found, key=lambda problem: problem.line or 0)


def _explain(details: ErrorDetails, model: type[Part], place: Place) -> Iterable[Problem]:
    context: Mapping[str, Any] = details.get("ctx", {})
    steps = trace(model, details["loc"])
    if details["type"] == "faults":
        for path, message in context["faults"]:
            steps = trace(model, path)
            yield Problem(message, name_of(steps), nearest_place(place, steps).line)
        return
    if details["type"] == "unknown_keys":
        for key, message in context["said"]:
            yield Problem(message, name_of(steps), nearest_place(place, [*steps, _key(key)]).line)
        return
    at = [*steps, _key(context["key"])] if details["type"] == "given_twice" else steps
    message, remedy = _words(details, steps)
    yield Problem(message, name_of(steps), nearest_place(place, at).line, remedy)


def _key(typed: str) -> Step:
    return Step((typed,), None, typed)


def _words(details: ErrorDetails, steps: list[Step]) -> tuple[str, str]:
    """What is wrong, and what to write instead."""
    value, kind = details.get("input"), details["type"]
    if write := _MESSAGES.get(kind):
        return write(value, details.get("ctx", {})), _colon_hint(value, kind) or _example(steps, kind)
    # A kind's own checks speak Chinese already; pydantic puts "Value error, " before some of them.
    message = details["msg"].removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return (
        (message, "") if _HAN.search(message) else (f"这里的内容不合要求（{message}）。", _example(steps, ""))
    )


def _shape(value: object) -> str:
    """What was written, as people would call it."""
    if isinstance(value, Mapping):
        return "写成了一组“名称: 内容”"
    if isinstance(value, list):
        return "写成了列表"
    if isinstance(value, bool):
        return f"写的是 {str(value).lower()}"
    return f"写的是“{value}”" if value not in (None, "") else "现在空着"


def _choices(context: Mapping[str, Any]) -> str:
    words = re.findall(r"'((?:[^'\\]|\\.)*)'", str(context.get("expected", "")))
    return "、".join(f"“{word}”" for word in words)


_TEXT = "这里要写文字，{shape}。"
_LIST = "这里要写成列表，每项一行，行首是“- ”；{shape}。"
_PARTS = "这里要分项写（名称: 内容）；{shape}。"
_WHOLE = "这里要写整数，{shape}。"
_NUMBER = "这里要写数，{shape}。"
_CHOICE = "这里要写“是”或“否”，{shape}。"
_DAY = "这里要写日期，{shape}。"
_BY_SHAPE = {
    "string_type": _TEXT, "string_sub_type": _TEXT, "string_unicode": _TEXT,
    "list_type": _LIST, "tuple_type": _LIST, "set_type": _LIST, "iterable_type": _LIST,
    "dict_type": _PARTS, "model_type": _PARTS, "model_attributes_type": _PARTS, "mapping_type": _PARTS,
    "int_type": _WHOLE, "int_parsing": _WHOLE, "int_from_float": _WHOLE, "int_parsing_size": _WHOLE,
    "float_type": _NUMBER, "float_parsing": _NUMBER, "finite_number": _NUMBER,
    "decimal_type": _NUMBER, "decimal_parsing": _NUMBER,
    "bool_type": _CHOICE, "bool_parsing": _CHOICE,
    "date_type": _DAY, "date_parsing": _DAY, "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY, "datetime_type": _DAY, "datetime_parsing": _DAY,
    "datetime_from_date_parsing": _DAY,
    "time_type": "这里要写时刻，{shape}。", "time_parsing": "这里要写时刻，{shape}。",
    "none_required": "这里要空着，{shape}。",
}  # fmt: skip
"""Errors about what sort of value was written."""

_Write = Callable[[object, Mapping[str, Any]], str]


def _by_shape(text: str) -> _Write:
    return lambda value, _: text.format(shape=_shape(value))


_MESSAGES: dict[str, _Write] = {kind: _by_shape(text) for kind, text in _BY_SHAPE.items()} | {
    "missing": lambda *_: "缺少这一项。",
    "extra_forbidden": lambda *_: "没有这一项，请删去或改名。",
    "literal_error": lambda value, context: f"这里只能写{_choices(context)}，{_shape(value)}。",
    "enum": lambda value, context: f"这里只能写{_choices(context)}，{_shape(value)}。",
    "union_tag_invalid": lambda *_: "看不出这里写的是哪一种内容。",
    "union_tag_not_found": lambda *_: "看不出这里写的是哪一种内容。",
    "too_short": lambda _, context: f"至少要写{context['min_length']}项。",
    "too_long": lambda _, context: f"最多能写{context['max_length']}项。",
    "string_too_short": lambda *_: "这一项不能空着。",
    "string_too_long": lambda _, context: f"最多能写{context['max_length']}个字。",
    "string_pattern_mismatch": lambda value, _: f"写法不合要求，{_shape(value)}。",
    "greater_than": lambda value, context: f"要大于{context['gt']}，{_shape(value)}。",
    "greater_than_equal": lambda value, context: f"不能小于{context['ge']}，{_shape(value)}。",
    "less_than": lambda value, context: f"要小于{context['lt']}，{_shape(value)}。",
    "less_than_equal": lambda value, context: f"不能大于{context['le']}，{_shape(value)}。",
    "recursion_loop": lambda *_: "这里的内容引用了它自己，请改写成具体内容。",
}
"""What is wrong, by pydantic's own types of errors; those that a kind raises itself are Chinese already."""

_SAY_EXAMPLE = frozenset(
    (*_BY_SHAPE, "missing", "union_tag_invalid", "union_tag_not_found", "", "string_too_short")
)


def _colon_hint(value: object, kind: str) -> str:
    """The slip behind text where parts were wanted: a full-width colon, or no space after the colon."""
    if _BY_SHAPE.get(kind) == _PARTS and isinstance(value, str) and (found := _COLON_SLIP.match(value)):
        return f"冒号要用半角，后面空一格，如“{found[1]}: ……”。"
    return ""


def _example(steps: list[Step], kind: str) -> str:
    """How the field could be written, where that helps."""
    info = next((step.info for step in reversed(steps) if step.info), None)
    if info is None or kind not in _SAY_EXAMPLE:
        return ""
    if info.examples:
        example = info.examples[0]
        if steps[-1].number is not None and isinstance(example, list):
            example = example[0]
        return f"例如：{_show(example)}".removesuffix("。") + "。"
    models = list(parts_in(info.annotation))
    if len(models) == 1:
        fields = models[0].model_fields.items()
        return "可以写的有：" + "、".join(label_of(name, each) for name, each in fields) + "。"
    return ""


def _show(example: object) -> str:
    """An example as it is typed on one line."""
    if isinstance(example, Mapping):
        return "{" + ", ".join(f"{key}: {_show(value)}" for key, value in example.items()) + "}"
    if isinstance(example, list):
        return "[" + ", ".join(_show(value) for value in example) + "]"
    if isinstance(example, bool):
        return "是" if example else "否"
    text = str(example)
    first = text.split("\n", 1)[0]
    return first if first == text and len(text) <= _LONGEST_EXAMPLE else first[:_LONGEST_EXAMPLE] + "…"
