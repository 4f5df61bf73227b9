"""The template language: Jinja through an allow-list of nodes, strict about unknown names, always escaping.

A template comes from another office. With these nodes it can show what it is given, choose and repeat;
it can call nothing, reach nothing behind a value, and do no more work than the data has items.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from officegen.errors import TemplateError
from officegen.typesetting.markup import Finished, escape, inline

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.If, nodes.For, nodes.Name, nodes.Getattr,
    nodes.Getitem, nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test,
    nodes.Concat, nodes.CondExpr, nodes.Filter,
)  # fmt: skip
_FILTERS = ("join", "first", "last", "length", "default")
_TESTS = ("defined", "undefined", "none")
_TAG = re.compile(r"<[^>]+>")


def _shown(characters: Callable[[str], str]) -> Callable[[object], str]:
    """How every value is shown: text escaped by the given rule, nothing for None, finished XML as it is.

    Jinja hands each value of each tag to it, which is why its own escaping is not switched on as well.
    """

    def finalize(value: object) -> str:
        if isinstance(value, str):
            return characters(value)
        if value is None:
            return ""
        if isinstance(value, Finished):
            return value.xml
        return characters(str(value))

    return finalize


def _environment(characters: Callable[[str], str]) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=False, undefined=StrictUndefined, finalize=_shown(characters), loader=None
    )
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    environment.globals = {}
    return environment


@cache
def body_environment() -> ImmutableSandboxedEnvironment:
    """For parts whose tags stand in ``w:t``: tabs and line feeds become Word's."""
    return _environment(inline)


@cache
def property_environment() -> ImmutableSandboxedEnvironment:
    """For document properties, which are one line of plain XML text."""
    return _environment(lambda text: escape(" ".join(text.replace("\n", "").split())))


class Program:
    """One part of a template, compiled; immutable, so threads may share it.

    Args:
        name: The part as messages call it.
        source: Its XML, patched by docxtpl so that only Jinja's own tags are left.
        environment: Which environment shows the values.
    """

    def __init__(self, name: str, source: str, environment: ImmutableSandboxedEnvironment) -> None:
        self._name = name
        self._source = source
        self._environment = environment
        try:
            tree = environment.parse(source)
            _check(tree, environment)
            self._template: Template = environment.from_string(tree)
        except TemplateSyntaxError as error:
            raise self._error(error.message or str(error), _lines(source, error.lineno)) from None
        except _ForbiddenError as error:
            raise self._error(str(error), _lines(source, error.line)) from None

    def render(self, context: dict[str, Any]) -> str:
        """The part with its tags filled.

        Raises:
            TemplateError: The template names something that the document does not have.
        """
        try:
            return self._template.render(context)
        except UndefinedError as error:
            raise self._error(str(error.message), self._where(context)) from None
        except (TypeError, ValueError, ArithmeticError) as error:
            raise self._error(str(error), self._where(context)) from None

    def _where(self, context: dict[str, Any]) -> str:
        """The paragraph in which rendering fails, found by rendering again with one paragraph to a line."""
        source = re.sub(r"<w:p([ >])", r"\n<w:p\1", self._source)
        template = self._environment.from_string(source)
        try:
            template.render(context)
        except Exception as error:  # whatever it was the first time; only its place is wanted
            trace, line = error.__traceback__, 0
            while trace:
                if trace.tb_frame.f_code.co_filename == "<template>":
                    line = trace.tb_lineno
                trace = trace.tb_next
            return _paragraph(source, template.get_corresponding_lineno(line))
        return ""

    def _error(self, message: str, where: str) -> TemplateError:
        place = f"{self._name}，{where}" if where else self._name
        return TemplateError(f"模板有误（{place}）：{_in_chinese(message)}")


class _ForbiddenError(Exception):
    def __init__(self, message: str, line: int) -> None:
        self.line = line
        super().__init__(message)


def _check(tree: nodes.Template, environment: ImmutableSandboxedEnvironment) -> None:
    for node in _walk(tree):
        if not isinstance(node, _ALLOWED):
            raise _ForbiddenError(
                f"模板里不允许用 {type(node).__name__.lower()}，只能取值、判断和循环", node.lineno
            )
        if isinstance(node, nodes.Filter) and node.name not in environment.filters:
            raise _ForbiddenError(
                f"没有“{node.name}”这个过滤器，可用的有：{'、'.join(_FILTERS)}", node.lineno
            )
        if isinstance(node, nodes.Test) and node.name not in environment.tests:
            raise _ForbiddenError(f"没有“{node.name}”这个判断，可用的有：{'、'.join(_TESTS)}", node.lineno)
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            raise _ForbiddenError(f"不能取以下划线开头的“{node.attr}”", node.lineno)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _lines(source: str, line: int) -> str:
    rows = source.split("\n")
    return _paragraph(source, line) if 0 < line <= len(rows) else ""


def _paragraph(source: str, line: int) -> str:
    """A line of the source as a person sees it: its number and its text without markup."""
    rows = source.split("\n")
    text = _TAG.sub("", rows[line - 1]).strip() if 0 < line <= len(rows) else ""
    return f"第{line - 1}段“{text[:40]}”" if text else ""


_PHRASES = (
    (re.compile(r"'(?P<name>[^']+)' is undefined"), "没有“{name}”这个字段"),
    (re.compile(r"'.*' has no attribute '(?P<name>[^']+)'"), "没有“{name}”这个字段"),
    (re.compile(r"Encountered unknown tag '(?P<name>[^']+)'.*"), "不认识的标记“{name}”"),
    (re.compile(r"Unexpected end of template.*"), "有没写完的 if 或 for，缺少 endif 或 endfor"),
    (re.compile(r"unexpected '(?P<name>[^']+)'"), "标记里多了“{name}”"),
    (re.compile(r"expected token '(?P<name>[^']+)'.*"), "标记写得不完整，缺少“{name}”"),
)


def _in_chinese(message: str) -> str:
    for pattern, phrase in _PHRASES:
        if match := pattern.fullmatch(message):
            return phrase.format(**match.groupdict()) + "。"
    return message
