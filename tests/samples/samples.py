"""The samples: their forms as they were typed, and their Word files, made once."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

import officegen
from tests.support.fandol import ROOT
from tests.support.printed import Paragraph, printed

FOLDER = ROOT / "samples"

FORMS = {path.stem: path for path in sorted(FOLDER.iterdir()) if path.suffix in (".yaml", ".json", ".toml")}
"""Every sample form by its name."""


def read(name: str) -> officegen.Document:
    """The one document of a sample."""
    (document,) = officegen.read(FORMS[name]).documents
    return document


@cache
def word_file(name: str) -> bytes:
    """The sample's Word file with all options as they are by default."""
    return officegen.render(read(name))


@cache
def paragraphs(name: str) -> tuple[Paragraph, ...]:
    """What the Word file prints."""
    return tuple(printed(word_file(name)))


def typed(name: str) -> dict[str, Any]:
    """The form as it was typed, read with nothing of officegen's; every value of a YAML form is text."""
    path = FORMS[name]
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        form = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the base loader makes nothing but text
    else:
        form = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    assert isinstance(form, dict)
    return form


def leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every single value of a form as text, with the keys that lead to it."""
    if isinstance(value, Mapping):
        for key, child in value.items():
            yield from leaves(child, (*path, key))
    elif isinstance(value, list):
        for child in value:
            yield from leaves(child, path)
    else:
        yield path, str(value)
