"""The template language: Jinja's syntax through an allow-list, strict about unknown names, always escaping.

A template comes from another office. It can show what it is given, choose and repeat; it can call nothing,
reach nothing behind a value, and work no longer than its loops over what it is given. Jinja parses; what it understood
becomes the steps of :mod:`officegen.typesetting.program`. Whatever has no step is refused with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from officegen.typesetting.markup import Finished, inline
from officegen.typesetting.program import FILTERS, TESTS, Step, template_error

_DEEPEST = 100
"""How deep tags may be nested."""
_TOO_DEEP = "标记里的括号、判断或循环套得太深"
_MARKUP = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"<w:p(?=[ >])")


@cache
def body_environment() -> ImmutableSandboxedEnvironment:
    """Jinja as docxtpl gets it, for the templates that need docxtpl's own render."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, finalize=_shown, loader=None)
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.tests = {name: environment.tests[name] for name in TESTS}
    environment.globals = {}
    return environment


def _shown(value: object) -> str:
    """How every value is shown; the same as a program shows it."""
    if value is None:
        return ""
    return value.xml if isinstance(value, Finished) else inline(str(value))


def understand(name: str, source: str) -> tuple[list[Step], dict[str, str]]:
    """The steps of one part of a template.

    Args:
        name: The part as messages call it.
        source: Its XML, patched by docxtpl so that only Jinja's own tags are left.

    Returns:
        The steps, and what a person sees of each line that has a tag.

    Raises:
        TemplateError: A tag is no Jinja, or more of it than a template may use.
    """
    # One paragraph to a line, so that Jinja's line numbers are paragraph numbers.
    lines = _PARAGRAPH.sub("\n<w:p", source.replace("\n", " "))
    translation = _Translation(lines.split("\n"))
    try:
        tree = body_environment().parse(lines)
        return translation.block(tree.body), translation.places
    except TemplateSyntaxError as error:
        place = translation.seen(error.lineno)
        raise template_error(name, place, _in_chinese(error.message or str(error))) from None
    except _ForbiddenError as error:
        raise template_error(name, translation.seen(error.line), str(error)) from None
    except RecursionError:
        raise template_error(name, "", _TOO_DEEP) from None


class _ForbiddenError(Exception):
    def __init__(self, node: nodes.Node, message: str) -> None:
        # Some of Jinja's nodes know no line of their own.
        self.line = node.lineno or next((one.lineno for one in node.find_all(nodes.Node) if one.lineno), 0)
        super().__init__(message)


