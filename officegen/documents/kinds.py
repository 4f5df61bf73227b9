"""Which kinds of document there are: found through the entry point group ``officegen.kinds``.

An entry point is named by both names of the kind, ``speech.讲话稿``, so that a kind can be found without
loading the others; its object is the model. The built-in kinds register the same way as anyone's.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import NamedTuple

from officegen.documents.document import Document
from officegen.documents.fields import nearest
from officegen.errors import UsageError

GROUP = "officegen.kinds"


class Kind(NamedTuple):
    """A kind of document.

    Attributes:
        name: Its English name, such as ``meeting-notice``; also its template's file name.
        label: Its Chinese name.
    """

    name: str
    label: str
    entry_point: EntryPoint

    @property
    def model(self) -> type[Document]:
        """The model, loaded when first asked for."""
        model = self.entry_point.load()
        if not (isinstance(model, type) and issubclass(model, Document)):
            raise UsageError(f"文种“{self.label}”登记的不是文种模型：{self.entry_point.value}")
        return model

    @property
    def folder(self) -> Path:
        """Where the kind's own package lies; a kind from elsewhere brings its template there."""
        return Path(sys.modules[self.model.__module__].__file__ or "").parent


@cache
def kinds() -> tuple[Kind, ...]:
    """Every registered kind, by English name."""
    found = {}
    for point in entry_points(group=GROUP):
        name, _, label = point.name.partition(".")
        found[name] = Kind(name, label or name, point)
    return tuple(found[name] for name in sorted(found))


def find_kind(name: str) -> Kind:
    """The kind of that English or Chinese name.

    Raises:
        UsageError: There is none; the message names the nearest.
    """
    wanted = name.strip()
    for kind in kinds():
        if wanted in (kind.name, kind.label):
            return kind
    names = [word for kind in kinds() for word in (kind.label, kind.name)]
    close = nearest(wanted, names)
    known = "、".join(f"{kind.label}（{kind.name}）" for kind in kinds())
    hint = f"是不是“{close}”？" if close else ""
    raise UsageError(f"没有“{wanted}”这个文种。{hint}现有文种：{known}。")
