"""``pack.toml``: who a pack is for, what it goes on from, and what it sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from officegen.errors import TemplateError

MANIFEST = "pack.toml"
_TEXTS = ("id", "version", "title", "extends")


class Manifest(NamedTuple):
    """What a pack says of itself.

    Attributes:
        id: Its name, which others extend and users ask for.
        version: Its own version.
        title: What it is, for people.
        extends: The pack that answers for whatever this one does not say; None for a pack on its own.
        layout: Layout options by the standard's own keys.
    """

    id: str
    version: str = ""
    title: str = ""
    extends: str | None = None
    layout: Mapping[str, str | bool] = MappingProxyType({})


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of the pack in a folder.

    Raises:
        TemplateError: There is none, or it says something that no manifest says.
    """
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise TemplateError(f"模板包“{folder.name}”里没有可读的 {MANIFEST}（UTF-8 文本）。") from None
    return _parse(text, folder)


@lru_cache(maxsize=64)
def _parse(text: str, folder: Path) -> Manifest:
    """Read a manifest's text; read again only when it has changed."""
    import tomllib  # the default pack needs none of it

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"模板包“{folder.name}”的 {MANIFEST} 写法有误：{error}") from None
    for key in values:
        if key not in (*_TEXTS, "layout"):
            raise TemplateError(
                f"模板包“{folder.name}”的 {MANIFEST} 里没有“{key}”这一项，可以写 {'、'.join(_TEXTS)} 和 [layout]。"
            )
    return Manifest(
        id=_text(values, "id", folder) or folder.name,
        version=_text(values, "version", folder) or "",
        title=_text(values, "title", folder) or "",
        extends=_text(values, "extends", folder),
        layout=_layout(values.get("layout", {}), folder),
    )


def _text(values: Mapping[str, Any], key: str, folder: Path) -> str | None:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise TemplateError(f"模板包“{folder.name}”的 {MANIFEST} 里，“{key}”要写成带引号的文字。")
    return value


def _layout(value: object, folder: Path) -> Mapping[str, str | bool]:
    if isinstance(value, dict) and all(isinstance(item, str | bool) for item in value.values()):
        return value
    raise TemplateError(
        f"模板包“{folder.name}”的 {MANIFEST} 里，[layout] 的值只能是带引号的文字或 true、false。"
    )