class _Translation:
    """Jinja's syntax tree into steps."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._depth = 0
        self.places: dict[str, str] = {}

    def seen(self, line: int) -> str:
        """A line as a person sees it: its number as a paragraph and its text without markup."""
        text = _MARKUP.sub("", self._lines[line - 1]).strip() if 0 < line <= len(self._lines) else ""
        return f"第{line - 1}段“{text[:40]}”" if text else ""

    def _line(self, node: nodes.Node) -> int:
        self.places[str(node.lineno)] = self.seen(node.lineno)
        return node.lineno

    @contextmanager
    def _deeper(self, node: nodes.Node) -> Iterator[None]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _ForbiddenError(node, _TOO_DEEP)
        yield
        self._depth -= 1

    def block(self, statements: Sequence[nodes.Node]) -> list[Step]:
        steps: list[Step] = []
        for statement in statements:
            with self._deeper(statement):
                steps += self._statement(statement)
        return steps

    def _statement(self, node: nodes.Node) -> list[Step]:
        if isinstance(node, nodes.Output):
            return [self._output(part) for part in node.nodes]
        if isinstance(node, nodes.If):
            return [self._if(node)]
        if isinstance(node, nodes.For):
            if node.test or node.recursive:
                raise _ForbiddenError(node, "for 后面只能写“名字 in 列表”")
            names = self._names(node.target)
            items, body = self._value(node.iter), self.block(node.body)
            return [["for", self._line(node), names, items, body, self.block(node.else_)]]
        raise _ForbiddenError(node, f"模板里不允许用 {type(node).__name__.lower()}，只能取值、判断和循环")

    def _output(self, node: nodes.Expr) -> Step:
        if isinstance(node, nodes.TemplateData):
            return _literal(node.data)
        return ["show", self._line(node), self._value(node)]

    def _if(self, node: nodes.If) -> Step:
        otherwise = self.block(node.else_)
        for branch in reversed(node.elif_):
            otherwise = [
                ["if", self._line(branch), self._value(branch.test), self.block(branch.body), otherwise]
            ]
        return ["if", self._line(node), self._value(node.test), self.block(node.body), otherwise]

    def _names(self, target: nodes.Node) -> list[str]:
        if isinstance(target, nodes.Name):
            return [target.name]
        if isinstance(target, nodes.Tuple):
            return [name for item in target.items for name in self._names(item)]
        raise _ForbiddenError(target, "for 后面只能写“名字 in 列表”")

    def _value(self, node: nodes.Node) -> list[Any]:
        with self._deeper(node):
            return self._expression(node)

    def _expression(self, node: nodes.Node) -> list[Any]:
        match node:
            case nodes.Const(value=value) if value is None or isinstance(value, str | int | float | bool):
                return ["constant", value]
            case nodes.Name(name=name):
                return ["name", name]
            case nodes.Getattr(node=owner, attr=key):
                return ["member", self._value(owner), ["constant", self._public(node, key)]]
            case nodes.Getitem(node=owner, arg=key):
                return ["member", self._value(owner), self._value(key)]
            case nodes.Compare(expr=first, ops=operands):
                return ["compare", self._value(first), [[one.op, self._value(one.expr)] for one in operands]]
            case nodes.And(left=left, right=right):
                return ["and", self._value(left), self._value(right)]
            case nodes.Or(left=left, right=right):
                return ["or", self._value(left), self._value(right)]
            case nodes.Not(node=operand):
                return ["not", self._value(operand)]
            case nodes.Concat(nodes=parts):
                return ["joined", [self._value(part) for part in parts]]
            case nodes.CondExpr(test=test, expr1=yes, expr2=no):
                return [
                    "choice",
                    self._value(test),
                    self._value(yes),
                    self._value(no) if no else ["constant", None],
                ]
            case nodes.Test() | nodes.Filter():
                return self._named(node)
        raise _ForbiddenError(node, f"模板里不允许用 {type(node).__name__.lower()}，只能取值、判断和循环")

    def _named(self, node: nodes.Test | nodes.Filter) -> list[Any]:
        is_test = isinstance(node, nodes.Test)
        known = TESTS if is_test else FILTERS
        if node.name not in known:
            what = "判断" if is_test else "过滤器"
            raise _ForbiddenError(node, f"没有“{node.name}”这个{what}，可用的有：{'、'.join(known)}")
        if node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None or (is_test and node.args):
            raise _ForbiddenError(node, f"“{node.name}”后面的写法这里不支持")
        if is_test:
            return ["test", self._value(node.node), node.name]
        return [
            "filter",
            self._value(node.node),
            node.name,
            [self._value(argument) for argument in node.args],
        ]

    @staticmethod
    def _public(node: nodes.Node, name: str) -> str:
        if name.startswith("_"):
            raise _ForbiddenError(node, f"不能取以下划线开头的“{name}”")
        return name


def _literal(xml: str) -> str:
    """A template's own text; ``{_{`` is how docxtpl has people write braces that are meant to be seen."""
    for escaped, meant in (("\n", ""), ("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
        xml = xml.replace(escaped, meant)
    return xml


_PHRASES = (
    (r"Encountered unknown tag '(?P<name>[^']+)'.*", "不认识的标记“{name}”"),
    (r"Unexpected end of template.*", "有没写完的 if 或 for，缺少 endif 或 endfor"),
    (r"unexpected '(?P<name>[^']+)'", "标记里多了“{name}”"),
    (r"expected token '(?P<name>[^']+)'.*", "标记写得不完整，缺少“{name}”"),
)


def _in_chinese(message: str) -> str:
    for pattern, phrase in _PHRASES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return phrase.format(**match.groupdict())
    return f"标记写得不对（{message}）"
