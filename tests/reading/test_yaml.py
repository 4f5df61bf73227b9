"""YAML forms: text stays as typed, and every slip of the hand is explained."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from officegen.errors import InputError
from officegen.reading.yaml_form import parse

_TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffe\uffff\x85\u2028\u2029")
)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=20,
)


def _value(text: str) -> Any:
    (form,) = parse(text, "")
    return form.value


@given(st.dictionaries(_TEXTS, _VALUES, max_size=4), st.booleans())
def test_any_text_comes_back_as_it_was(value: dict[str, Any], allow_unicode: bool) -> None:
    assert _value(yaml.safe_dump(value, allow_unicode=allow_unicode)) == value


@pytest.mark.parametrize(
    "typed",
    [
        "14:30",
        "012",
        "1.10",
        "2025-03-14",
        "yes",
        "no",
        "on",
        "0x1F",
        "1_000",
        "1e3",
        ".5",
        "true",
        "=",
        "2025年3月14日",
        "NaN",
    ],
)
def test_plain_text_stays_as_it_was_typed(typed: str) -> None:
    assert _value(f"a: {typed}\nb: [{typed}]\n{typed}: c") == {"a": typed, "b": [typed], typed: "c"}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_is_nothing(typed: str) -> None:
    assert _value(f"a: {typed}") == {"a": None}


def test_quoted_null_is_text() -> None:
    assert _value("a: '~'\nb: \"null\"\nc: ''") == {"a": "~", "b": "null", "c": ""}


def test_several_forms_in_one_file() -> None:
    assert [form.value for form in parse("a: 1\n---\na: 2\n", "")] == [{"a": "1"}, {"a": "2"}]


def test_aliases_repeat_their_value() -> None:
    assert _value("a: &x [1, 2]\nb: *x") == {"a": ["1", "2"], "b": ["1", "2"]}


def test_places() -> None:
    (form,) = parse("\na: 1\nb:\n- x\n- c: 2\n  d:\n  - 3\n", "")
    root = form.locate()
    assert (root.line, root.keys["a"].line, root.keys["b"].line) == (2, 2, 3)
    item = root.keys["b"].items[1]
    assert (item.line, item.keys["d"].line, item.keys["d"].items[0].line) == (5, 6, 7)


_BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(9)
)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: b\n\tc: d", 2, "制表符（Tab），请改用空格"),
        ("\ta: b", 1, "制表符（Tab），请改用空格"),
        ("标题：x\nc: d", 1, "“标题”后面用了全角冒号，请改成半角冒号加一个空格，如“标题: ……”"),
        ("a: b\n标题：x\n", 2, "“标题”后面用了全角冒号"),
        ("a: b\n标题:x\ne: f", 2, "“标题”的冒号后面缺一个空格"),
        ("a: 'x\nb: c", 1, "没有成对"),
        ("a: [x\nb: c", 1, "没有成对"),
        ("a: x: y", 1, "文字里有冒号加空格"),
        ("a: **重点**", 1, "文字以“*”开头时会被当作记号"),
        ("a: @x", 1, "文字以“@”开头"),
        ("a: [内部]通知", 1, "文字以“[”开头"),
        ('a: "\\q"', 1, "反斜杠"),
        ("a: x\x01", 1, "控制字符（U+0001）"),
        ("a:\n - x\n- y", 3, "缩进"),
        ("a: b\n  c: d", 2, "缩进"),
        ("a: {{x}}", 1, "请给整段文字加上引号"),
        ("a: !重要", 1, "!"),
        ("a: &x b", 1, "“&x”会被当作记号而不出现在公文里"),
        ("a: *x", 1, "“*x”引用的内容没有在前面写过"),
        ("a: &x [*x]", 1, "引用了它自己"),
        ("<<: {a: b}", 1, "不支持“<<”"),
        ("a: 1\nb: 2\na: 3", 3, "“a”写了两次，第1行已经写过"),
        ("a: " + "[" * 100_000, 1, "层次太深"),
        ("\n".join("  " * depth + "a:" for depth in range(80)), 66, "层次太深"),
        (_BOMB, 6, "引用展开后的内容太多"),
        ("a: \ud800", 1, "残缺的字符"),
    ],
)
def test_broken_yaml_is_explained(text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(text, "f.yaml")
    (problem,) = caught.value.problems
    assert said in str(caught.value)
    assert problem.line == line
    assert str(caught.value).startswith(f"f.yaml 第{line}行：")
