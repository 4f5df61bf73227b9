"""The form of ``officegen new``: every field of a kind, explained, with an example, ready to render.

Made from the declarations of the fields alone, so that a new field needs no second edit.
"""

from __future__ import annotations

from typing import Any

import yaml
from pydantic.fields import FieldInfo

from officegen.documents.fields import is_offered, label_of
from officegen.documents.kinds import Kind

_HEAD = """\
文种: {label}
# 改好后运行：officegen render 这份表单.yaml
# 以“#”开头的是说明，不会出现在公文里。冒号用半角，后面空一格；不需要的项整项删去。
"""

_REST = """
# ———— 以下各项需要时再用：删去行首的“# ”，改成自己的内容 ————
"""


def blank_form(kind: Kind) -> str:
    """A commented form in Chinese that renders as it stands.

    Fields that most documents have are filled with their examples; the others follow as comments.
    """
    fields = kind.model.model_fields.items()
    offered = [_field(name, info) for name, info in fields if is_offered(info)]
    others = [_field(name, info, commented=True) for name, info in fields if not is_offered(info)]
    text = _HEAD.format(label=kind.label) + "".join(offered)
    return text + _REST + "".join(others) if others else text


def _field(name: str, info: FieldInfo, *, commented: bool = False) -> str:
    """A blank line, the meaning of a field, and its example under its Chinese name."""
    must = "（必填）" if info.is_required() else ""
    example = yaml.dump(
        {label_of(name, info): _typed(info.examples[0]) if info.examples else None},
        Dumper=_FormDumper,
        allow_unicode=True,
        sort_keys=False,
        width=_NEVER_FOLD,
    )
    if commented:
        example = "".join(f"# {line}\n" for line in example.splitlines())
    return f"\n# {info.description or name}{must}\n{example}"


_NEVER_FOLD = 1_000_000


def _typed(value: object) -> object:
    """An example as a person types it: everything is text, yes and no are 是 and 否."""
    if isinstance(value, dict):
        return {key: _typed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_typed(each) for each in value]
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)


class _FormDumper(yaml.SafeDumper):
    """Writes text without quotes wherever our reader takes it as text, and several lines as a block."""

    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - what PyYAML calls for

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent the items of a list below their key, as people do, whatever PyYAML asks for."""
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if "\n" in text:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text.strip("\n") + "\n", style="|")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text)


def _nothing(dumper: yaml.SafeDumper, _: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", "")


_FormDumper.add_representer(str, _text)
_FormDumper.add_representer(type(None), _nothing)
