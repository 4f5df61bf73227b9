"""What a template becomes once its tags are understood: a few kinds of steps, as plain data.

:mod:`officegen.typesetting.language` makes the steps from Jinja's own syntax tree; here they are carried
out. They can look a name up, choose, repeat and show, and there is nothing else they could do: no call, no
attribute of a Python object. Being plain data, they are kept on disk, and a process that finds them there
never loads Jinja.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from officegen.errors import TemplateError
from officegen.typesetting.markup import Finished

Step = str | list[Any]
"""Text to be shown as it is, or a list that begins with what is to be done: show, if, for."""

Scope = dict[str, Any]
_Run = Callable[[Scope, list[str]], None]
_Value = Callable[[Scope], Any]


class MissingError(LookupError):
    """A template names something that the document does not have."""


class _FailedError(Exception):
    """A step failed; says which line of the template it comes from."""

    def __init__(self, line: int, message: str) -> None:
        self.line = line
        super().__init__(message)


class Program:
    """One part of a template, ready to be rendered; immutable, so threads may share it.

    Args:
        name: The part as messages call it.
        steps: What is to be done.
        places: What a person sees of each line of the part that has a tag, by its number as text.
        characters: How text is written into the part.
    """

    def __init__(
        self, name: str, steps: Sequence[Step], places: Mapping[str, str], characters: Callable[[str], str]
    ) -> None:
        self._name = name
        self._places = places
        self._run = _Builder(characters).block(steps)

    def render(self, context: Mapping[str, Any]) -> str:
        """The part with its tags filled.

        Raises:
            TemplateError: The template names something that the document does not have, or uses a value as
                what it is not.
        """
        written: list[str] = []
        try:
            self._run(dict(context), written)
        except _FailedError as error:
            raise template_error(self._name, self._places.get(str(error.line), ""), str(error)) from None
        return "".join(written)


def spoken(template: str, part: str) -> str:
    """A part of a template as messages call it."""
    if part == "docProps/core.xml":
        return f"{template} 文档属性"
    if part.startswith("word/header"):
        return f"{template} 页眉"
    return f"{template} 页脚" if part.startswith("word/footer") else f"{template} 正文"


def template_error(name: str, place: str, message: str) -> TemplateError:
    """A fault of a template as people read it: which part, which paragraph, what is wrong."""
    where = f"{name}，{place}" if place else name
    return TemplateError(f"模板有误（{where}）：{message}。")


class _Builder:
    """Builds, from steps, functions that carry them out."""

    def __init__(self, characters: Callable[[str], str]) -> None:
        self._characters = characters

    def block(self, steps: Sequence[Step]) -> _Run:
        runs = [self._step(step) for step in steps]

        def run(scope: Scope, written: list[str]) -> None:
            for each in runs:
                each(scope, written)

        return run

    def _step(self, step: Step) -> _Run:
        if isinstance(step, str):
            return lambda _, written: written.append(step)
        builders: dict[str, Callable[..., _Run]] = {"show": self._show, "if": self._if, "for": self._for}
        return builders[step[0]](*step[1:])

    def _show(self, line: int, expression: list[Any]) -> _Run:
        value_of = _located(line, expression)

        def run(scope: Scope, written: list[str]) -> None:
            value = value_of(scope)
            if isinstance(value, str):
                written.append(self._characters(value))
            elif isinstance(value, Finished):
                written.append(value.xml)
            elif value is not None:
                written.append(self._characters(str(value)))

        return run

    def _if(self, line: int, test: list[Any], then: list[Step], otherwise: list[Step]) -> _Run:
        holds, yes, no = _located(line, test), self.block(then), self.block(otherwise)

        def run(scope: Scope, written: list[str]) -> None:
            (yes if holds(scope) else no)(scope, written)

        return run

    def _for(
        self, line: int, names: list[str], items: list[Any], body: list[Step], otherwise: list[Step]
    ) -> _Run:
        items_of, each, none = _located(line, items), self.block(body), self.block(otherwise)

        def run(scope: Scope, written: list[str]) -> None:
            values = _listed(line, items_of(scope))
            if not values:
                none(scope, written)
                return
            inner = dict(scope)
            for index, value in enumerate(values):
                inner["loop"] = {
                    "index": index + 1,
                    "index0": index,
                    "first": index == 0,
                    "last": index == len(values) - 1,
                    "length": len(values),
                }
                inner |= _bound(line, names, value)
                each(inner, written)

        return run


def _listed(line: int, value: Any) -> list[Any]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise _FailedError(line, "for 后面的不是可以逐项列出的内容")
    return list(value)


def _bound(line: int, names: list[str], value: Any) -> Scope:
    if len(names) == 1:
        return {names[0]: value}
    values = _listed(line, value)
    if len(values) != len(names):
        raise _FailedError(line, f"for 后面写了{len(names)}个名字，每一项里却有{len(values)}个内容")
    return dict(zip(names, values, strict=True))


def _located(line: int, expression: list[Any]) -> _Value:
    """The value of an expression; whatever goes wrong says which line it was."""
    value_of = _value(expression)

    def value(scope: Scope) -> Any:
        try:
            return value_of(scope)
        except MissingError as error:
            raise _FailedError(line, f"没有“{error.args[0]}”这个字段") from None
        except (TypeError, ValueError, LookupError):
            raise _FailedError(line, "标记里的内容不能这样用，例如把文字当成了数字或列表") from None

    return value


def _value(expression: list[Any]) -> _Value:
    kind, *rest = expression
    return _VALUES[kind](*rest)


def _constant(value: Any) -> _Value:
    return lambda _: value


def _name(name: str) -> _Value:
    def value(scope: Scope) -> Any:
        if name not in scope:
            raise MissingError(name)
        return scope[name]

    return value


def _member(owner: list[Any], key: list[Any]) -> _Value:
    owner_of, key_of = _value(owner), _value(key)

    def value(scope: Scope) -> Any:
        holder, wanted = owner_of(scope), key_of(scope)
        if isinstance(holder, Mapping) and wanted in holder:
            return holder[wanted]
        if (
            isinstance(holder, list | tuple)
            and isinstance(wanted, int)
            and -len(holder) <= wanted < len(holder)
        ):
            return holder[wanted]
        raise MissingError(wanted)

    return value


def _compare(first: list[Any], others: list[tuple[str, list[Any]]]) -> _Value:
    first_of = _value(first)
    chain = [(_COMPARISONS[operator], _value(other)) for operator, other in others]

    def value(scope: Scope) -> bool:
        left = first_of(scope)
        for holds, right_of in chain:
            right = right_of(scope)
            if not holds(left, right):
                return False
            left = right
        return True

    return value


def _and(left: list[Any], right: list[Any]) -> _Value:
    left_of, right_of = _value(left), _value(right)
    return lambda scope: left_of(scope) and right_of(scope)


def _or(left: list[Any], right: list[Any]) -> _Value:
    left_of, right_of = _value(left), _value(right)
    return lambda scope: left_of(scope) or right_of(scope)


def _not(operand: list[Any]) -> _Value:
    value_of = _value(operand)
    return lambda scope: not value_of(scope)


def _joined(parts: list[list[Any]]) -> _Value:
    values = [_value(part) for part in parts]
    return lambda scope: "".join(str(value_of(scope)) for value_of in values)


def _choice(test: list[Any], yes: list[Any], no: list[Any]) -> _Value:
    holds, yes_of, no_of = _value(test), _value(yes), _value(no)
    return lambda scope: yes_of(scope) if holds(scope) else no_of(scope)


def _test(operand: list[Any], name: str) -> _Value:
    value_of = _value(operand)

    def is_defined(scope: Scope) -> bool:
        try:
            value_of(scope)
        except MissingError:
            return False
        return True

    tests: dict[str, _Value] = {
        "defined": is_defined,
        "undefined": lambda scope: not is_defined(scope),
        "none": lambda scope: value_of(scope) is None,
    }
    return tests[name]


def _filter(operand: list[Any], name: str, arguments: list[list[Any]]) -> _Value:
    value_of, argument_values = _value(operand), [_value(argument) for argument in arguments]

    def value(scope: Scope) -> Any:
        given = [argument(scope) for argument in argument_values]
        if name == "default":
            try:
                return value_of(scope)
            except MissingError:
                return given[0] if given else ""
        return _FILTERS[name](value_of(scope), *given)

    return value


def _join(items: Iterable[Any], between: str = "") -> str:
    return str(between).join(map(str, items))


def _first(items: Iterable[Any]) -> Any:
    return next(iter(items), "")


def _last(items: Iterable[Any]) -> Any:
    return next(reversed(list(items)), "")


_VALUES: dict[str, Callable[..., _Value]] = {
    "constant": _constant,
    "name": _name,
    "member": _member,
    "compare": _compare,
    "and": _and,
    "or": _or,
    "not": _not,
    "joined": _joined,
    "choice": _choice,
    "test": _test,
    "filter": _filter,
}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": eq,
    "ne": ne,
    "lt": lt,
    "lteq": le,
    "gt": gt,
    "gteq": ge,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}
_FILTERS: dict[str, Callable[..., Any]] = {"join": _join, "first": _first, "last": _last, "length": len}

FILTERS = (*_FILTERS, "default")
TESTS = ("defined", "undefined", "none")
