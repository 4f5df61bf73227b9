"""A pack together with those it extends, and the template it gives for a kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from officegen.documents.kinds import Kind
from officegen.errors import TemplateError, UsageError
from officegen.packs.finding import DEFAULT, find_folder, shipped_folder
from officegen.packs.manifest import MANIFEST, Manifest, read_manifest


class Pack(NamedTuple):
    """A pack.

    Attributes:
        folder: Where it lies.
        manifest: What it says of itself.
        parent: The pack it extends.
    """

    folder: Path
    manifest: Manifest
    parent: Pack | None

    @property
    def is_default(self) -> bool:
        """Whether it is the pack that is built from the standard."""
        return self.folder == shipped_folder() / DEFAULT

    def layout(self) -> dict[str, str | bool]:
        """The layout options that it and its ancestors set, the nearest one's word holding."""
        inherited = self.parent.layout() if self.parent else {}
        return inherited | dict(self.manifest.layout)

    def template(self, kind: Kind, layout: Mapping[str, str | bool] | None = None) -> Template:
        """The template for a kind.

        Args:
            kind: The kind of document.
            layout: Options that go before those of the pack.

        Raises:
            TemplateError: Neither the pack nor its ancestors have one.
            UsageError: The options ask for what does not exist, or for what only a built template can do.
        """
        wanted = self.layout() | dict(layout or {})
        owner: Pack | None = self
        while owner:
            template = _read_template(owner.folder / f"{kind.name}.docx")
            if template and owner.is_default and wanted:
                return Template(_built(kind.name, wanted), template.name)
            if template:
                _refuse_layout(owner, wanted, template)
                return template
            owner = owner.parent
        if beside := _read_template(kind.folder / f"{kind.name}.docx"):
            return beside
        raise TemplateError(f"模板包“{self.manifest.id}”里没有“{kind.label}”的模板（{kind.name}.docx）。")


class Template(NamedTuple):
    """A template file.

    Attributes:
        data: Its bytes.
        name: What messages call it.
    """

    data: bytes
    name: str


def open_pack(department: str | None = None, chosen: Path | None = None) -> Pack:
    """The pack of a department.

    Args:
        department: The pack's name; None for the default pack.
        chosen: A folder of packs that is looked into first, or the folder of a pack itself.

    Raises:
        TemplateError: There is no such pack, or it and its ancestors go round in a circle.
    """
    if chosen is not None and not chosen.is_dir():
        raise TemplateError(f"没有“{chosen}”这个模板文件夹。")
    if department is None and chosen is not None and (chosen / MANIFEST).is_file():
        return _open(chosen, chosen.parent, ())
    if department is None:
        return _default()
    return _open(find_folder(department, chosen), chosen, ())


@cache
def _default() -> Pack:
    """The pack that comes with officegen; that it sets nothing needs no reading."""
    return Pack(shipped_folder() / DEFAULT, Manifest(id=DEFAULT), None)


def _open(folder: Path, chosen: Path | None, below: tuple[Path, ...]) -> Pack:
    if folder in below:
        names = " → ".join(path.name for path in (*below, folder))
        raise TemplateError(f"模板包互相继承，绕成了圈：{names}。请改其中一个的 extends。")
    manifest = read_manifest(folder)
    parent = None
    if manifest.extends == DEFAULT:
        parent = _default()
    elif manifest.extends:
        parent = _open(find_folder(manifest.extends, chosen), chosen, (*below, folder))
    return Pack(folder, manifest, parent)


def _built(kind: str, options: Mapping[str, Any]) -> bytes:
    from officegen.packs.build import build_template
    from officegen.standard import Layout

    try:
        layout = Layout.from_mapping(options)
    except ValueError as error:
        raise UsageError(f"{error}。") from None
    return build_template(kind, layout)


def _refuse_layout(owner: Pack, wanted: Mapping[str, str | bool], template: Template) -> None:
    """A department's own Word file looks as it was made; options cannot lay it out anew."""
    if wanted != owner.layout():
        raise UsageError(
            f"“{template.name}”是单位自己的 Word 模板，版式选项（{'、'.join(wanted)}）对它不起作用，"
            "请直接在 Word 里改这个模板。"
        )


def _read_template(path: Path) -> Template | None:
    """The template in a file, read again only when the file has changed; None where there is none."""
    try:
        state = path.stat()
        return _read_state(path, state.st_mtime_ns, state.st_size)
    except OSError:
        return None


@lru_cache(maxsize=64)
def _read_state(path: Path, changed: int, size: int) -> Template:  # noqa: ARG001 - they make the cache's key
    return Template(path.read_bytes(), f"{path.parent.name}/{path.name}")
