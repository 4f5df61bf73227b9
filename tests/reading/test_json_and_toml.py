"""JSON and TOML forms: values as typed, lines found, faults explained."""

from __future__ import annotations

import pytest

from officegen.errors import InputError
from officegen.reading import json_form, toml_form
from officegen.reading.form import Form


def _only(forms: list[Form]) -> Form:
    (form,) = forms
    return form


def test_json_numbers_stay_as_typed() -> None:
    form = _only(json_form.parse('{"a": 1.10, "b": [12], "c": true, "d": null}', ""))
    assert form.value == {"a": "1.10", "b": ["12"], "c": True, "d": None}


def test_json_places() -> None:
    text = '{\n "a": {"b": 1,\n  "c": [1,\n {"d": "]:}"}]},\n "e": 2}'
    root = _only(json_form.parse(text, "")).locate()
    assert (root.keys["a"].line, root.keys["a"].keys["c"].line, root.keys["e"].line) == (2, 3, 5)
    assert root.keys["a"].keys["c"].items[1].keys["d"].line == 4


def test_toml_dates_and_hours_are_text() -> None:
    form = _only(
        toml_form.parse("a = 2025-03-14\nb = 14:30:00\nc = 8\nd = 1.10\ne = [2025-03-14]\nf = true", "")
    )
    assert form.value == {
        "a": "2025-03-14", "b": "14:30:00", "c": "8", "d": "1.10", "e": ["2025-03-14"], "f": True,
    }  # fmt: skip


def test_toml_places() -> None:
    text = (
        '"标题" = "x"\na.b = [\n "k = 1",\n]\ntext = """\n[no]\nk = 2\n"""\n'
        "[table]\nkey = 1 # [x]\n[[list]]\nx = 1\n[[list]]\nx = 2\n[list.sub]\ny = 1\n"
    )
    root = _only(toml_form.parse(text, "")).locate()
    assert (root.keys["标题"].line, root.keys["a"].keys["b"].line, root.keys["text"].line) == (1, 2, 5)
    assert (root.keys["table"].line, root.keys["table"].keys["key"].line) == (9, 10)
    assert [place.keys["x"].line for place in root.keys["list"].items] == [12, 14]
    assert root.keys["list"].items[1].keys["sub"].keys["y"].line == 16
    assert "no" not in root.keys


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('{"标题": “x”}', 1, "标点要用半角，这里的““”是全角"),
        ('{"a": 1,\n}', 2, "最后一项后面不能有逗号"),
        ('{"a": 1\n"b": 2}', 2, "英文逗号"),
        ('{"a": "x}', 1, "引号没有成对"),
        ('{"a": 1} {}', 1, "只能写一份表单"),
        ('{"a": "x\ny"}', 1, "不能直接换行"),
        ('{"a": "\\q"}', 1, "反斜杠"),
        ('{"a": 中}', 1, "英文双引号"),
        ('{"a": 1,\n "b": {"c": 1,\n "c": 2}}', 3, "“c”写了两次，第2行已经写过"),
        ('{"a":' * 500 + "1" + "}" * 500, None, "层次太深"),
        ("[" * 100_000, None, "层次太深"),
    ],
)
def test_broken_json_is_explained(text: str, line: int | None, said: str) -> None:
    with pytest.raises(InputError, match=r"f\.json") as caught:
        json_form.parse(text, "f.json")
    assert said in str(caught.value)
    assert caught.value.problems[0].line == line


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('标题 = "x"', 1, "中文名称要写在英文双引号里"),
        ("a = 1\nb = 中", 2, "文字要写在英文双引号里"),
        ('a = "1"\na = "2"', None, "写了两次"),
        ('a = "x\n"', 1, "不能直接换行"),
        ("a = [1,", None, "TOML 写法有误"),
        ("a = " + "[" * 100_000, None, "层次太深"),
        (".".join("a" * 100) + " = 1", None, "层次太深"),
    ],
)
def test_broken_toml_is_explained(text: str, line: int | None, said: str) -> None:
    with pytest.raises(InputError, match=r"f\.toml") as caught:
        toml_form.parse(text, "f.toml")
    assert said in str(caught.value)
    if line is not None:
        assert caught.value.problems[0].line == line
